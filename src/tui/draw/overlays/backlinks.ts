// The articles that link to the one on the screen.

import { columns } from '../../../typeset/text/width.ts';
import { boxFor } from '../../pages/geometry.ts';
import type { Overlay } from '../../state/state.ts';
import { type Row, run } from '../row.ts';
import { fitted, muted, type View } from '../view.ts';
import { type BoxContent, currentRow, windowAt } from './box.ts';

export function backlinksBox(
  view: View,
  overlay: Extract<Overlay, { kind: 'backlinks' }>,
): BoxContent {
  const { world, state } = view;
  const { backlinks: said } = world.messages;
  const cards = state.reader === undefined ? [] : world.linked().backlinks(state.reader.card);
  const seriesOf = (key: string): string =>
    world.series.find((one) => one.key === key)?.title ?? key;
  const widest = cards.reduce(
    (width, card) => Math.max(width, columns(`${card.title}   ${seriesOf(card.series)}`)),
    columns(said.none),
  );
  const box = boxFor(state.size, Math.max(1, cards.length), 'middle', widest);
  const top = windowAt(overlay.cursor, cards.length, box.height);
  const rows = cards.slice(top, top + box.height).map((card, index): Row => {
    const row = fitted(
      view,
      [run(card.title), muted(view, `   ${seriesOf(card.series)}`)],
      box.width,
    );
    return top + index === overlay.cursor ? currentRow(view, row, box.width) : row;
  });
  return {
    box,
    title: said.title,
    rows: cards.length === 0 ? [fitted(view, [muted(view, said.none)], box.width)] : rows,
    above: top > 0,
    below: top + box.height < cards.length,
  };
}
