// Marks in printed lines what --find or a search found, and what the reader has highlighted.

import type { Note } from '../../history/note.ts';
import { markRow } from '../../tui/draw/row.ts';
import { type FindQuery, findHits, type HitSpan } from '../../tui/pages/find.ts';
import { pageText, placeNotes, spansOf } from '../../tui/pages/text/page-text.ts';
import type { Style } from '../../typeset/look/style.ts';
import type { Line } from '../../typeset/page/page.ts';

export function markFound(lines: readonly Line[], query: FindQuery, style: Style): readonly Line[] {
  const hits = findHits({ head: [], page: { lines }, tail: [] }, query);
  const spans = Array.from({ length: hits.length }, (_, index) => hits.at(index) ?? []).flat();
  return withSpans(lines, spans, style);
}

/** `lines`, which are the `whole` article or a part of it, with the stretches that notes are of in `style`. */
export function markNotes(
  lines: readonly Line[],
  notes: readonly Note[],
  extent: 'whole' | 'part',
  style: Style,
): readonly Line[] {
  const text = pageText(lines);
  const { placed } = placeNotes(text, notes, extent);
  return withSpans(
    lines,
    placed.flatMap((range) => spansOf(text, range)),
    style,
  );
}

function withSpans(
  lines: readonly Line[],
  spans: readonly HitSpan[],
  style: Style,
): readonly Line[] {
  const marked = [...lines];
  for (const { line, from, to } of spans) {
    const under = marked[line];
    if (!under) continue;
    const runs = markRow(under.runs, from, to, (own) => ({ ...own, ...style }));
    marked[line] = { ...under, runs };
  }
  return marked;
}
