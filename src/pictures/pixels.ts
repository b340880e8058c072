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

/** Scaled by a box filter weighted by alpha. Linear in the pixels of both. */
export function scaled({ width, height, data }: Pixels, columns: number, rows: number): Pixels {
  const out = new Uint8ClampedArray(columns * rows * 4);
  const edges = (count: number, of: number) =>
    Array.from({ length: count + 1 }, (_, at) => (at * of) / count);
  const xs = edges(columns, width);
  const ys = edges(rows, height);
  for (let row = 0; row < rows; row++) {
    const top = Math.floor(ys[row]!);
    const bottom = Math.min(height, Math.max(top + 1, Math.ceil(ys[row + 1]!)));
    for (let column = 0; column < columns; column++) {
      const left = Math.floor(xs[column]!);
      const right = Math.min(width, Math.max(left + 1, Math.ceil(xs[column + 1]!)));
      let [red, green, blue, alpha, area] = [0, 0, 0, 0, 0];
      for (let y = top; y < bottom; y++) {
        const tall = Math.min(y + 1, ys[row + 1]!) - Math.max(y, ys[row]!) || 1;
        for (let x = left; x < right; x++) {
          const share = tall * (Math.min(x + 1, xs[column + 1]!) - Math.max(x, xs[column]!) || 1);
          const at = (y * width + x) * 4;
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
