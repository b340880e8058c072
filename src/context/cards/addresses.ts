// Where the links of an article lead, for a page: to files within the library alone.

import { existsSync } from 'node:fs';
import { isAbsolute, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Card } from '../../library/article/card.ts';
import { linkIndex } from '../../library/query/link-target.ts';
import type { TypesetOptions } from '../../typeset/look/options.ts';
import type { Article } from '../article-shown.ts';
import type { Context } from '../context.ts';

/** Where an article's links lead. Cards are loaded only for a name, or for ids in a list of addresses. */
export async function resolverFor(
  context: Context,
  { card }: Article,
  links: TypesetOptions['links'],
): Promise<NonNullable<TypesetOptions['resolve']>> {
  const exists = (path: string): boolean =>
    context.settings.roots.some((root) => isBelow(path, root)) && existsSync(path);
  const files = linkIndex<Card>([], exists);
  const isNamed = (link: string): boolean =>
    files.target(card, encodeURIComponent(link)) === undefined;
  const asks = card.links !== undefined && (links === 'references' || card.links.some(isNamed));
  const { target } = asks ? linkIndex(await (await context.catalog()).list(), exists) : files;
  const resolve = (href: string) => {
    const found = target(card, href);
    switch (found?.kind) {
      case 'article':
        return { address: pathToFileURL(found.card.path).href, id: found.card.id };
      case 'file':
        return { address: pathToFileURL(found.path).href };
      default:
        return undefined;
    }
  };
  // A long article leads to the same file many times, and the disk is asked for each.
  const known = new Map<string, ReturnType<typeof resolve>>();
  return (href) => {
    if (!known.has(href)) known.set(href, resolve(href));
    return known.get(href);
  };
}

function isBelow(path: string, root: string): boolean {
  const way = relative(root, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
