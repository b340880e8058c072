// The shelf as rows: articles under the headings of their series.

import type { Reading } from '../../history/event.ts';
import type { Card, Series } from '../../library/article/card.ts';
import { foldText } from './fold-text.ts';

export type ShelfRow =
  | { readonly kind: 'series'; readonly series: Series }
  | { readonly kind: 'card'; readonly card: Card; readonly index: number }
  | { readonly kind: 'blank' };

export interface ShelfRows {
  readonly rows: readonly ShelfRow[];
  /** Row of each shown card. */
  readonly rowOf: readonly number[];
}

export interface ShelfFilter {
  readonly text: string;
  readonly unreadOnly: boolean;
  readonly starredOnly?: boolean;
}

const folded = new WeakMap<Card, string>();

function haystack(card: Card, series: Series | undefined): string {
  let text = folded.get(card);
  if (text === undefined) {
    text = foldText(
      [card.title, series?.title ?? '', card.slug, ...card.tags, ...card.authors].join('\n'),
    );
    folded.set(card, text);
  }
  return text;
}

/** Cards that are got ready at once between keys: a millisecond or two. */
const SLICE = 250;
const ready = new WeakMap<readonly Card[], number>();

/** Gets cards ready to be filtered, some at a time; says whether all are. */
export function readyToFilter(cards: readonly Card[], series: readonly Series[]): boolean {
  const from = ready.get(cards) ?? 0;
  if (from >= cards.length) return true;
  const bySeries = new Map(series.map((one) => [one.key, one]));
  for (const card of cards.slice(from, from + SLICE)) haystack(card, bySeries.get(card.series));
  ready.set(cards, from + SLICE);
  return from + SLICE >= cards.length;
}

/** The cards that hold every word of the filter, in their order. */
export function filterCards(
  cards: readonly Card[],
  series: readonly Series[],
  readings: ReadonlyMap<string, Reading>,
  filter: ShelfFilter,
): readonly Card[] {
  const words = foldText(filter.text)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0 && !filter.unreadOnly && !filter.starredOnly) return cards;
  const bySeries = new Map(series.map((one) => [one.key, one]));
  return cards.filter((card) => {
    if (filter.unreadOnly && readings.get(card.id)?.read === true) return false;
    if (filter.starredOnly && readings.get(card.id)?.starred !== true) return false;
    const text = haystack(card, bySeries.get(card.series));
    return words.every((word) => text.includes(word));
  });
}

const known = new WeakMap<
  readonly Card[],
  { readonly series: readonly Series[]; readonly rows: ShelfRows }
>();

/** The rows of the shown cards, each series under its heading, kept as long as the cards are the same. */
export function shelfRows(shown: readonly Card[], series: readonly Series[]): ShelfRows {
  const kept = known.get(shown);
  if (kept !== undefined && kept.series === series) return kept.rows;
  const bySeries = new Map(series.map((one) => [one.key, one]));
  const rows: ShelfRow[] = [];
  const rowOf: number[] = [];
  let last: string | undefined;
  shown.forEach((card, index) => {
    if (card.series !== last) {
      if (last !== undefined) rows.push({ kind: 'blank' });
      last = card.series;
      rows.push({
        kind: 'series',
        series: bySeries.get(card.series) ?? { key: card.series, title: card.series, count: 0 },
      });
    }
    rowOf.push(rows.length);
    rows.push({ kind: 'card', card, index });
  });
  const made: ShelfRows = { rows, rowOf };
  known.set(shown, { series, rows: made });
  return made;
}

/** The top row that shows a card: moved no further than needed, a series' heading with its first. */
export function topShowing(list: ShelfRows, cursor: number, top: number, body: number): number {
  const row = list.rowOf[cursor];
  if (row === undefined) return 0;
  const isFirst = list.rows[row - 1]?.kind === 'series';
  const above = Math.max(0, row - (isFirst ? 1 : 0) - (body > 6 ? 1 : 0));
  const below = row + (body > 6 ? 1 : 0);
  let next = Math.min(top, body > 1 ? above : row);
  if (below >= next + body) next = below - body + 1;
  return Math.max(0, Math.min(next, Math.max(0, list.rows.length - body)));
}
