// Which articles an article links to, and which link to it.

import { pathToFileURL } from 'node:url';
import { backlinksOf, linkFinder } from '../../library/query/link-target.ts';
import { addressIn } from '../article-address.ts';
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
