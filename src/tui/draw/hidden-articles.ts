// What a shelf that is longer than the screen says of itself.

import { margin } from '../pages/geometry.ts';
import { shelfRows } from '../pages/shelf-list.ts';
import { betweenRow, indentRow, type Row } from './row.ts';
import { muted, type View } from './view.ts';

/** Rows of the list from which one can be spared: above it the cursor is never on the first. */
export const STICKY_FROM = 6;

/** How many articles stand above and below what the screen shows, in the rows that are blank otherwise. */
export function hidden(view: View, body: number): { readonly above: Row; readonly below: Row } {
  const { state, world, wording, unicode } = view;
  const { shown, top } = state.shelf;
  const { rows } = shelfRows(shown, world.series);
  const cards = (from: number, to: number): number =>
    rows.slice(from, to).reduce((sum, { kind }) => sum + (kind === 'card' ? 1 : 0), 0);
  const { more } = world.messages;
  const said = (count: number, arrow: string, words: (count: string) => string): Row => {
    if (count === 0) return [];
    const side = margin(state.size);
    const text = muted(view, `${arrow} ${words(wording.number(count))}`);
    return indentRow(
      betweenRow([], [text], state.size.columns - 2 * side, view.theme.signs.ellipsis),
      side,
    );
  };
  // The first row is given to the name of the series where that has scrolled away.
  const first = rows[top]?.kind === 'card' && body > STICKY_FROM ? top + 1 : top;
  return {
    above: said(cards(0, first), unicode ? '↑' : '^', more.above),
    below: said(cards(top + body, rows.length), unicode ? '↓' : 'v', more.below),
  };
}
