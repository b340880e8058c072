// The articles that link to the one on the screen.

import type { Overlay } from '../../pages/overlay.ts';
import { run } from '../row.ts';
import { muted, type View } from '../view.ts';
import { type BoxContent, listBox } from './box.ts';

export function backlinksBox(
  view: View,
  overlay: Extract<Overlay, { kind: 'backlinks' }>,
): BoxContent {
  const { world, state } = view;
  const cards = state.reader === undefined ? [] : world.linked().backlinks(state.reader.card);
  const seriesOf = (key: string): string =>
    world.series.find((one) => one.key === key)?.title ?? key;
  return listBox(view, world.messages.backlinks, overlay.cursor, cards, ({ title, series }) => [
    run(title),
    muted(view, `   ${seriesOf(series)}`),
  ]);
}
