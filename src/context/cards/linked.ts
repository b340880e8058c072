// Which articles an article links to, and which link to it.

import { pathToFileURL } from 'node:url';
import { linkFinder } from '../../library/query/link-target.ts';
import { addressIn } from '../article-address.ts';
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
    index = linkIndex(context);
    indexes.set(context, index);
  }
  return (await index).get(card.id) ?? { links: [], backlinks: [] };
}

async function linkIndex(context: Context): Promise<ReadonlyMap<string, Linked>> {
  const cards = await (await context.catalog()).list();
  const find = linkFinder(cards);
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

/**
 * Where the links of an article lead as `file:` URLs: to files within the library, and to notes by their
 * names. The library is asked only where a link is no file's.
 */
export async function addressesOf(
  context: Context,
  { card }: Article,
): Promise<(href: string) => string | undefined> {
  const { roots } = context.settings;
  const asFile = (href: string): string | undefined => addressIn(roots, card.path, href);
  const names = (card.links ?? []).filter((link) => asFile(encodeURI(link)) === undefined);
  if (names.length === 0) return asFile;
  const find = linkFinder(await (await context.catalog()).list());
  return (href) => {
    const file = asFile(href);
    if (file !== undefined || href.startsWith('#')) return file;
    const found = find(card, decoded(href));
    return found === undefined ? undefined : pathToFileURL(found.path).href;
  };
}

function decoded(href: string): string {
  try {
    return decodeURIComponent(href.replace(/#.*$/s, ''));
  } catch {
    return href;
  }
}
