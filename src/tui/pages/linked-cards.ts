// Which article a link in another one leads to, and which articles link to one. It knows nothing of pages.

import type { Card } from '../../library/article/card.ts';
import { backlinksOf, linkFinder } from '../../library/query/link-target.ts';

export interface LinkedCards {
  /** The article that an address leads to, as it stands in `from`. */
  readonly target: (from: Card, href: string) => Card | undefined;
  readonly backlinks: (card: Card) => readonly Card[];
}

/** Links among `cards`; each article's backlinks are looked for once. */
export function linkedCards(cards: readonly Card[]): LinkedCards {
  const find = linkFinder(cards);
  const known = new Map<string, readonly Card[]>();
  return {
    target: (from, href) => (/^[?#]|^$/.test(href) ? from : find(from, decoded(href))),
    backlinks(card) {
      const found = known.get(card.id) ?? backlinksOf(card, cards, find);
      known.set(card.id, found);
      return found;
    },
  };
}

function decoded(href: string): string {
  // A `#` that is part of a name stays encoded, so that it begins no anchor.
  const address = href.replace(/[?#].*$/s, '');
  try {
    return decodeURIComponent(address.replaceAll('%23', '%2523').replaceAll('%3F', '%253F'));
  } catch {
    return address;
  }
}
