// Reads what the encoders of pictures write for terminals: an own decoder of sixel, and the parts of kitty's
// and iTerm2's sequences.

export interface SixelPicture {
  readonly width: number;
  readonly height: number;
  /** 0xRRGGBB by pixel, -1 where nothing was drawn. */
  readonly pixels: Int32Array;
}

/** The picture of a sixel sequence (DEC STD 070). Throws where it is none. */
export function readSixel(text: string): SixelPicture {
  const [, width = '', height = '', body = ''] =
    /^\x1bP0;1;0q"1;1;(\d+);(\d+)([^\x1b]*)\x1b\\$/.exec(text) ?? [];
  if (width === '') throw new Error('no sixel');
  const picture = { width: Number(width), height: Number(height) };
  const pixels = new Int32Array(picture.width * picture.height).fill(-1);
  const colors = new Map<number, number>();
  let [x, y, color] = [0, 0, 0];
  const put = (sign: string, count: number) => {
    const bits = sign.charCodeAt(0) - 63;
    for (let step = 0; step < count; step++, x++) {
      for (let row = 0; row < 6; row++) {
        if (!(bits & (1 << row))) continue;
        if (x >= picture.width || y + row >= picture.height) throw new Error('outside');
        pixels[(y + row) * picture.width + x] = colors.get(color) ?? -2;
      }
    }
  };
  const part = (percent: string) => Math.round((Number(percent) * 255) / 100);
  for (const [token, , number, , r = '', g = '', b = '', count, sign] of body.matchAll(
    /(#(\d+)(;2;(\d+);(\d+);(\d+))?)|!(\d+)([?-~])|[?-~]|[$-]/g,
  )) {
    if (number !== undefined) {
      color = Number(number);
      if (r !== '') colors.set(color, (part(r) << 16) | (part(g) << 8) | part(b));
    } else if (count !== undefined) put(sign ?? '', Number(count));
    else if (token === '$') x = 0;
    else if (token === '-') [x, y] = [0, y + 6];
    else put(token, 1);
  }
  return { ...picture, pixels };
}

export interface KittyCommand {
  readonly keys: Readonly<Record<string, string>>;
  readonly payload: string;
}

/** kitty's commands in what was written, in order. */
export const kittyCommands = (text: string): readonly KittyCommand[] =>
  [...text.matchAll(/\x1b_G([^;\x1b]*)(?:;([^\x1b]*))?\x1b\\/g)].map(
    ([, keys = '', payload = '']) => ({
      keys: Object.fromEntries(keys.split(',').map((key) => key.split('=') as [string, string])),
      payload,
    }),
  );

/** The base64 of the picture uploaded as `id`. */
export function uploaded(text: string, id: string): string {
  let current = '';
  let data = '';
  for (const { keys, payload } of kittyCommands(text)) {
    if (keys['a'] === 't') current = keys['i'] ?? '';
    if (current === id && (keys['a'] === 't' || keys['a'] === undefined)) data += payload;
  }
  return data;
}

/** Row, column and picture of each placeholder in painted text, in order. */
export function placedCells(
  text: string,
  marks: readonly string[],
): readonly { readonly row: number; readonly column: number; readonly id: number }[] {
  const cells: { row: number; column: number; id: number }[] = [];
  let id = 0;
  const tokens = /\x1b\[38;2;(\d+);(\d+);(\d+)m|\x1b\[38;5;(\d+)m|\u{10eeee}(\p{Mn})(\p{Mn})/gu;
  for (const [, r, g, b, index, row, column] of text.matchAll(tokens)) {
    if (r !== undefined) id = (Number(r) << 16) | (Number(g) << 8) | Number(b);
    else if (index !== undefined) id = Number(index);
    else cells.push({ row: marks.indexOf(row ?? ''), column: marks.indexOf(column ?? ''), id });
  }
  return cells;
}
