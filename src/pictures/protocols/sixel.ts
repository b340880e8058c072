// Pixels -> sixel (DEC STD 070, chapter 9): bands of six rows, each colour's bits of a band one after another.

import type { Indexed } from '../palette.ts';

const LOWEST = 63;

/** What draws rows `from` to `to` of a picture at the cursor. Pixels outside stay as they are. */
export function sixel({ width, palette, pixels }: Indexed, from: number, to: number): string {
  const used = new Set(pixels.subarray(from * width, to * width));
  let out = `\x1bP0;1;0q"1;1;${width};${to - from}`;
  for (const color of used) {
    const [red, green, blue] = palette[color]!.map((part) => Math.round((part * 100) / 255));
    out += `#${color};2;${red};${green};${blue}`;
  }
  for (let top = from; top < to; top += 6) {
    if (top > from) out += '-';
    out += band(pixels.subarray(top * width, Math.min(top + 6, to) * width), width);
  }
  return `${out}\x1b\\`;
}

function band(pixels: Uint8Array, width: number): string {
  const colors = new Map<number, Uint8Array>();
  for (let at = 0, row = 0; at < pixels.length; row++) {
    for (let x = 0; x < width; x++, at++) {
      let bits = colors.get(pixels[at]!);
      if (bits === undefined) {
        bits = new Uint8Array(width);
        colors.set(pixels[at]!, bits);
      }
      bits[x]! |= 1 << row;
    }
  }
  return [...colors].map(([color, bits]) => `#${color}${runs(bits)}`).join('$');
}

/** Bits of a band as signs, what repeats counted; nothing for the pixels after the last. */
function runs(bits: Uint8Array): string {
  let end = bits.length;
  while (end > 0 && bits[end - 1] === 0) end--;
  let out = '';
  for (let at = 0; at < end; ) {
    let next = at + 1;
    while (next < end && bits[next] === bits[at]) next++;
    const sign = String.fromCharCode(LOWEST + bits[at]!);
    out += next - at > 3 ? `!${next - at}${sign}` : sign.repeat(next - at);
    at = next;
  }
  return out;
}
