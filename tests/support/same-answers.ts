// Compares what a catalog with a cache answers with what a fresh scan of the same folders says.

import { expect } from 'vitest';
import type { Catalog } from '../../src/catalog/catalog.ts';
import { openCatalog } from '../../src/catalog/open-catalog.ts';
import { resolve } from '../../src/library/query/query.ts';
import { scanLibrary } from './scan-library.ts';

/** Asks `catalog` all there is to ask and expects what a scan and an empty catalog answer. */
export async function expectFreshAnswers(
  catalog: Catalog,
  roots: readonly string[],
  searches: readonly string[],
): Promise<void> {
  const { cards, series } = await scanLibrary(roots);
  // One article first, since looking at little must not be answered from what is outdated.
  for (const card of cards.slice(0, 3)) {
    expect(await catalog.card(card.id)).toEqual(card);
    expect(await catalog.find(card.id)).toEqual(resolve(card.id, cards));
    const own = cards.filter((other) => other.series === card.series);
    const { previous, next } = await catalog.neighbours(card);
    expect([previous, next]).toEqual([own[card.number - 2], own[card.number]]);
  }
  expect(await catalog.series()).toEqual(series);
  expect(await catalog.list()).toEqual(cards);
  for (const query of ['latest', 'first', 'x', 'one/2', 'two', 'nothing-like-it']) {
    expect(await catalog.find(query)).toEqual(resolve(query, cards));
  }
  const fresh = await openCatalog({ roots });
  try {
    for (const query of searches) {
      expect(await catalog.search(query)).toEqual(await fresh.search(query));
    }
    for (const card of cards.slice(0, 4)) {
      expect(await catalog.document(card)).toEqual(await fresh.document(card));
      expect(await catalog.markdown(card)).toBe(await fresh.markdown(card));
    }
  } finally {
    fresh.close();
  }
}
