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
    let cut = from + (at === undefined ? window.length : at + 1);
    if (/[\ud800-\udbff]/.test(src[cut - 1] ?? '')) cut--;
    yield src.slice(from, cut);
    from = cut;
  }
  yield src.slice(from);
}
