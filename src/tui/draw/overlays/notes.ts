// Notes and highlights of an article, each with what was written to it.

import { boxFor } from '../../pages/geometry.ts';
import type { Overlay } from '../../pages/overlay.ts';
import { listedNotes } from '../../state/noting/note-state.ts';
import { type Row, run } from '../row.ts';
import { fitted, muted, styleOf, type View } from '../view.ts';
import { type BoxContent, currentRow, windowAt, windowContent } from './box.ts';

export function notesBox(view: View, overlay: Extract<Overlay, { kind: 'notes' }>): BoxContent {
  const { notes: said } = view.world.messages;
  const all = listedNotes(view.state, view.world);
  const rows = all.flatMap(({ note, from }, index): readonly Row[] => {
    const isCurrent = index === overlay.cursor;
    const lines: Row[] = [[run(oneLine(note.quote.exact))]];
    if (note.text !== undefined)
      lines.push([run(`  ${oneLine(note.text)}`, styleOf(view, 'emphasis'))]);
    if (from === undefined) lines.push([muted(view, `  ${said.orphaned}`)]);
    return lines.map((line) => (isCurrent ? [...line, CURRENT] : line));
  });
  const box = boxFor(view.state.size, Math.max(1, rows.length), 'middle');
  const at = rows.findIndex((row) => row.includes(CURRENT));
  const top = windowAt(Math.max(0, at), rows.length, box.height);
  const shown = rows.slice(top, top + box.height).map((row): Row => {
    const own = fitted(
      view,
      row.filter((part) => part !== CURRENT),
      box.width,
    );
    return row.includes(CURRENT) ? currentRow(view, own, box.width) : own;
  });
  return windowContent(view, said, { box, rows: shown, top, count: rows.length });
}

/** Marks the rows of the note under the cursor. */
const CURRENT = run('');

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
