// What is marked in an article: hits, notes, what is selected. By line, for the lines on the screen.

import type { Range } from '../../notes/quoted-text.ts';
import type { Role } from '../../typeset/look/theme.ts';
import { partitionPoint } from '../../typeset/text/partition-point.ts';
import { findHits, type HitSpan } from '../pages/find.ts';
import type { Sheet } from '../pages/sheet.ts';
import { lineOfIndex, pageText, placedNotes, spansOf } from '../pages/text/page-text.ts';
import { spokenRange } from '../pages/text/spoken-range.ts';
import { notesOf } from '../state/noting/note-state.ts';
import type { ReaderView } from '../state/state.ts';
import { markRow, type Row, run } from './row.ts';
import { blend, styleOf, type View } from './view.ts';

interface Mark {
  readonly from: number;
  readonly to: number;
  readonly role: Role;
}

export interface Marks {
  readonly byLine: ReadonlyMap<number, readonly Mark[]>;
  /** Lines on which a note begins. */
  readonly noted: ReadonlySet<number>;
}

/** The marks of the `body` lines on the screen; later ones lie over earlier ones. */
export function marksOf(view: View, reader: ReaderView, sheet: Sheet, body: number): Marks {
  const byLine = new Map<number, Mark[]>();
  const noted = new Set<number>();
  const add = ({ line, from, to }: HitSpan, role: Role): void => {
    const list = byLine.get(line) ?? [];
    list.push({ from, to, role });
    byLine.set(line, list);
  };
  const addRange = (range: Range, role: Role): void => {
    const text = pageText(sheet.page.lines);
    const { starts } = text.stream;
    const from = starts[Math.max(0, reader.top - sheet.head.length)] ?? text.text.length;
    const to = starts[Math.max(0, reader.top + body - sheet.head.length)] ?? text.text.length;
    const shown = { from: Math.max(range.from, from), to: Math.min(range.to, to) };
    if (shown.from >= shown.to) return;
    for (const span of spansOf(text, shown))
      add({ ...span, line: span.line + sheet.head.length }, role);
  };
  const notes = notesOf(view.state);
  if (notes.length > 0) {
    const { placed } = placedNotes(sheet, notes);
    const { starts } = pageText(sheet.page.lines).stream;
    const start = starts[Math.max(0, reader.top - sheet.head.length)] ?? 0;
    const end = starts[reader.top + body - sheet.head.length] ?? Number.POSITIVE_INFINITY;
    const last = partitionPoint(placed.length, (k) => (placed[k]?.from ?? 0) < end);
    for (const one of placed.slice(0, last)) {
      if (one.to <= start) continue;
      addRange(one, 'noted');
      if (one.note.text === undefined) continue;
      noted.add(sheet.head.length + lineOfIndex(pageText(sheet.page.lines), one.from));
    }
  }
  if (reader.find !== undefined) {
    const hits = findHits(sheet, reader.find.query);
    // A hit that began on the line above may end on the first.
    for (let index = Math.max(0, hits.from(reader.top) - 1); index < hits.length; index++) {
      const hit = hits.at(index) ?? [];
      if ((hit[0]?.line ?? 0) >= reader.top + body) break;
      for (const span of hit) add(span, index === reader.find.current ? 'currentHit' : 'hit');
    }
  }
  const { sentence } = reader.speech ?? {};
  if (sentence !== undefined) {
    const range = spokenRange(pageText(sheet.page.lines), sentence);
    if (range !== undefined) addRange(range, 'currentHit');
  }
  if (reader.selection !== undefined) addRange(reader.selection, 'selection');
  return { byLine, noted };
}

/** A row of the text with its marks. */
export function markedRow(view: View, row: Row, line: number, { byLine }: Marks): Row {
  let marked = row;
  for (const { from, to, role } of byLine.get(line) ?? []) {
    const over = styleOf(view, role);
    marked = markRow(marked, from, to, (under) => blend(under, over));
  }
  return marked;
}

/** A row at its place on the screen, with the sign of a note in its margin. */
export function inMargin(view: View, row: Row, left: number, isNoted: boolean): Row {
  if (!isNoted) return row.length === 0 ? row : [run(' '.repeat(left)), ...row];
  const before = ' '.repeat(Math.max(0, left - 2));
  const sign = run(view.theme.signs.note, styleOf(view, 'noteMark'));
  return [run(before), sign, run(left > 1 ? ' ' : ''), ...row];
}
