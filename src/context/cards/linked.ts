// Which articles an article links to, and which link to it.

import { backlinksOf, linkFinder } from '../../library/query/link-target.ts';
import type { Article } from '../article-shown.ts';
import type { Context } from '../context.ts';

/** Ids of the articles that an article of the library links to, and of those that link to it. */
export async function linkedOf(
  context: Context,
  { card, loose }: Article,
): Promise<{ readonly links: readonly string[]; readonly backlinks: readonly string[] }> {
  if (loose) return { links: [], backlinks: [] };
  const cards = await (await context.catalog()).list();
  const find = linkFinder(cards);
  const links = (card.links ?? []).flatMap((link) => find(card, link)?.id ?? []);
  return {
    links: [...new Set(links)],
    backlinks: backlinksOf(card, cards, find).map(({ id }) => id),
  };
}
