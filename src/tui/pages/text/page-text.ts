// A page as a text that notes are of: from its lines to the text and back. It knows nothing of the screen.

import type { Note } from '../../../history/note.ts';
import { findQuote } from '../../../notes/anchor.ts';
import type { QuotedText, Range } from '../../../notes/quoted-text.ts';
import type { Line, Page } from '../../../typeset/page/page.ts';
import { partitionPoint } from '../../../typeset/text/partition-point.ts';
import { type HitSpan, hitAt } from '../find.ts';
import type { Sheet } from '../sheet.ts';
import { type Stream, streamOf } from '../text-stream.ts';

/** The text of a page's lines, without what stands above and below them. */
export interface PageText extends QuotedText {
  readonly lines: readonly Line[];
  readonly stream: Stream;
}

const texts = new WeakMap<readonly Line[], PageText>();

export function pageText(lines: readonly Line[]): PageText {
  const known = texts.get(lines);
  if (known !== undefined) return known;
  const stream = streamOf({ head: [], page: { lines }, tail: [] });
  const first = lines[0]?.block ?? 0;
  const starts: number[] = [];
  lines.forEach(({ block }, index) => {
    while (starts.length <= block - first) starts.push(stream.starts[index] ?? 0);
  });
  const made: PageText = { text: stream.text, first, starts, lines, stream };
  texts.set(lines, made);
  return made;
}

/** The line of the page that holds an index of its text. */
export function lineOfIndex({ stream: { starts } }: PageText, index: number): number {
  return Math.max(0, partitionPoint(starts.length, (k) => (starts[k] as number) <= index) - 1);
}

/** Where a stretch of the text stands on the lines of the page. */
export function spansOf({ lines, stream }: PageText, { from, to }: Range): readonly HitSpan[] {
  return hitAt({ head: [], page: { lines }, tail: [] }, stream, from, to);
}

/** A note whose text is on the page. */
export interface PlacedNote extends Range {
  readonly note: Note;
}

/** The notes of an article on its page, in the order of their places, and those whose text is gone. */
export interface PlacedNotes {
  readonly placed: readonly PlacedNote[];
  readonly orphaned: readonly Note[];
}

const NONE: PlacedNotes = { placed: [], orphaned: [] };
const kept = new WeakMap<Page, { readonly notes: readonly Note[]; readonly placed: PlacedNotes }>();

/** Finds notes in a text; of a part of one no note is gone. */
export function placeNotes(
  text: QuotedText,
  notes: readonly Note[],
  extent: 'whole' | 'part',
): PlacedNotes {
  const placed: PlacedNote[] = [];
  const orphaned: Note[] = [];
  for (const note of notes) {
    const range = findQuote(text, note.quote, extent);
    if (range !== undefined) placed.push({ note, ...range });
    else if (extent === 'whole') orphaned.push(note);
  }
  placed.sort((a, b) => a.from - b.from || a.to - b.to);
  return { placed, orphaned };
}

/** Finds the notes on a page; worked out once. Of a long article that is not set to its end no note is gone. */
export function placedNotes(
  sheet: Pick<Sheet, 'page' | 'cut'>,
  notes: readonly Note[] = [],
): PlacedNotes {
  if (notes.length === 0) return NONE;
  const { page, cut } = sheet;
  const known = kept.get(page);
  if (known?.notes === notes) return known.placed;
  const made = placeNotes(pageText(page.lines), notes, cut === undefined ? 'whole' : 'part');
  kept.set(page, { notes, placed: made });
  return made;
}

/** Words of a stretch of a sheet's text. */
export function selectedWords({ page }: Pick<Sheet, 'page'>, { from, to }: Range): number {
  return (
    pageText(page.lines)
      .text.slice(from, to)
      .match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.,-]*/gu)?.length ?? 0
  );
}
