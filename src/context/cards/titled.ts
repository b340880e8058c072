// Titles that depend on who reads: a note named by its day has that day's name.

import type { Catalog } from '../../catalog/catalog.ts';
import type { Card } from '../../library/article/card.ts';
import type { Messages } from '../../messages/table.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function titleFor(
  { title, titleFrom }: Pick<Card, 'title' | 'titleFrom'>,
  { format }: Messages,
): string {
  return titleFrom === 'file' && DAY.test(title) ? format.longDate(title) : title;
}

export function titledCatalog(catalog: Catalog, messages: Messages): Catalog {
  const own = (card: Card): Card => {
    const title = titleFor(card, messages);
    return title === card.title ? card : { ...card, title };
  };
  return {
    ...catalog,
    find: async (query) => {
      const found = await catalog.find(query);
      if (found.kind === 'found') return { ...found, card: own(found.card) };
      return found.kind === 'several' ? { ...found, cards: found.cards.map(own) } : found;
    },
    card: async (id) => {
      const card = await catalog.card(id);
      return card && own(card);
    },
    list: async (filter) => (await catalog.list(filter)).map(own),
    neighbours: async (card) => {
      const { previous, next, ...rest } = await catalog.neighbours(card);
      return {
        ...rest,
        ...(previous ? { previous: own(previous) } : {}),
        ...(next ? { next: own(next) } : {}),
      };
    },
    search: async (query, filter) => {
      const { hits, ...rest } = await catalog.search(query, filter);
      return { ...rest, hits: hits.map((hit) => ({ ...hit, card: own(hit.card) })) };
    },
  };
}
