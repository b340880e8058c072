// Pixels, and what is done to them before they become cells: shrinking, and a ground for what is transparent.

/** Rows of pixels from the top left, four bytes each: red, green, blue, alpha (not premultiplied). */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array | Uint8ClampedArray;
}

export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/** Pixels across and down that are enough for the mean of an area. */
const ENOUGH = 8;

/** Scaled by a box filter weighted by alpha; of large areas, some pixels stand for all. */
export function scaled({ width, height, data }: Pixels, columns: number, rows: number): Pixels {
  const out = new Uint8ClampedArray(columns * rows * 4);
  const xs = spans(width, columns);
  const ys = spans(height, rows);
  for (let row = 0; row < rows; row++) {
    const down = ys[row]!;
    for (let column = 0; column < columns; column++) {
      const across = xs[column]!;
      let [red, green, blue, alpha, area] = [0, 0, 0, 0, 0];
      for (let dy = 0; dy < down.at.length; dy++) {
        const line = down.at[dy]! * width;
        for (let dx = 0; dx < across.at.length; dx++) {
          const at = (line + across.at[dx]!) * 4;
          const share = down.share[dy]! * across.share[dx]!;
          const weight = share * data[at + 3]!;
          red += data[at]! * weight;
          green += data[at + 1]! * weight;
          blue += data[at + 2]! * weight;
          alpha += weight;
          area += share;
        }
      }
      const at = (row * columns + column) * 4;
      if (alpha > 0) {
        out[at] = red / alpha;
        out[at + 1] = green / alpha;
        out[at + 2] = blue / alpha;
        out[at + 3] = alpha / area;
      }
    }
  }
  return { width: columns, height: rows, data: out };
}

interface Spanned {
  readonly at: Int32Array;
  readonly share: Float64Array;
}

/** For each of `count` parts of `length` pixels those that make it up, and how much of each lies in it. */
function spans(length: number, count: number): readonly Spanned[] {
  const step = Math.max(1, Math.floor(length / count / ENOUGH));
  return Array.from({ length: count }, (_, part) => {
    const [from, to] = [(part * length) / count, ((part + 1) * length) / count];
    const first = Math.floor(from);
    const last = Math.min(length, Math.max(first + 1, Math.ceil(to)));
    const pixels: number[] = [];
    for (let pixel = first; pixel < last; pixel += step) pixels.push(pixel);
    const share = (pixel: number) =>
      step > 1 ? 1 : Math.min(pixel + 1, to) - Math.max(pixel, from) || 1;
    return { at: Int32Array.from(pixels), share: Float64Array.from(pixels, share) };
  });
}

/** Laid on white where what is opaque is dark, else on black: visible on any ground. */
export function grounded(pixels: Pixels): Pixels {
  const { width, height, data } = pixels;
  let [light, opaque, clear] = [0, 0, 0];
  for (let at = 0; at < data.length; at += 4) {
    const alpha = data[at + 3]!;
    light += (data[at]! * 0.3 + data[at + 1]! * 0.59 + data[at + 2]! * 0.11) * alpha;
    opaque += alpha;
    clear += 255 - alpha;
  }
  if (clear === 0) return pixels;
  const ground = opaque > 0 && light / opaque < 110 ? 255 : 0;
  const out = new Uint8ClampedArray(data.length);
  for (let at = 0; at < data.length; at += 4) {
    const alpha = data[at + 3]! / 255;
    for (let part = 0; part < 3; part++) {
      out[at + part] = data[at + part]! * alpha + ground * (1 - alpha);
    }
    out[at + 3] = 255;
  }
  return { width, height, data: out };
}
