// Colours: OKLab (Ottosson, 2020), and the nearest of a terminal's 256 in it.

import type { Pixels } from '../pixels.ts';

export type Lab = readonly [lightness: number, a: number, b: number];

const LINEAR = Float64Array.from({ length: 256 }, (_, value) => {
  const part = value / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
});

function oklab(red: number, green: number, blue: number): Lab {
  const [r, g, b] = [LINEAR[red]!, LINEAR[green]!, LINEAR[blue]!];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

const LEVELS = [0, 95, 135, 175, 215, 255];

/** Red, green, blue of colours 16 to 255: a cube and a ramp of greys. The first 16 are the terminal's own. */
export const PALETTE: readonly (readonly [number, number, number])[] = [
  ...Array.from(
    { length: 216 },
    (_, at) =>
      [LEVELS[Math.floor(at / 36)]!, LEVELS[Math.floor(at / 6) % 6]!, LEVELS[at % 6]!] as const,
  ),
  ...Array.from({ length: 24 }, (_, at) => [8 + at * 10, 8 + at * 10, 8 + at * 10] as const),
];
const LABS = PALETTE.map((color) => oklab(...color));

/** Weight of lightness, in which the eye sees shapes, beside colour; at twice, hues still stay what they are. */
const LIGHT = 2;

/** The colour (16 to 255) nearest to another. */
export function nearest(red: number, green: number, blue: number): number {
  const [l, a, b] = oklab(red, green, blue);
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, lab] of LABS.entries()) {
    const distance = LIGHT * (lab[0] - l) ** 2 + (lab[1] - a) ** 2 + (lab[2] - b) ** 2;
    if (distance < least) {
      least = distance;
      best = index;
    }
  }
  return best + 16;
}

/** Whether a picture has so many colours that it must be a photograph: drawings are never dithered. */
export function isPhotograph(data: Pixels['data']): boolean {
  const seen = new Set<number>();
  for (let at = 0; at < data.length; at += 4) {
    seen.add(((data[at]! >> 3) << 10) | ((data[at + 1]! >> 3) << 5) | (data[at + 2]! >> 3));
  }
  return seen.size > Math.max(128, Math.min(300, data.length / 4 / 6));
}

/** Whether neighbours differ so much that dithering is not seen: in smooth shades it would be. */
export function isGrainy(data: Pixels['data']): boolean {
  let sum = 0;
  for (let at = 4; at < data.length; at += 4) sum += Math.abs(data[at + 1]! - data[at - 3]!);
  return sum > (data.length / 4) * 8;
}
