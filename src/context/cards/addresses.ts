// Where the links of an article lead, for a terminal that follows them.

import { addressIn } from '../article-address.ts';
import type { Article } from '../article-shown.ts';
import type { Context } from '../context.ts';

/** Where links lead; only an article with links to others needs to know more than where files are. */
export async function addressesFor(
  context: Context,
  article: Article,
): Promise<(href: string) => string | undefined> {
  const { card } = article;
  if (card.links === undefined)
    return (href: string) => addressIn(context.settings.roots, card.path, href);
  const { addressesOf } = await import('./linked.ts');
  return addressesOf(context, article);
}
