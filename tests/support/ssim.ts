// How like a picture its cells are: the cells painted again, and the index of structural similarity (Wang et
// al., 2004) of their lightness. And pictures to measure with, made anew each time.

import { PALETTE } from '../../src/pictures/cells/colors.ts';
import type { CellRow } from '../../src/pictures/cells/quadrants.ts';
import type { Pixels } from '../../src/pictures/pixels.ts';

/** Pixels of a cell that is painted; its quadrants are half as wide and high. */
export const CELL = { width: 8, height: 16 } as const;
export const BLOCKS = ' ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█';

const rgbOf = (color: number, is256: boolean): readonly number[] =>
  is256 ? PALETTE[color - 16]! : [color >> 16, (color >> 8) & 255, color & 255];

/** Cells of quadrant blocks as pixels. */
export function painted(rows: readonly CellRow[], is256 = false): Pixels {
  const columns = rows[0]?.fore.length ?? 0;
  const [width, height] = [columns * CELL.width, rows.length * CELL.height];
  const data = new Uint8Array(width * height * 4).fill(255);
  for (const [row, { signs, fore, back }] of rows.entries()) {
    for (const [column, sign] of [...signs].entries()) {
      const mask = BLOCKS.indexOf(sign);
      const [front, ground] = [rgbOf(fore[column]!, is256), rgbOf(back[column]!, is256)];
      for (let y = 0; y < CELL.height; y++) {
        for (let x = 0; x < CELL.width; x++) {
          const quadrant = (y < CELL.height / 2 ? 0 : 2) + (x < CELL.width / 2 ? 0 : 1);
          const at = ((row * CELL.height + y) * width + column * CELL.width + x) * 4;
          data.set(mask & (1 << quadrant) ? front : ground, at);
        }
      }
    }
  }
  return { width, height, data };
}

/** From 0, nothing alike, to 1, the same; over windows of 8 by 8, each half over the next. */
export function ssim(one: Pixels, other: Pixels): number {
  const [a, b] = [lightness(one), lightness(other)];
  const [c1, c2] = [(0.01 * 255) ** 2, (0.03 * 255) ** 2];
  let [sum, count] = [0, 0];
  for (let y = 0; y + 8 <= one.height; y += 4) {
    for (let x = 0; x + 8 <= one.width; x += 4) {
      let [ma, mb, aa, bb, ab] = [0, 0, 0, 0, 0];
      for (let dy = 0; dy < 8; dy++) {
        for (let dx = 0; dx < 8; dx++) {
          const at = (y + dy) * one.width + x + dx;
          ma += a[at]!;
          mb += b[at]!;
          aa += a[at]! ** 2;
          bb += b[at]! ** 2;
          ab += a[at]! * b[at]!;
        }
      }
      [ma, mb] = [ma / 64, mb / 64];
      const [va, vb, cov] = [aa / 64 - ma * ma, bb / 64 - mb * mb, ab / 64 - ma * mb];
      sum += ((2 * ma * mb + c1) * (2 * cov + c2)) / ((ma * ma + mb * mb + c1) * (va + vb + c2));
      count++;
    }
  }
  return sum / Math.max(1, count);
}

function lightness({ data }: Pixels): Float64Array {
  const out = new Float64Array(data.length / 4);
  for (let at = 0; at < out.length; at++) {
    out[at] = 0.299 * data[at * 4]! + 0.587 * data[at * 4 + 1]! + 0.114 * data[at * 4 + 2]!;
  }
  return out;
}

/** A chart: bars, axes and a line, in few colours, sharp. */
export function chart(width: number, height: number, seed = 1): Pixels {
  return picture(width, height, (x, y) => {
    const [u, v] = [x / width, y / height];
    if (u < 0.06 || v > 0.92)
      return Math.abs(u - 0.06) < 0.004 || Math.abs(v - 0.92) < 0.006
        ? [40, 40, 40]
        : [255, 255, 255];
    const bar = Math.floor((u - 0.06) * 11);
    const top = 0.15 + 0.6 * Math.abs(Math.sin(bar * 1.7 + seed));
    const inBar = ((u - 0.06) * 11) % 1 > 0.25 && v > top;
    const line = 0.5 + 0.3 * Math.sin(u * 9 + seed);
    if (Math.abs(v - line) < 0.008) return [200, 40, 40];
    if (inBar) return bar % 2 === 0 ? [30, 90, 180] : [240, 160, 30];
    return Math.abs((v * 5) % 1) < 0.03 ? [220, 220, 220] : [255, 255, 255];
  });
}

/** What has as many colours, edges and grains as a photograph: lit discs before hills under a sky. */
export function scene(width: number, height: number, seed = 1): Pixels {
  const noise = (x: number, y: number) => {
    const value = Math.sin(x * 12.9898 + y * 78.233 + seed * 37.7) * 43758.5453;
    return value - Math.floor(value);
  };
  const smooth = (x: number, y: number) => {
    const [i, j] = [Math.floor(x), Math.floor(y)];
    const ease = (t: number) => t * t * (3 - 2 * t);
    const [u, v] = [ease(x - i), ease(y - j)];
    const mix = (a: number, b: number, t: number) => a + (b - a) * t;
    return mix(
      mix(noise(i, j), noise(i + 1, j), u),
      mix(noise(i, j + 1), noise(i + 1, j + 1), u),
      v,
    );
  };
  const clouds = (x: number, y: number) =>
    [1, 2, 4, 8, 16, 32].reduce((sum, scale) => sum + smooth(x * scale, y * scale) / scale, 0) / 2;
  return picture(width, height, (x, y) => {
    const [u, v] = [x / width, y / height];
    const hill = 0.5 + 0.25 * clouds(u * 3, 0.5) + 0.08 * Math.sin(u * 7 + seed);
    const grain = (noise(x, y) - 0.5) * 14;
    for (let disc = 0; disc < 7; disc++) {
      const [cx, cy] = [noise(disc, 3), 0.35 + 0.6 * noise(disc, 5)];
      const radius = 0.05 + 0.09 * noise(disc, 7);
      const [dx, dy] = [(u - cx) * (width / height), v - cy];
      if (dx * dx + dy * dy > radius * radius) continue;
      const light = 0.35 + 0.65 * Math.max(0, 0.6 - (dx + dy) / radius / 2);
      return [250, 190 - disc * 20, 60 + disc * 24].map((part) => part * light + grain);
    }
    const texture = clouds(u * 8, v * 8);
    if (v > hill)
      return [60 + 90 * texture, 80 + 110 * texture, 40 + 40 * texture].map((part) => part + grain);
    const sky = clouds(u * 4, v * 4 + 9);
    return [110 + 120 * sky, 150 + 80 * sky, 220].map((part) => part * (0.7 + 0.3 * v) + grain);
  });
}

function picture(
  width: number,
  height: number,
  color: (x: number, y: number) => readonly number[],
): Pixels {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) data.set([...color(x, y), 255], (y * width + x) * 4);
  }
  return { width, height, data };
}
