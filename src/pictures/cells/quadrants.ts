// Pixels -> cells of quadrant blocks: of each four pixels the two groups whose means differ least from them.

import type { Pixels } from '../pixels.ts';
import { isPhotograph, nearest, PALETTE } from './colors.ts';

/** A row's cells: a sign each, and the colours of its foreground and background. */
export interface CellRow {
  readonly signs: string;
  /** 24-bit as 0xRRGGBB, or 16 to 255 of the terminal's 256. */
  readonly fore: readonly number[];
  readonly back: readonly number[];
}

export type CellDepth = '256' | 'truecolor';

/** Blocks by the quadrants in the foreground: 1 upper left, 2 upper right, 4 lower left, 8 lower right. */
const BLOCKS = ' ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█';

/** Cells of a picture of two by two pixels a cell, without transparency. */
export function quadrants({ width, height, data }: Pixels, depth: CellDepth): CellRow[] {
  const pixels = depth === '256' && isPhotograph(data) ? dithered({ width, height, data }) : data;
  const known = new Map<number, number>();
  const color = (packed: number): number => {
    if (depth === 'truecolor') return packed;
    let found = known.get(packed);
    if (found === undefined) {
      found = nearest(packed >> 16, (packed >> 8) & 255, packed & 255);
      known.set(packed, found);
    }
    return found;
  };
  const rows: CellRow[] = [];
  for (let y = 0; y + 1 < height; y += 2) {
    let signs = '';
    const fore: number[] = [];
    const back: number[] = [];
    for (let x = 0; x + 1 < width; x += 2) {
      const at = [y * width + x, y * width + x + 1, (y + 1) * width + x, (y + 1) * width + x + 1];
      const cell = bestPair(
        pixels,
        at.map((pixel) => pixel * 4),
      );
      const [front, ground] = [color(cell.fore), color(cell.back)];
      // Two colours that come out alike are one.
      const isFlat = front === ground;
      signs += isFlat ? ' ' : BLOCKS[cell.mask]!;
      fore.push(front);
      back.push(ground);
    }
    rows.push({ signs, fore, back });
  }
  return rows;
}

interface Pair {
  readonly mask: number;
  readonly fore: number;
  readonly back: number;
}

/** The split of four pixels into two groups with the least squared error; all eight are tried. */
function bestPair(data: Pixels['data'], at: readonly number[]): Pair {
  let best: Pair | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (let mask = 0; mask < 8; mask++) {
    const inside = at.filter((_, index) => mask & (1 << index));
    const outside = at.filter((_, index) => !(mask & (1 << index)));
    const fore = mean(data, inside);
    const back = mean(data, outside);
    const error = errorOf(data, inside, fore) + errorOf(data, outside, back);
    if (error < least) {
      least = error;
      best = { mask, fore: pack(inside.length === 0 ? back : fore), back: pack(back) };
    }
    if (error === 0) break;
  }
  return best!;
}

type Rgb = readonly [number, number, number];

function mean(data: Pixels['data'], pixels: readonly number[]): Rgb {
  const sum = [0, 0, 0];
  for (const at of pixels) for (let part = 0; part < 3; part++) sum[part]! += data[at + part]!;
  const count = Math.max(1, pixels.length);
  return [Math.round(sum[0]! / count), Math.round(sum[1]! / count), Math.round(sum[2]! / count)];
}

function errorOf(data: Pixels['data'], pixels: readonly number[], [r, g, b]: Rgb): number {
  let error = 0;
  for (const at of pixels) {
    // Weights of the eye for red, green and blue.
    error += 3 * (data[at]! - r) ** 2 + 6 * (data[at + 1]! - g) ** 2 + (data[at + 2]! - b) ** 2;
  }
  return error;
}

const pack = ([red, green, blue]: Rgb): number => (red << 16) | (green << 8) | blue;

/** Floyd and Steinberg's dithering to the 256 colours. */
function dithered({ width, height, data }: Pixels): Uint8ClampedArray {
  const out = new Float32Array(data);
  const spread = (at: number, part: number, error: number) => {
    if (at >= 0 && at < out.length) out[at + part]! += error;
  };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4;
      const [r, g, b] = [0, 1, 2].map((part) =>
        Math.round(Math.min(255, Math.max(0, out[at + part]!))),
      );
      const chosen = PALETTE[nearest(r!, g!, b!) - 16]!;
      for (let part = 0; part < 3; part++) {
        const error = (out[at + part]! - chosen[part]!) * 0.75;
        out[at + part] = chosen[part]!;
        if (x + 1 < width) spread(at + 4, part, (error * 7) / 16);
        if (x > 0) spread(at + (width - 1) * 4, part, (error * 3) / 16);
        spread(at + width * 4, part, (error * 5) / 16);
        if (x + 1 < width) spread(at + (width + 1) * 4, part, error / 16);
      }
    }
  }
  return new Uint8ClampedArray(out);
}
