// A footnote in a box at the screen's foot, so that the line it belongs to is not left.

import { boxFor } from '../../pages/geometry.ts';
import type { Overlay } from '../../pages/overlay.ts';
import type { Sheet } from '../../pages/sheet.ts';

import { sliceRow } from '../row.ts';
import { blend, styleOf, type View } from '../view.ts';
import type { BoxContent } from './box.ts';

export function noteBox(
  view: View,
  overlay: Extract<Overlay, { kind: 'note' }>,
  sheet: Sheet | undefined,
): BoxContent {
  const note = sheet?.page.notes[overlay.note];
  const lines = note?.lines ?? [];
  const box = boxFor(view.state.size, Math.max(1, lines.length), 'foot');
  const top = Math.min(overlay.top, Math.max(0, lines.length - box.height));
  const focus = styleOf(view, 'selection');
  return {
    box,
    title: view.world.messages.note.title(
      note === undefined ? '' : view.wording.number(note.number),
    ),
    rows: lines.slice(top, top + box.height).map((line) =>
      sliceRow(
        line.runs.map((part) =>
          part.link !== undefined && part.link === overlay.focus
            ? { ...part, style: blend(part.style, focus) }
            : part,
        ),
        0,
        box.width,
      ),
    ),
    above: top > 0,
    below: top + box.height < lines.length,
  };
}
