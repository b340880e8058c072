// The feeds that could not be read, each with why.

import { boxFor } from '../../pages/geometry.ts';
import type { Overlay } from '../../pages/overlay.ts';
import { troublesOf } from '../../state/shelf-state.ts';

import { run } from '../row.ts';
import { fitted, muted, styleOf, type View } from '../view.ts';
import type { BoxContent } from './box.ts';

export function troublesBox(
  view: View,
  overlay: Extract<Overlay, { kind: 'troubles' }>,
): BoxContent {
  const { series, messages } = view.world;
  const titles = new Map(series.map(({ key, title }) => [key, title]));
  const rows = troublesOf(view.state).flatMap(([key, why]) => [
    [run(titles.get(key) ?? key, styleOf(view, 'heading2'))],
    [muted(view, `  ${why}`)],
  ]);
  const box = boxFor(view.state.size, rows.length);
  const top = Math.min(overlay.top, Math.max(0, rows.length - box.height));
  return {
    box,
    title: messages.troublesTitle,
    rows: rows.slice(top, top + box.height).map((row) => fitted(view, row, box.width)),
    above: top > 0,
    below: top + box.height < rows.length,
  };
}
