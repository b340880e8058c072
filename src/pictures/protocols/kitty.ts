// kitty's graphics: uploaded once, shown by placeholders, which move as text does
// (https://sw.kovidgoyal.net/kitty/graphics-protocol/#unicode-placeholders).

/** The sign that stands for a cell of a picture. Articles never hold one: sanitize.ts takes it out. */
export const PLACEHOLDER = '\u{10eeee}';

/** Base64 characters that a chunk may have. */
const CHUNK = 4096;

/** Ranges of the marks that number rows and columns, in the protocol's order (rowcolumn-diacritics.txt). */
const RANGES =
  '305 30d-30e 310 312 33d-33f 346 34a-34c 350-352 357 35b 363-36f 483-487 592-595 597-599 59c-5a1 5a8-5a9 ' +
  '5ab-5ac 5af 5c4 610-617 657-65b 65d-65e 6d6-6dc 6df-6e2 6e4 6e7-6e8 6eb-6ec 730 732-733 735-736 73a 73d ' +
  '73f-741 743 745 747 749-74a 7eb-7f1 7f3 816-819 81b-823 825-827 829-82d 951 953-954 f82-f83 f86-f87 ' +
  '135d-135f 17dd 193a 1a17 1a75-1a7c 1b6b 1b6d-1b73 1cd0-1cd2 1cda-1cdb 1ce0 1dc0-1dc1 1dc3-1dc9 1dcb-1dcc ' +
  '1dd1-1de6 1dfe 20d0-20d1 20d4-20d7 20db-20dc 20e1 20e7 20e9 20f0 2cef-2cf1 2de0-2dff a66f a67c-a67d ' +
  'a6f0-a6f1 a8e0-a8f1 aab0 aab2-aab3 aab7-aab8 aabe-aabf aac1 fe20-fe26 10a0f 10a38 1d185-1d189 1d1aa-1d1ad ' +
  '1d242-1d244';

export const MARKS: readonly string[] = RANGES.split(' ').flatMap((range) => {
  const [first = 0, last = first] = range.split('-').map((code) => Number.parseInt(code, 16));
  return Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at));
});

/** Placeholders of a row of a picture, one a cell, each with its row and column; at most 297 of either. */
export function placeholders(row: number, columns: number): string {
  let text = '';
  for (let column = 0; column < columns; column++) {
    text += PLACEHOLDER + MARKS[row] + MARKS[column];
  }
  return text;
}

/** Uploads a PNG (base64) as picture `id` of `columns` by `rows` cells; no file, for it may be remote. */
export function kittyUpload(
  png: string,
  id: number,
  { columns, rows }: { readonly columns: number; readonly rows: number },
  multiplexed: boolean,
): string {
  const parts: string[] = [];
  for (let at = 0; at < png.length; at += CHUNK) {
    const more = at + CHUNK < png.length ? 1 : 0;
    const keys = at === 0 ? `a=t,q=2,f=100,t=d,i=${id},m=${more}` : `q=2,m=${more}`;
    parts.push(command(`${keys};${png.slice(at, at + CHUNK)}`, multiplexed));
  }
  // Placed by itself: what `a=T` places, tmux would leave as a ghost.
  parts.push(command(`a=p,U=1,q=2,i=${id},c=${columns},r=${rows}`, multiplexed));
  return parts.join('');
}

/** What takes picture `id` off the screen and out of the terminal's memory. */
export const kittyDelete = (id: number, multiplexed: boolean): string =>
  command(`a=d,d=I,q=2,i=${id}`, multiplexed);

function command(body: string, multiplexed: boolean): string {
  const own = `\x1b_G${body}\x1b\\`;
  return multiplexed ? `\x1bPtmux;${own.replaceAll('\x1b', '\x1b\x1b')}\x1b\\` : own;
}
