// Writes PNG files for tests: any colour type, depth and filter, interlaced or not.

import { crc32, deflateSync } from 'node:zlib';

export interface PngOptions {
  readonly width: number;
  readonly height: number;
  /** Rows as the file keeps them, each with its filter's byte before it. */
  readonly raw: Uint8Array;
  readonly type?: number;
  readonly depth?: number;
  readonly interlace?: 0 | 1;
  readonly palette?: Uint8Array;
  readonly transparent?: Uint8Array;
}

function chunk(kind: string, body: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length);
  head.write(kind, 4, 'latin1');
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(Buffer.concat([head.subarray(4), body])));
  return Buffer.concat([head, body, sum]);
}

/** A PNG of these rows; nothing about them is checked. */
export function pngOf(options: PngOptions): Buffer {
  const { width, height, raw, type = 6, depth = 8, interlace = 0, palette, transparent } = options;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.set([depth, type, 0, 0, interlace], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    ...(palette === undefined ? [] : [chunk('PLTE', palette)]),
    ...(transparent === undefined ? [] : [chunk('tRNS', transparent)]),
    chunk('IDAT', deflateSync(raw)),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** RGBA pixels as a PNG, every row unfiltered. */
export function pngOfPixels(
  width: number,
  height: number,
  pixel: (x: number, y: number) => readonly number[],
): Buffer {
  const raw = Buffer.alloc(height * (1 + width * 4));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) raw.set(pixel(x, y), y * (1 + width * 4) + 1 + x * 4);
  }
  return pngOf({ width, height, raw });
}
