// Typewriter punctuation as an article's language prints it, sign for sign, so that places stay. In
// doubt, the author's sign stays.

import type { Span, Spans } from '../document/document.ts';
import { MARK } from '../document/marks.ts';

/** The four quotation marks of a language: outer pair, inner pair. */
type Quotes = readonly [open: string, close: string, open: string, close: string];

const QUOTES: Readonly<Record<string, Quotes>> = {
  de: ['„', '“', '‚', '‘'],
  // After the Swiss federal chancellery; Austria sets as Germany does.
  'de-ch': ['«', '»', '‹', '›'],
  'de-li': ['«', '»', '‹', '›'],
  en: ['“', '”', '‘', '’'],
};
const APOSTROPHE = '’';
const DASH = '–';

const TYPEWRITTEN = /["'-]/;
/** What a quotation may begin after: nothing, a space, a bracket, a dash, another mark. */
const BEFORE_OPENING = /^[\s([{/–—„“«‚‘‹"'-]?$/;
const BLANK = /^\s?$/;
const LETTER = /^\p{L}$/u;
const FIGURE = /^\p{N}$/u;
const WORDLIKE = /^[\p{L}\p{N}]$/u;

/** Stands in for a sign of code or of an address, which is nobody's punctuation. */
const OPAQUE = 'x';

const ADDRESS = /^\S+(?:\/\/|@)\S+$/;

/** The quotation marks for a language (BCP 47); undefined where this file knows none. */
function quotesOf(lang: string): Quotes | undefined {
  const tag = lang.toLowerCase();
  return QUOTES[tag] ?? QUOTES[tag.split('-')[0] ?? ''];
}

/** `spans` with the punctuation of `lang` (BCP 47), as long as before; the same object if unchanged. */
export function shapedSpans(spans: Spans, lang: string): Spans {
  if (!spans.some(({ text }) => TYPEWRITTEN.test(text))) return spans;
  const whole = spans.map((span) => (isProse(span) ? span.text : OPAQUE.repeat(span.text.length)));
  const text = whole.join('');
  const shaped = shapedText(text, lang);
  if (shaped === text) return spans;
  let at = 0;
  return spans.map((span): Span => {
    const from = at;
    at += span.text.length;
    return isProse(span) ? { ...span, text: shaped.slice(from, at) } : span;
  });
}

function isProse({ text, marks = 0, formula }: Span): boolean {
  return (
    formula === undefined && (marks & (MARK.code | MARK.keyboard)) === 0 && !ADDRESS.test(text)
  );
}

/** As `shapedSpans`, for a text without markup. Time and memory are linear in the text. */
export function shapedText(text: string, lang: string): string {
  const quotes = TYPEWRITTEN.test(text) ? quotesOf(lang) : undefined;
  if (quotes === undefined) return text;
  const units = text.split('');
  /** Where quotations may have opened that have not closed, by their sign. */
  const open = { '"': [] as number[], "'": [] as number[] };
  /** A mark that opened nothing: before a word or a year it is an apostrophe, else it stays. */
  const leave = (at: number): void => {
    if (text[at] === "'" && WORDLIKE.test(neighbour(text, at, 1))) units[at] = APOSTROPHE;
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '-' && isDash(text, at)) units[at] = DASH;
    if (sign !== '"' && sign !== "'") continue;
    const before = neighbour(text, at, -1);
    const after = neighbour(text, at, 1);
    const from = open[sign].at(-1);
    if (sign === "'" && LETTER.test(after) && WORDLIKE.test(before)) units[at] = APOSTROPHE;
    else if (from !== undefined && !BLANK.test(before) && !WORDLIKE.test(after)) {
      [units[from], units[at]] = pair(quotes, sign, text.slice(from + 1, at));
      open[sign].pop();
      // What opened within and never closed was no quotation.
      const inner = open[sign === '"' ? "'" : '"'];
      while ((inner.at(-1) ?? -1) > from) leave(inner.pop() as number);
    } else if (BEFORE_OPENING.test(before) && !BLANK.test(after)) open[sign].push(at);
    else if (sign === "'" && LETTER.test(before)) units[at] = APOSTROPHE;
  }
  open["'"].forEach(leave);
  return units.join('');
}

/** The marks around `quoted`; around a single letter, as in rock ’n’ roll, they are apostrophes. */
function pair(quotes: Quotes, sign: '"' | "'", quoted: string): readonly [string, string] {
  if (sign === '"') return [quotes[0], quotes[1]];
  return LETTER.test(quoted) ? [APOSTROPHE, APOSTROPHE] : [quotes[2], quotes[3]];
}

/** A hyphen alone between spaces is a dash, but not at the start, nor between two figures. */
function isDash(text: string, at: number): boolean {
  if (text[at - 1] !== ' ' || text[at + 1] !== ' ') return false;
  const before = text[at - 2] ?? '';
  const after = text[at + 2] ?? '';
  if (BLANK.test(before) || BLANK.test(after)) return false;
  return !(FIGURE.test(before) && FIGURE.test(after));
}

/** The sign beside an index, soft hyphens passed over; '' at either end of the text. */
function neighbour(text: string, at: number, step: 1 | -1): string {
  let beside = at + step;
  while (text[beside] === '\u00ad') beside += step;
  return text[beside] ?? '';
}
