// Tells Markdown without markup at a look, since most text is that and marked's regular expressions
// are slow to find it out. What it cannot tell for certain it leaves to marked.

/** Sorts of ASCII characters, as bits. */
const BEGINS_TEXT = 1;
const BEGINS_INLINE = 2;
const SORTS = new Uint8Array(128);
for (let code = 0x41; code <= 0x5a; code++) {
  SORTS[code] = BEGINS_TEXT;
  SORTS[code + 0x20] = BEGINS_TEXT;
}
for (const sign of '"\'(,.;?/$%&@') SORTS[sign.charCodeAt(0)] = BEGINS_TEXT;
for (const sign of '\\<![`*_~') SORTS[sign.charCodeAt(0)] = BEGINS_INLINE;

/** What makes links of plain text, and breaks of blanks. */
const ACTIVE = /@|:\/\/|www\.| {2}\n/;

/**
 * Where the paragraph ends that `src` begins with, if that can be told from the first character of
 * each of its lines: no block begins with a letter, nor does what makes a table or heading of the
 * line above. -1 where it cannot.
 */
export function plainParagraphEnd(src: string): number {
  for (let from = 0; ; ) {
    const code = src.charCodeAt(from);
    if (code < 128 ? SORTS[code] !== BEGINS_TEXT : Number.isNaN(code)) return -1;
    const end = src.indexOf('\n', from);
    if (end < 0) return src.length;
    from = end + 1;
    if (from === src.length || src.charCodeAt(from) === 0x0a) return end;
  }
}

/** Whether nothing in `text` becomes a link by itself, or a line break. */
export function isQuiet(text: string): boolean {
  return !ACTIVE.test(text);
}

/** Index of the first character from `from` on that inline markup could begin with; the length where none is. */
export function plainInlineEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 128 && SORTS[code] === BEGINS_INLINE) return at;
  }
  return text.length;
}
