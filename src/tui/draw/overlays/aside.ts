// A table's figures as bars, and the sources of what is drawn on the screen, in a box.

import { columns } from '../../../typeset/text/width.ts';
import { boxFor } from '../../pages/geometry.ts';
import type { Overlay } from '../../pages/overlay.ts';
import { tableBars } from '../../pages/table-bars.ts';

import { type Row, run, wrapWords } from '../row.ts';
import { fitted, muted, styleOf, type View } from '../view.ts';
import type { BoxContent } from './box.ts';

export function barsBox(view: View, overlay: Extract<Overlay, { kind: 'bars' }>): BoxContent {
  const { state, world } = view;
  const { width } = boxFor(state.size, overlay.table.rows.length);
  const bars = tableBars(overlay.table, overlay.turn, width, state.reader?.card.lang);
  const rows = (bars?.lines ?? []).map(
    ({ label, figure, bar }): Row => [
      run(label),
      run(`  ${figure}  `),
      run(view.unicode ? bar : '#'.repeat(columns(bar)), styleOf(view, 'heading2')),
    ],
  );
  return scrolled(view, bars?.title || world.messages.bars.title, rows, overlay.top);
}

export function sourcesBox(view: View, overlay: Extract<Overlay, { kind: 'sources' }>): BoxContent {
  const { width } = boxFor(view.state.size, 1);
  const lines = overlay.text
    .split('\n')
    .flatMap((line) => (columns(line) <= width ? [line] : wrapWords(line, width)));
  const rows = lines.map((line): Row => [run(line, styleOf(view, 'code'))]);
  return scrolled(view, view.world.messages.sources.title, rows, overlay.top);
}

function scrolled(view: View, title: string, rows: readonly Row[], wished: number): BoxContent {
  const box = boxFor(view.state.size, Math.max(1, rows.length));
  const top = Math.min(wished, Math.max(0, rows.length - box.height));
  const shown = rows.slice(top, top + box.height).map((row) => fitted(view, row, box.width));
  return {
    box,
    title,
    rows: shown.length === 0 ? [[muted(view, '')]] : shown,
    above: top > 0,
    below: top + box.height < rows.length,
  };
}
