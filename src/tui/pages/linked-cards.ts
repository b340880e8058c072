// Which article a link in another one leads to, and which articles link to one. It knows nothing of pages.

import type { Card } from '../../library/article/card.ts';
import { backlinksOf, linkIndex } from '../../library/query/link-target.ts';

export interface LinkedCards {
  readonly target: (from: Card, href: string) => Card | undefined;
  readonly backlinks: (card: Card) => readonly Card[];
}

/** Links among `cards`; each article's backlinks are looked for once. */
export function linkedCards(cards: readonly Card[]): LinkedCards {
  const { find, target } = linkIndex(cards);
  const known = new Map<string, readonly Card[]>();
  return {
    target(from, href) {
      const found = target(from, href);
      if (found?.kind === 'here') return from;
      return found?.kind === 'article' ? found.card : undefined;
    },
    backlinks(card) {
      const found = known.get(card.id) ?? backlinksOf(card, cards, find);
      known.set(card.id, found);
      return found;
    },
  };
}
