// Where TeX stands in Markdown (`$…$`, `$$…$$`, `\(…\)`, `\[…\]`), and which dollars are money.
// Linear.

import { isBlank, isWord } from './beside.ts';

export interface FoundFormula {
  /** Index of its first sign, and the one behind its last. */
  readonly start: number;
  readonly end: number;
  /** TeX, without the signs around it. */
  readonly source: string;
  readonly display: boolean;
}

/** A formula that stands alone, on lines of its own. */
export interface FormulaBlock {
  readonly raw: string;
  readonly source: string;
}

/** Characters of a formula block at most: what was opened and never closed is text. */
const LONGEST = 4000;

/** A sign of text that may matter; each stands for the least that can be told apart. */
const SIGNS = /\\[\s\S]|\$+|`+|[\^_{}=<>+|]|\p{L}+/gu;
const HAS_SIGN = /\$|\\[([]/;
const WORDY = /^\d[\d.,:]*(?:[-–]\d[\d.,]*)?[ \n]+(?:\p{L}{2}|[aI] )/u;

interface Mark {
  readonly text: string;
  readonly at: number;
  /** Signs that only TeX has, and pairs of words, up to here. */
  readonly tex: number;
  readonly pairs: number;
}

/** What of some text may open or close a formula or code, in order. */
function marksIn(text: string): Mark[] {
  const marks: Mark[] = [];
  let tex = 0;
  let pairs = 0;
  let wordEnd = -1;
  for (const { 0: sign, index } of text.matchAll(SIGNS)) {
    const first = sign.charCodeAt(0);
    if (first === 0x24 || first === 0x60) marks.push({ text: sign, at: index, tex, pairs });
    else if (first === 0x5c) {
      const next = sign.charAt(1);
      if ('()[]'.includes(next)) marks.push({ text: sign, at: index, tex, pairs });
      else if (/[A-Za-z,;]/.test(next)) tex++;
    } else if (sign.length === 1 && '^_{}=<>+|'.includes(sign)) tex++;
    else {
      if (sign.length > 1 && wordEnd === index - 1 && /\s/.test(text[wordEnd] ?? '')) pairs++;
      if (sign.length > 1) wordEnd = index + sign.length;
    }
  }
  return marks;
}

const CLOSER: Readonly<Record<string, string>> = { '\\(': '\\)', '\\[': '\\]' };

/** The mark at which what `marks[k]` opens would close, for each; -1 where nothing does. */
function closers(text: string, marks: readonly Mark[]): Int32Array {
  const closer = new Int32Array(marks.length).fill(-1);
  /** The next mark of each kind that may close. */
  const next = new Map<string, number>();
  for (let k = marks.length - 1; k >= 0; k--) {
    const { text: sign, at } = marks[k]!;
    if (sign !== '\\)' && sign !== '\\]') closer[k] = next.get(CLOSER[sign] ?? sign) ?? -1;
    if (sign !== '$' || mayClose(text, at)) next.set(sign, k);
  }
  return closer;
}

/** A dollar closes right behind a sign, and not before a figure or letter (as Pandoc has it). */
function mayClose(text: string, at: number): boolean {
  return !isBlank(text[at - 1]) && !isWord(text[at + 1]);
}

/** A dollar opens right before a sign that may begin a formula, and not behind a figure or letter. */
function mayOpen(text: string, at: number): boolean {
  const next = text[at + 1];
  // `6 $, und` is money.
  const ends = next === '.' ? !/\d/.test(text[at + 2] ?? '') : /[,;:!?)]/.test(next ?? '');
  return !isBlank(next) && !ends && !isWord(text[at - 1]);
}

/** Formulas of inline text, in order; code and what is escaped holds none. */
export function formulasIn(text: string): readonly FoundFormula[] {
  if (!HAS_SIGN.test(text)) return [];
  const marks = marksIn(text);
  const closer = closers(text, marks);
  const found: FoundFormula[] = [];
  for (let k = 0; k < marks.length; k++) {
    const end = closer[k]!;
    if (end < 0) continue;
    const open = marks[k]!;
    const close = marks[end]!;
    if (open.text[0] !== '`') {
      const formula = formulaBetween(text, open, close);
      if (formula === undefined) continue;
      found.push(formula);
    }
    k = end;
  }
  return found;
}

