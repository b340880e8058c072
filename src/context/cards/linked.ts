// Which articles an article links to, and which link to it.

import { linkIndex } from '../../library/query/link-target.ts';
import type { Article } from '../article-shown.ts';
import type { Context } from '../context.ts';

interface Linked {
  readonly links: readonly string[];
  readonly backlinks: readonly string[];
}

/** All links of a library, found once for all articles that are printed. */
const indexes = new WeakMap<Context, Promise<ReadonlyMap<string, Linked>>>();

/** Ids of the articles that an article of the library links to, and of those that link to it. */
export async function linkedOf(context: Context, { card, loose }: Article): Promise<Linked> {
  if (loose) return { links: [], backlinks: [] };
  let index = indexes.get(context);
  if (index === undefined) {
    index = allLinks(context);
    indexes.set(context, index);
  }
  return (await index).get(card.id) ?? { links: [], backlinks: [] };
}

async function allLinks(context: Context): Promise<ReadonlyMap<string, Linked>> {
  const cards = await (await context.catalog()).list();
  const { find } = linkIndex(cards);
  const index = new Map(
    cards.map(({ id }) => [id, { links: [] as string[], backlinks: [] as string[] }]),
  );
  for (const card of cards) {
    const targets = new Set((card.links ?? []).flatMap((link) => find(card, link)?.id ?? []));
    for (const id of targets) {
      index.get(card.id)?.links.push(id);
      if (id !== card.id) index.get(id)?.backlinks.push(card.id);
    }
  }
  return index;
}
