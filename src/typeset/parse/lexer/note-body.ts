// How far the text of a footnote reaches. It knows nothing of tokens.

// What a paragraph of a footnote cannot run on into.
const INTERRUPTS =
  /^ {0,3}(?:\[\^[^\]\s]+\]:|#{1,6}[ \t]|`{3}|~{3}|>|[*+-][ \t]|\d{1,9}[.)][ \t]|<|(?:[*_-][ \t]*){3,}$)/;

/** A footnote's own text: its first line and every line that is indented or runs on (as cmark-gfm has it). */
export function noteBody(
  src: string,
  start: number,
): { readonly end: number; readonly text: string } {
  const lineEnd = (from: number) => (src.indexOf('\n', from) + 1 || src.length + 1) - 1;
  let end = lineEnd(start);
  const lines = [src.slice(start, end)];
  let blanks = 0;
  for (let from = end + 1; from < src.length; ) {
    const stop = lineEnd(from);
    const line = src.slice(from, stop);
    from = stop + 1;
    if (line.trim() === '') {
      blanks++;
      continue;
    }
    if (!/^(?: {2,}|\t)/.test(line) && (blanks > 0 || INTERRUPTS.test(line))) break;
    for (; blanks > 0; blanks--) lines.push('');
    lines.push(line.replace(/^(?: {1,4}|\t)/, ''));
    end = stop;
  }
  return { end, text: lines.join('\n') };
}
