// Few colours for a picture that has many: the median cut (Heckbert, 1982).

import { isPhotograph } from './cells/colors.ts';
import type { Pixels } from './pixels.ts';

type Rgb = readonly [red: number, green: number, blue: number];

export interface Indexed {
  readonly width: number;
  readonly height: number;
  readonly palette: readonly Rgb[];
  readonly pixels: Uint8Array;
}

/** Colours that are told apart when the palette is chosen: five bits of each part. */
const BUCKETS = 32_768;
const bucketOf = (red: number, green: number, blue: number): number =>
  ((red >> 3) << 10) | ((green >> 3) << 5) | (blue >> 3);

/** A picture without transparency in at most `most` colours: its own where they are enough. */
export function indexed({ width, height, data }: Pixels, most: number): Indexed {
  const pixels = new Uint8Array(width * height);
  const own = new Map<number, number>();
  for (let at = 0; at < pixels.length && own.size <= most; at++) {
    const packed = (data[at * 4]! << 16) | (data[at * 4 + 1]! << 8) | data[at * 4 + 2]!;
    const index = own.get(packed) ?? own.size;
    if (index === own.size) own.set(packed, index);
    pixels[at] = index;
  }
  if (own.size <= most) {
    const palette = [...own.keys()].map((c): Rgb => [c >> 16, (c >> 8) & 255, c & 255]);
    return { width, height, palette, pixels };
  }
  const palette = medianCut(data, most);
  const nearestOf = nearestIn(palette);
  const isDithered = isPhotograph(data);
  const rest = Float32Array.from(data);
  for (let at = 0; at < pixels.length; at++) {
    const part = (of: number) => Math.min(255, Math.max(0, Math.round(rest[at * 4 + of]!)));
    const [red, green, blue] = [part(0), part(1), part(2)];
    const index = nearestOf(red, green, blue);
    pixels[at] = index;
    if (isDithered) spread(rest, at, width, [red, green, blue], palette[index]!);
  }
  return { width, height, palette, pixels };
}

/** Hands what a pixel lost on to its neighbours (Floyd and Steinberg, 1976). */
function spread(rest: Float32Array, at: number, width: number, had: Rgb, got: Rgb): void {
  const x = at % width;
  for (let part = 0; part < 3; part++) {
    const error = (had[part]! - got[part]!) / 16;
    const give = (pixel: number, share: number) => {
      if (pixel * 4 < rest.length) rest[pixel * 4 + part]! += error * share;
    };
    if (x + 1 < width) give(at + 1, 7);
    if (x > 0) give(at + width - 1, 3);
    give(at + width, 5);
    if (x + 1 < width) give(at + width + 1, 1);
  }
}

interface Box {
  readonly buckets: readonly number[];
  readonly pixels: number;
  readonly side: Side;
}

/** The part in which a box's colours lie furthest apart, as the bits it begins at, and how far. */
interface Side {
  readonly shift: number;
  readonly length: number;
}

function medianCut(data: Pixels['data'], most: number): readonly Rgb[] {
  const counts = new Uint32Array(BUCKETS);
  const sums = [0, 1, 2].map(() => new Float64Array(BUCKETS));
  for (let at = 0; at < data.length; at += 4) {
    const bucket = bucketOf(data[at]!, data[at + 1]!, data[at + 2]!);
    counts[bucket]!++;
    for (let part = 0; part < 3; part++) sums[part]![bucket]! += data[at + part]!;
  }
  const boxOf = (buckets: readonly number[]): Box => ({
    buckets,
    pixels: buckets.reduce((sum, bucket) => sum + counts[bucket]!, 0),
    side: longestSide(buckets),
  });
  const boxes = [boxOf([...counts.keys()].filter((bucket) => counts[bucket]! > 0))];
  while (boxes.length < most) {
    const weight = ({ side, pixels }: Box) => side.length * pixels;
    const widest = boxes.reduce((best, box) => (weight(box) > weight(best) ? box : best));
    const { shift, length } = widest.side;
    if (length === 0) break;
    const sorted = widest.buckets.toSorted((a, b) => ((a >> shift) & 31) - ((b >> shift) & 31));
    let [cut, below] = [0, 0];
    while (cut < sorted.length - 1 && below < widest.pixels / 2) below += counts[sorted[cut++]!]!;
    boxes.splice(boxes.indexOf(widest), 1, boxOf(sorted.slice(0, cut)), boxOf(sorted.slice(cut)));
  }
  return boxes.map(({ buckets, pixels }): Rgb => {
    const mean = (part: number) =>
      Math.round(buckets.reduce((sum, bucket) => sum + sums[part]![bucket]!, 0) / pixels);
    return [mean(0), mean(1), mean(2)];
  });
}

function longestSide(buckets: readonly number[]): Side {
  let best: Side = { shift: 0, length: 0 };
  for (const shift of [10, 5, 0]) {
    let [low, high] = [31, 0];
    for (const bucket of buckets) {
      const value = (bucket >> shift) & 31;
      if (value < low) low = value;
      if (value > high) high = value;
    }
    if (high - low > best.length) best = { shift, length: high - low };
  }
  return best;
}

/** The palette's nearest colour; what was found for a bucket is kept. */
function nearestIn(palette: readonly Rgb[]): (...color: Rgb) => number {
  const known = new Int16Array(BUCKETS).fill(-1);
  return (red, green, blue) => {
    const bucket = bucketOf(red, green, blue);
    if (known[bucket]! >= 0) return known[bucket]!;
    let [best, least] = [0, Number.POSITIVE_INFINITY];
    for (const [index, [r, g, b]] of palette.entries()) {
      const distance = 3 * (r - red) ** 2 + 6 * (g - green) ** 2 + (b - blue) ** 2;
      if (distance < least) [best, least] = [index, distance];
    }
    known[bucket] = best;
    return best;
  };
}
