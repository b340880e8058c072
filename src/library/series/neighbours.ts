// Which article stands before another in its series, and which after it.

import type { Card, Neighbours, Series } from '../article/card.ts';

/** The neighbours of `card`, which is number `at` of `cards`, if it is among them. */
export function neighboursOf(
  card: Card,
  at: number | undefined,
  cards: readonly Card[],
  series: readonly Series[],
): Neighbours {
  const near = (by: 1 | -1): Card | undefined => {
    const other = cards[(at ?? Number.NaN) + by];
    return other?.series === card.series ? other : undefined;
  };
  const own = series.find((one) => one.key === card.series) ?? {
    key: card.series,
    title: card.series,
    count: 1,
  };
  const previous = near(-1);
  const next = near(1);
  return {
    series: own,
    ...(previous === undefined ? {} : { previous }),
    ...(next === undefined ? {} : { next }),
  };
}
