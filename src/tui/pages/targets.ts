// Which article an address in another one leads to. It knows nothing of pages.

import { posix } from 'node:path';
import type { Card } from '../../library/article/card.ts';

/** A path with slashes, whatever the system. */
export const slashed = (path: string): string => path.replaceAll('\\', '/');

/** The card that an address in an article names: a path from its file, or an id. */
export function targetOf(
  byPath: ReadonlyMap<string, Card>,
  index: ReadonlyMap<string, number>,
  cards: readonly Card[],
  from: Card,
  href: string,
): Card | undefined {
  const bare = href.replace(/[?#].*$/, '').replace(/^file:\/\//, '');
  if (bare === '') return from;
  const path = posix.resolve(posix.dirname(slashed(from.path)), decoded(bare));
  for (const ending of ['', '.md', '.markdown', '.txt']) {
    const card = byPath.get(path + ending);
    if (card !== undefined) return card;
  }
  const at = index.get(decoded(bare)) ?? index.get(`${from.series}/${decoded(bare)}`);
  return at === undefined ? undefined : cards[at];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