function formulaBetween(text: string, open: Mark, close: Mark): FoundFormula | undefined {
  const sign = open.text;
  if (sign.length > 2 || (sign === '$' && !mayOpen(text, open.at))) return undefined;
  const from = open.at + sign.length;
  if (from === close.at) return undefined;
  const hasTex = close.tex > open.tex;
  if (sign === '\\[' && !hasTex) return undefined;
  if (sign === '\\(' && (isWord(text[open.at - 1]) || (!hasTex && isWords(text, from, close.at))))
    return undefined;
  // TeX without a command holds no dollar: what began before another beginning was a price.
  if (sign === '$' && opensWithin(text.slice(from, Math.min(close.at, from + 400))))
    return undefined;
  // Several words in a row, and nothing that only a formula has: a sentence between two prices.
  if (!hasTex && close.pairs > open.pairs) return undefined;
  if (sign === '$' && WORDY.test(text.slice(from, from + 40))) return undefined;
  if (sign === '$$' && !hasTex && isWords(text, from, close.at)) return undefined;
  const source = text.slice(from, close.at);
  const end = close.at + close.text.length;
  const display = sign === '$$' || sign === '\\[';
  // GitHub's other form: $`…`$.
  const ticked =
    sign === '$' && source.length > 2 && source.startsWith('`') && source.endsWith('`');
  const own = ticked ? source.slice(1, -1) : source;
  return own.trim() === '' ? undefined : { start: open.at, end, source: own.trim(), display };
}

/** Whether a formula may begin in what is none with a command. */
function opensWithin(source: string): boolean {
  if (source.includes('\\')) return false;
  for (let at = source.indexOf('$'); at >= 0; at = source.indexOf('$', at + 1))
    if (mayOpen(source, at)) return true;
  return false;
}

/** Whether words stand between two places rather than single letters: looked at as far as a note goes. */
function isWords(text: string, from: number, to: number): boolean {
  const part = text.slice(from, Math.min(to, from + 80));
  return /\p{L}{2}/u.test(part) || !/\p{L}/u.test(part);
}

const BLOCK_START = /^ {0,3}(\$\$|\\\[)(?!\$)/;

/** The formula block that `src` begins with: it has no blank line in it, and nothing behind it. */
export function formulaBlock(src: string): FormulaBlock | undefined {
  const start = BLOCK_START.exec(src.slice(0, 8));
  if (start === null) return undefined;
  const from = start[0].length;
  const sign = start[1] === '$$' ? '$$' : '\\]';
  const window = src.slice(from, from + LONGEST);
  const close = window.indexOf(sign);
  if (close < 0) return undefined;
  const tail = /^[ \t]*(?:\n|$)/.exec(window.slice(close + 2));
  if (tail === null) return undefined;
  const source = window.slice(0, close);
  if (source.trim() === '' || /\n[ \t]*\n/.test(source)) return undefined;
  if (sign === '\\]' && !/[\\^_{}=<>+|\n]/.test(source)) return undefined;
  const raw = src.slice(0, from + close + 2 + tail[0].length);
  return { raw, source: source.replace(/^\s*\n|\s+$/g, '').replace(/^[ \t]+(?=\S[^\n]*$)/, '') };
}

/** Index at which a formula block interrupts the paragraph that `src` begins with; -1 where none does. */
export function formulaBelow(src: string): number {
  const line = /\n(?: {0,3}(?:(\$\$)|(\\\[))|[ \t]*(?:\n|$))/g;
  for (let match = line.exec(src); match !== null; match = line.exec(src)) {
    if (match[1] === undefined && match[2] === undefined) return -1;
    if (formulaBlock(src.slice(match.index + 1, match.index + 1 + LONGEST + 16)) !== undefined)
      return match.index;
    line.lastIndex = match.index + 1;
  }
  return -1;
}
