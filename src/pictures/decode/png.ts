// PNG (ISO 15948): every colour type and depth, interlaced too. Other chunks than the four needed are passed over.

import { inflateSync } from 'node:zlib';
import type { Pixels } from '../pixels.ts';

/** Samples a pixel by colour type. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Adam7: first column and row, and steps, of each pass. */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** The pixels of a PNG. Throws where it is none, is cut off, or holds more data than its header allows. */
export function decodePng(bytes: Uint8Array): Pixels {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const width = view.getUint32(16);
  const height = view.getUint32(20);
  const [depth, type, , , interlace] = bytes.subarray(24, 29);
  const samples = SAMPLES[type!];
  if (samples === undefined || ![1, 2, 4, 8, 16].includes(depth!)) throw new Error('no PNG');
  const parts: Uint8Array[] = [];
  let palette: Uint8Array | undefined;
  let transparent: Uint8Array | undefined;
  for (let at = 8; at + 8 <= bytes.length; ) {
    const length = view.getUint32(at);
    const kind = view.getUint32(at + 4);
    const body = bytes.subarray(at + 8, at + 8 + length);
    if (kind === 0x49444154) parts.push(body);
    else if (kind === 0x504c5445) palette = body;
    else if (kind === 0x74524e53) transparent = body;
    else if (kind === 0x49454e44) break;
    at += 12 + length;
  }
  const bits = samples * depth!;
  const rowBytes = (columns: number) => Math.ceil((columns * bits) / 8);
  const passes = (interlace === 1 ? PASSES : ([[0, 0, 1, 1]] as const))
    .map(([x, y, dx, dy]) => ({
      x,
      y,
      dx,
      dy,
      w: Math.ceil((width - x) / dx),
      h: Math.ceil((height - y) / dy),
    }))
    .filter(({ w, h }) => w > 0 && h > 0);
  const size = passes.reduce((sum, { w, h }) => sum + h * (1 + rowBytes(w)), 0);
  const raw = inflateSync(Buffer.concat(parts), { maxOutputLength: size + 1024 });
  if (raw.length < size) throw new Error('cut off');
  const data = new Uint8Array(width * height * 4);
  const put = painter(data, type!, depth!, palette, transparent);
  let offset = 0;
  for (const { x, y, dx, dy, w, h } of passes) {
    let above = new Uint8Array(rowBytes(w));
    for (let row = 0; row < h; row++) {
      const line = raw.subarray(offset + 1, offset + 1 + above.length);
      unfilter(raw[offset]!, line, above, Math.max(1, bits >> 3));
      for (let column = 0; column < w; column++) {
        put(line, column, ((y + row * dy) * width + x + column * dx) * 4);
      }
      above = line;
      offset += 1 + line.length;
    }
  }
  return { width, height, data };
}

/** Undoes a row's filter in place (clause 9). */
function unfilter(filter: number, line: Uint8Array, above: Uint8Array, step: number): void {
  for (let at = 0; at < line.length; at++) {
    const left = at >= step ? line[at - step]! : 0;
    const up = above[at]!;
    if (filter === 1) line[at] = line[at]! + left;
    else if (filter === 2) line[at] = line[at]! + up;
    else if (filter === 3) line[at] = line[at]! + ((left + up) >> 1);
    else if (filter === 4) {
      const corner = at >= step ? above[at - step]! : 0;
      const [a, b, c] = [
        Math.abs(up - corner),
        Math.abs(left - corner),
        Math.abs(left + up - 2 * corner),
      ];
      line[at] = line[at]! + (a <= b && a <= c ? left : b <= c ? up : corner);
    } else if (filter !== 0) throw new Error('no PNG');
  }
}

/** Puts a row's pixel into RGBA. */
function painter(
  data: Uint8Array,
  type: number,
  depth: number,
  palette: Uint8Array | undefined,
  transparent: Uint8Array | undefined,
): (line: Uint8Array, column: number, at: number) => void {
  const most = (1 << Math.min(depth, 8)) - 1;
  // Of sixteen bits the upper eight are shown.
  const wide = depth === 16 ? 2 : 1;
  const sample = (line: Uint8Array, index: number): number => {
    if (depth >= 8) return line[index * wide]!;
    const bit = index * depth;
    return (line[bit >> 3]! >> (8 - depth - (bit & 7))) & most;
  };
  const key = (index: number): number | undefined =>
    transparent?.[index * 2 + (depth === 16 ? 0 : 1)];
  return (line, column, at) => {
    data[at + 3] = 255;
    if (type === 3) {
      const entry = sample(line, column);
      for (let part = 0; part < 3; part++) data[at + part] = palette?.[entry * 3 + part] ?? 0;
      data[at + 3] = transparent?.[entry] ?? 255;
    } else if (type === 0 || type === 4) {
      const value = sample(line, type === 4 ? column * 2 : column);
      data.fill(Math.round((value * 255) / most), at, at + 3);
      if (type === 4) data[at + 3] = sample(line, column * 2 + 1);
      else if (transparent !== undefined && value === key(0)) data[at + 3] = 0;
    } else {
      const count = type === 6 ? 4 : 3;
      for (let part = 0; part < count; part++)
        data[at + part] = sample(line, column * count + part);
      if (
        type === 2 &&
        transparent !== undefined &&
        [0, 1, 2].every((part) => data[at + part] === key(part))
      ) {
        data[at + 3] = 0;
      }
    }
  };
}
