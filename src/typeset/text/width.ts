// The program's one measure: columns of a text in a terminal, and where it may be cut.

import { exactWidth } from './exact-width.ts';

export type Align = 'left' | 'right' | 'center';

/** Columns of a UTF-16 unit whatever its neighbours, 1 or 2; 0: measured as graphemes, 20 times slower. */
const STANDALONE = new Uint8Array(0x1_00_00);
const SOFT_HYPHEN = 0xad;
const NARROW: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0xa0, 0x2ff], // Latin; © and ® count as text without a variation selector, and that is not here
  [0x370, 0x377],
  [0x384, 0x386],
  [0x388, 0x38a],
  [0x38e, 0x3a1],
  [0x3a3, 0x482],
  [0x48a, 0x52f],
  [0x1e00, 0x1eff],
  [0x2000, 0x200a],
  [0x2010, 0x2027],
  [0x202f, 0x205f],
  [0x2070, 0x2071],
  [0x2074, 0x208e],
  [0x20a0, 0x20bf],
  [0x2190, 0x21ff],
  [0x2200, 0x22ff],
  [0x2500, 0x259f],
];
const WIDE: readonly (readonly [number, number])[] = [
  [0x3000, 0x3029],
  [0x3030, 0x303e],
  [0x3041, 0x3096],
  [0x309b, 0x30ff],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7a3],
  [0xff01, 0xff60],
];
for (const [from, to] of NARROW) STANDALONE.fill(1, from, to + 1);
for (const [from, to] of WIDE) STANDALONE.fill(2, from, to + 1);
STANDALONE[SOFT_HYPHEN] = 0;

let segmenter: Intl.Segmenter | undefined;

/** Graphemes of a text (UAX 29). Made at first need: setting it up takes some 10 ms. */
function segments(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter();
  return segmenter.segment(text);
}

/** Columns of `text`: graphemes (UAX 29), East Asian wide and emoji two, ambiguous one, controls none. */
export function columns(text: string): number {
  return columnsBetween(text, 0, text.length);
}

/** Widths of short parts that took the exact way; emptied when full. */
const known = new Map<string, number>();
const KNOWN_MOST = 2048;
const KNOWN_UNITS = 32;

function exactColumns(text: string): number {
  const found = text.length <= KNOWN_UNITS ? known.get(text) : undefined;
  if (found !== undefined) return found;
  const width = exactWidth(text);
  if (text.length <= KNOWN_UNITS) {
    if (known.size >= KNOWN_MOST) known.clear();
    known.set(text, width);
  }
  return width;
}

/** Columns of `text` from one UTF-16 index to another; both must lie between graphemes. */
export function columnsBetween(text: string, from: number, to: number): number {
  return columnsUpTo(text, from, to, Number.POSITIVE_INFINITY);
}

/** The same, or infinity as soon as it is certain that there are more than `most`. */
export function columnsUpTo(text: string, from: number, to: number, most: number): number {
  let width = 0;
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    const one = STANDALONE[unit]!;
    if (one === 0 && unit !== SOFT_HYPHEN) {
      // Eight units a column is more than any script takes; an endless text is not measured for this.
      const isEndless = to - from > Math.max(1024, most * 8);
      return isEndless && exactColumns(text.slice(from, from + 1024)) > most
        ? Number.POSITIVE_INFINITY
        : exactColumns(text.slice(from, to));
    }
    width += one;
    // What follows can change no more than the last character.
    if (width > most + 2) return Number.POSITIVE_INFINITY;
  }
  return width;
}

/** Columns up to `most` of a text of standalone characters without breaks or controls; else undefined. */
export function simpleColumns(text: string, most: number): number | undefined {
  let width = 0;
  for (let i = 0; i < text.length; i++) {
    const one = STANDALONE[text.charCodeAt(i)]!;
    if (one === 0) return undefined;
    width += one;
    if (width > most) return undefined;
  }
  return width;
}

/** Whether a grapheme begins at `index`, given that one does at `from`. Looks a few hundred units far. */
export function isGraphemeStart(text: string, index: number, from: number): boolean {
  if (STANDALONE[text.charCodeAt(index)] !== 0) return STANDALONE[text.charCodeAt(index - 1)] !== 0;
  const start = Math.max(from, index - 256);
  const part = text.slice(start, index + 16);
  return segments(part).containing(index - start)?.index === index - start;
}

/** The indices after `from` and before `to` at which a grapheme begins; `from` must be one itself. */
export function graphemeStarts(text: string, from: number, to: number): readonly number[] {
  const starts: number[] = [];
  for (let i = from; i < to; i++) {
    if (STANDALONE[text.charCodeAt(i)] === 0) {
      const parts = segments(text.slice(from, to));
      return Array.from(parts, ({ index }) => from + index).slice(1);
    }
    if (i > from) starts.push(i);
  }
  return starts;
}

/** Whether each UTF-16 unit of `text` is a grapheme of its own, with a width of its own. */
export function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    if (STANDALONE[text.charCodeAt(i)] === 0) return false;
  }
  return true;
}

/** The graphemes of `text` in order: what a reader takes for one character (UAX 29). */
export function graphemes(text: string): readonly string[] {
  if (isPlain(text)) return text.split('');
  return Array.from(segments(text), (part) => part.segment);
}

/** `text` in at most `width` columns, cut between graphemes; `ellipsis` says that something is gone. */
export function clip(text: string, width: number, ellipsis = '…'): string {
  // Two units a column is more than enough for a first look at an endless text.
  if (text.length <= width * 2 && columns(text) <= width) return text;
  const room = width - columns(ellipsis);
  const sign = room < 0 ? '' : ellipsis;
  const limit = room < 0 ? width : room;
  let used = 0;
  let end = 0;
  let whole = true;
  // Where each unit fills a column or more, no more than this many can be of use.
  const head = text.slice(0, width + 2);
  const parts = isPlain(head) ? head : segments(text);
  for (const part of parts) {
    const segment = typeof part === 'string' ? part : part.segment;
    const own = columns(segment);
    if (used + own > width) {
      whole = false;
      break;
    }
    used += own;
    if (used <= limit) end += segment.length;
  }
  return whole ? text : text.slice(0, end).trimEnd() + sign;
}

/** `text` with blanks added up to `width` columns; returned as it is where it is wider. */
export function pad(text: string, width: number, align: Align): string {
  const room = width - columns(text);
  if (room <= 0) return text;
  if (align === 'right') return ' '.repeat(room) + text;
  if (align === 'left') return text + ' '.repeat(room);
  const left = Math.floor(room / 2);
  return ' '.repeat(left) + text + ' '.repeat(room - left);
}
