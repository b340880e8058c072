// Finding text in a sheet. It knows nothing of the screen or of keys.

import { fold } from '../../library/query/fold.ts';
import type { Line } from '../../typeset/page/page.ts';
import { partitionPoint } from '../../typeset/text/partition-point.ts';
import { foldText } from './fold-text.ts';
import { type Lines, lineAt } from './sheet.ts';
import { cachedStream, type Stream, streamOf } from './text-stream.ts';

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

/** The index of the line that holds a place of the stream. */
function lineHolding(starts: Uint32Array, at: number): number {
  return Math.max(0, partitionPoint(starts.length, (k) => (starts[k] as number) <= at) - 1);
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

/** Where a stretch of the stream stands on the lines. */
export function hitAt(sheet: Lines, { starts }: Stream, from: number, to: number): FindHit {
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

type Ranges = readonly number[];

function rangesOfText(text: string, needle: string): Ranges {
  const ranges: number[] = [];
  if (needle === '') return ranges;
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length))
    ranges.push(at, at + needle.length);
  return ranges;
}

function rangesOfWords(text: string, words: ReadonlySet<string>): Ranges {
  const ranges: number[] = [];
  // A text says most of its words many times.
  const known = new Map<string, boolean>();
  for (const match of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const [word] = match;
    let isSought = known.get(word);
    if (isSought === undefined) {
      isSought = words.has(fold(word));
      known.set(word, isSought);
    }
    if (isSought) ranges.push(match.index, match.index + word.length);
  }
  return ranges;
}

/** All hits of a query in reading order, none over another. There may be very many: only some are looked at. */
export interface FindHits {
  readonly length: number;
  at(index: number): FindHit | undefined;
  /** Index of the first hit that begins at or below a line; `length` without one. */
  from(line: number): number;
}

function hitsIn(sheet: Lines, stream: Stream, ranges: Ranges): FindHits {
  const length = ranges.length / 2;
  return {
    length,
    at: (index) =>
      index < 0 || index >= length
        ? undefined
        : hitAt(sheet, stream, ranges[2 * index] as number, ranges[2 * index + 1] as number),
    from(line) {
      const start = stream.starts[line] ?? (line <= 0 ? 0 : Number.POSITIVE_INFINITY);
      return partitionPoint(length, (k) => (ranges[2 * k] as number) < start);
    },
  };
}

const kept = new WeakMap<Lines, { readonly key: string; readonly hits: FindHits }>();

export function findHits(sheet: Lines, query: FindQuery): FindHits {
  const key = JSON.stringify(query);
  const known = kept.get(sheet);
  if (known?.key === key) return known.hits;
  const hits =
    query.kind === 'text' ? hitsOfText(sheet, query.text) : hitsOfWords(sheet, query.words);
  kept.set(sheet, { key, hits });
  return hits;
}

function hitsOfText(sheet: Lines, text: string): FindHits {
  const cased = /\p{Lu}/u.test(text);
  const stream = cachedStream(sheet, cased);
  return hitsIn(sheet, stream, rangesOfText(stream.text, foldText(text, cased)));
}

function hitsOfWords(sheet: Lines, words: readonly string[]): FindHits {
  const stream = streamOf(sheet);
  return hitsIn(sheet, stream, rangesOfWords(stream.text, new Set(words)));
}

/** The first hit at or below a line; -1 without any. */
export function hitBelow(hits: FindHits, line: number): number {
  const below = hits.from(line);
  return below < hits.length ? below : -1;
}

/** The first hit at or below a line, else the first of all; -1 without any. */
export function hitFrom(hits: FindHits, line: number): number {
  return Math.max(hitBelow(hits, line), hits.length === 0 ? -1 : 0);
}
