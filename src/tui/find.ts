// Finding text in a sheet: the lines are one stream of text, so that a hit may go over a line's end
// or a hyphen that setting added. It knows nothing of the screen or of keys.

import { fold } from '../library/fold.ts';
import type { Line } from '../typeset/page.ts';
import { type Lines, lineAt } from './sheet.ts';

/** What is looked for: text as typed, or all words whose folded form is one of `words`. */
export type FindQuery =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'words'; readonly words: readonly string[] };

/** A part of a hit on one line, as UTF-16 indexes into the line's whole text. */
export interface HitSpan {
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

/** A hit; more than one span where it goes over a line's end. */
export type FindHit = readonly HitSpan[];

interface Stream {
  readonly text: string;
  /** Where each line begins in `text`. */
  readonly starts: Uint32Array;
}

/** Folded forms of one UTF-16 unit, computed when first met; 0 is not yet known. */
const LOWER = new Uint16Array(0x1_00_00);
const BASE = new Uint16Array(0x1_00_00);

/** What is typed for signs that few keyboards have. */
const TYPED: readonly (readonly [RegExp, string])[] = [
  [/[\u00a0\u2009\u202f]/, ' '],
  [/[‘’‚‹›]/, "'"],
  [/[„“”«»]/, '"'],
  [/[–—]/, '-'],
];

/** A unit without its diacritics, and in lower case unless `cased`; always one unit for one. */
function foldUnit(unit: number, cased: boolean): number {
  const table = cased ? BASE : LOWER;
  const known = table[unit] as number;
  if (known !== 0) return known;
  const char = String.fromCharCode(unit);
  const base = TYPED.find(([signs]) => signs.test(char))?.[1] ?? char.normalize('NFD').charAt(0);
  const folded = cased ? base : base.toLowerCase();
  const code = folded.length === 1 ? folded.charCodeAt(0) : unit;
  table[unit] = code;
  return code;
}

/** Text without diacritics, and in lower case unless `cased`, unit for unit as long as it was. */
export function foldText(text: string, cased = false): string {
  if (/^[\u0001-\u007f]*$/.test(text)) return cased ? text : text.toLowerCase();
  let out = '';
  for (let index = 0; index < text.length; index++)
    out += String.fromCharCode(foldUnit(text.charCodeAt(index), cased));
  return out;
}

const JOIN = { space: ' ', word: '', end: '\n' } as const;

function streamOf(sheet: Lines): Stream {
  const count = sheet.head.length + sheet.page.lines.length;
  const starts = new Uint32Array(count);
  const parts: string[] = [];
  let length = 0;
  for (let index = 0; index < count; index++) {
    const line = lineAt(sheet, index) as Line;
    starts[index] = length;
    for (const run of line.runs) {
      if (run.decoration === true) continue;
      parts.push(run.text);
      length += run.text.length;
    }
    const join = JOIN[line.join];
    parts.push(join);
    length += join.length;
  }
  return { text: parts.join(''), starts };
}

const streams = new WeakMap<Lines, Map<boolean, Stream>>();

function cachedStream(sheet: Lines, cased: boolean): Stream {
  let kept = streams.get(sheet);
  if (kept === undefined) {
    kept = new Map();
    streams.set(sheet, kept);
  }
  let stream = kept.get(cased);
  if (stream === undefined) {
    const plain = streamOf(sheet);
    stream = { ...plain, text: foldText(plain.text, cased) };
    kept.set(cased, stream);
  }
  return stream;
}

/** The index of the line that holds a place of the stream. */
function lineHolding(starts: Uint32Array, at: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= at) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** Where units `from` to `to` of a line's text without decoration stand in its whole text, run by run. */
function spansOnLine(line: Line, index: number, from: number, to: number): readonly HitSpan[] {
  const spans: HitSpan[] = [];
  let whole = 0;
  let text = 0;
  for (const run of line.runs) {
    const { length } = run.text;
    if (run.decoration !== true) {
      const start = Math.max(from - text, 0);
      const end = Math.min(to - text, length);
      if (start < end) spans.push({ line: index, from: whole + start, to: whole + end });
      text += length;
    }
    whole += length;
  }
  return spans;
}

function hitAt(sheet: Lines, { starts }: Stream, from: number, to: number): FindHit {
  const spans: HitSpan[] = [];
  for (
    let index = lineHolding(starts, from);
    index < starts.length && (starts[index] as number) < to;
    index++
  ) {
    const start = starts[index] as number;
    spans.push(...spansOnLine(lineAt(sheet, index) as Line, index, from - start, to - start));
  }
  return spans;
}

type Ranges = readonly (readonly [from: number, to: number])[];

function rangesOfText(text: string, needle: string): Ranges {
  const ranges: (readonly [number, number])[] = [];
  if (needle === '') return ranges;
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length))
    ranges.push([at, at + needle.length]);
  return ranges;
}

function rangesOfWords(text: string, words: ReadonlySet<string>): Ranges {
  const ranges: (readonly [number, number])[] = [];
  // A text says most of its words many times.
  const known = new Map<string, boolean>();
  for (const match of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const [word] = match;
    let isSought = known.get(word);
    if (isSought === undefined) {
      isSought = words.has(fold(word));
      known.set(word, isSought);
    }
    if (isSought) ranges.push([match.index, match.index + word.length]);
  }
  return ranges;
}

const kept = new WeakMap<Lines, { readonly key: string; readonly hits: readonly FindHit[] }>();

/**
 * All hits in reading order, none over another. Text is sought with its case if it has a capital
 * (smart case), always without diacritics.
 */
export function findHits(sheet: Lines, query: FindQuery): readonly FindHit[] {
  const key = JSON.stringify(query);
  const known = kept.get(sheet);
  if (known?.key === key) return known.hits;
  const hits =
    query.kind === 'text' ? hitsOfText(sheet, query.text) : hitsOfWords(sheet, query.words);
  kept.set(sheet, { key, hits });
  return hits;
}

function hitsOfText(sheet: Lines, text: string): readonly FindHit[] {
  const cased = /\p{Lu}/u.test(text);
  const stream = cachedStream(sheet, cased);
  return rangesOfText(stream.text, foldText(text, cased)).map(([from, to]) =>
    hitAt(sheet, stream, from, to),
  );
}

function hitsOfWords(sheet: Lines, words: readonly string[]): readonly FindHit[] {
  const stream = streamOf(sheet);
  return rangesOfWords(stream.text, new Set(words)).map(([from, to]) =>
    hitAt(sheet, stream, from, to),
  );
}

/** The first hit at or below a line; -1 without any. */
export function hitBelow(hits: readonly FindHit[], line: number): number {
  const below = firstHitOn(hits, line);
  return below < hits.length ? below : -1;
}

/** The first hit at or below a line, else the first of all; -1 without any. */
export function hitFrom(hits: readonly FindHit[], line: number): number {
  return Math.max(hitBelow(hits, line), hits.length === 0 ? -1 : 0);
}

/** Index of the first hit that begins at or below a line. */
export function firstHitOn(hits: readonly FindHit[], line: number): number {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (((hits[middle] as FindHit)[0]?.line ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}
