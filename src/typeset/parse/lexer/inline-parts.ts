// Long inline text in parts: marked needs quadratic time for some runs of delimiters.

/** Inline text lexed at once: marked needs quadratic time for some runs of delimiters. */
const INLINE = 4096;
/** The same where more than an eighth of it might be delimiters. */
const DENSE_INLINE = 512;
const DELIMITERS = '*_~`[<:@$=';

/** Whether so much of `text` might be delimiters that marked would be slow. */
function isDense(text: string): boolean {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (DELIMITERS.includes(text.charAt(i))) count++;
  return count * 8 > text.length;
}

/** A picture that stands in its address (RFC 2397), of signs that delimit nothing. */
const DATA =
  /\]\((data:image\/[\w.+-]{1,40}(?:;[\w.+-]{1,60}(?:=[\w.+-]{1,60})?){0,4},[A-Za-z\d+/%.-]{0,262144}={0,2}(?:[ \t][^)\n]{0,300})?\))/y;

/** Where the picture ends in whose address `from` to `to` ends, or undefined. */
function dataEnd(src: string, from: number, to: number): number | undefined {
  const start = src.slice(from, to).lastIndexOf('](data:image/');
  if (start < 0) return undefined;
  DATA.lastIndex = from + start;
  const end = DATA.test(src) ? DATA.lastIndex : 0;
  return end > to ? end : undefined;
}

/** Long inline text in parts, cut where a reader would pause. */
export function* inlineParts(src: string): Generator<string> {
  let from = 0;
  while (src.length - from > DENSE_INLINE) {
    let window = src.slice(from, from + INLINE);
    if (isDense(window)) window = window.slice(0, DENSE_INLINE);
    if (from + window.length === src.length) break;
    const half = window.length / 2;
    const at = [
      window.lastIndexOf('\n'),
      window.lastIndexOf('. ') + 1,
      window.lastIndexOf(' '),
    ].find((i) => i > half);
    let cut =
      dataEnd(src, from, from + window.length) ??
      from + (at === undefined ? window.length : at + 1);
    if (/[\ud800-\udbff]/.test(src[cut - 1] ?? '')) cut--;
    yield src.slice(from, cut);
    from = cut;
  }
  yield src.slice(from);
}
