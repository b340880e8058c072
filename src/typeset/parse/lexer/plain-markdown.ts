// Tells Markdown without markup at a look, which marked's expressions are slow to find out.

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

const NEWLINE = 0x0a;
const SPACE = 0x20;

/** What makes links of plain text, and breaks of blanks. */
const ACTIVE = /@|:\/\/|www\.| {2}\n/;

/** Where `src`'s paragraph ends, told by its lines' first characters; -1 where it can't be. */
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

/** Ends of the one-line items (`- `, `* `, `+ `) that `src` begins with; undefined where they may be more. */
export function plainItemEnds(src: string): readonly number[] | undefined {
  const bullet = src.charCodeAt(0);
  if (bullet !== 0x2d && bullet !== 0x2a && bullet !== 0x2b) return undefined;
  const ends: number[] = [];
  for (let from = 0; ; ) {
    if (src.charCodeAt(from + 1) !== SPACE || !beginsPlainItem(src, from + 2)) return undefined;
    const end = src.indexOf('\n', from);
    ends.push(end < 0 ? src.length : end);
    if (end < 0 || end + 1 === src.length) return ends;
    from = end + 1;
    if (src.charCodeAt(from) === bullet) continue;
    return src.charCodeAt(from) === NEWLINE && endsList(src, from) ? ends : undefined;
  }
}

/** Whether what begins at `at` is text, strong text, code or a figure, and neither block nor task. */
function beginsPlainItem(src: string, at: number): boolean {
  const code = src.charCodeAt(at);
  // Latin, Greek and Cyrillic letters; quotation marks and dashes.
  if (code >= 0x80) return (code >= 0xc0 && code < 0x530) || (code >= 0x2010 && code <= 0x2027);
  if (SORTS[code] === BEGINS_TEXT) return true;
  const next = src.charCodeAt(at + 1);
  if (code === 0x60) return next !== 0x60;
  if (code === 0x2a) return next === 0x2a && SORTS[src.charCodeAt(at + 2)] === BEGINS_TEXT;
  for (let digit = at; digit < at + 10; digit++) {
    const one = src.charCodeAt(digit);
    if (one < 0x30 || one > 0x39) return digit > at && one !== 0x2e && one !== 0x29;
  }
  return false;
}

/** Whether a list ends before the empty lines at `from`: what comes then is neither indented nor an item. */
function endsList(src: string, from: number): boolean {
  let at = from;
  while (src.charCodeAt(at) === NEWLINE) at++;
  const code = src.charCodeAt(at);
  return Number.isNaN(code) || code >= 0xc0 || SORTS[code] === BEGINS_TEXT || code === 0x23;
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
