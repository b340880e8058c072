// Pixels -> cells of quadrant blocks: of each four pixels the two groups whose means differ least from them.

import type { Pixels } from '../pixels.ts';
import { isGrainy, isPhotograph, nearest, PALETTE } from './colors.ts';

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
  const isDithered = depth === '256' && isPhotograph(data) && isGrainy(data);
  const pixels = isDithered ? Float32Array.from(data) : data;
  const color = depth === '256' ? nearestKept() : pack;
  const rows: CellRow[] = [];
  for (let y = 0; y + 1 < height; y += 2) {
    let signs = '';
    const fore: number[] = [];
    const back: number[] = [];
    for (let x = 0; x + 1 < width; x += 2) {
      const at = cellAt(x, y, width);
      const cell = bestPair(pixels, at);
      const [front, ground] = [color(cell.fore), color(cell.back)];
      // Two colours that come out alike are one.
      const mask = front === ground ? 0 : cell.mask;
      signs += BLOCKS[mask]!;
      fore.push(front);
      back.push(ground);
      if (isDithered) {
        const shown = at.map(
          (_, quadrant) => PALETTE[(mask & (1 << quadrant) ? front : ground) - 16]!,
        );
        spread(pixels, { x, y, width, height }, at, shown);
      }
    }
    rows.push({ signs, fore, back });
  }
  return rows;
}

/** Where the four pixels of a cell begin. */
const cellAt = (x: number, y: number, width: number): readonly number[] =>
  [y * width + x, y * width + x + 1, (y + 1) * width + x, (y + 1) * width + x + 1].map(
    (pixel) => pixel * 4,
  );

/** The nearest of the 256 colours; what was found is kept. */
function nearestKept(): (color: Rgb) => number {
  const known = new Map<number, number>();
  return (color) => {
    const packed = pack(color);
    const found = known.get(packed) ?? nearest(...color);
    known.set(packed, found);
    return found;
  };
}

/** How much of what a cell loses its neighbours get. */
const HANDED_ON = 0.5;

/**
 * Hands the colour that a cell lost on to its neighbours (after Floyd and Steinberg, 1976), but not its
 * lightness, in which the eye sees shapes.
 */
function spread(
  pixels: Float32Array | Pixels['data'],
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  at: readonly number[],
  shown: readonly Rgb[],
): void {
  const lost = [0, 1, 2].map(
    (part) =>
      at.reduce((sum, pixel, index) => sum + pixels[pixel + part]! - shown[index]![part]!, 0) / 4,
  ) as [number, number, number];
  const light = lightness(...lost);
  const give = (toX: number, toY: number, share: number) => {
    if (toX < 0 || toX + 1 >= width || toY + 1 >= height) return;
    for (const pixel of cellAt(toX, toY, width)) {
      for (let part = 0; part < 3; part++)
        pixels[pixel + part]! += (lost[part]! - light) * share * HANDED_ON;
    }
  };
  give(x + 2, y, 7 / 16);
  give(x - 2, y + 2, 3 / 16);
  give(x, y + 2, 5 / 16);
  give(x + 2, y + 2, 1 / 16);
}

interface Pair {
  readonly mask: number;
  readonly fore: Rgb;
  readonly back: Rgb;
}

type Rgb = readonly [red: number, green: number, blue: number];

/** The split of four pixels into two groups with the least squared error; all eight are tried. */
function bestPair(data: ArrayLike<number>, at: readonly number[]): Pair {
  let best: Pair | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const [mask, { inside, outside }] of SPLITS.entries()) {
    const back = mean(data, at, outside);
    const fore = inside.length === 0 ? back : mean(data, at, inside);
    const error = errorOf(data, at, inside, fore) + errorOf(data, at, outside, back);
    if (error < least) {
      least = error;
      best = { mask, fore, back };
    }
    if (error === 0) break;
  }
  return best!;
}

/** The quadrants in the foreground and in the background, by the first eight signs. */
const SPLITS = Array.from({ length: 8 }, (_, mask) => ({
  inside: [0, 1, 2, 3].filter((quadrant) => mask & (1 << quadrant)),
  outside: [0, 1, 2, 3].filter((quadrant) => !(mask & (1 << quadrant))),
}));

function mean(data: ArrayLike<number>, at: readonly number[], of: readonly number[]): Rgb {
  let [red, green, blue] = [0, 0, 0];
  for (const quadrant of of) {
    const pixel = at[quadrant]!;
    red += data[pixel]!;
    green += data[pixel + 1]!;
    blue += data[pixel + 2]!;
  }
  const part = (sum: number) => Math.min(255, Math.max(0, Math.round(sum / of.length)));
  return [part(red), part(green), part(blue)];
}

/** Weight of what a cell loses in lightness beside what it loses in colour. */
const LIGHT = 40;
const lightness = (red: number, green: number, blue: number): number =>
  0.299 * red + 0.587 * green + 0.114 * blue;

function errorOf(
  data: ArrayLike<number>,
  at: readonly number[],
  of: readonly number[],
  [r, g, b]: Rgb,
): number {
  let error = 0;
  for (const quadrant of of) {
    const pixel = at[quadrant]!;
    const [red, green, blue] = [data[pixel]! - r, data[pixel + 1]! - g, data[pixel + 2]! - b];
    const light = lightness(red, green, blue);
    error += red * red + green * green + blue * blue + LIGHT * light * light;
  }
  return error;
}

const pack = ([red, green, blue]: Rgb): number => (red << 16) | (green << 8) | blue;
