// The pages before and after a page.

import type { IncomingArticle } from '../../incoming.ts';
import { all, resolved, type Tree, textOf } from '../tree/dom.ts';
import type { PageHead } from './head.ts';

/** The pages before and after, by `rel` or by a link that says so. */
export function neighboursOf(
  head: PageHead,
  tree: Tree,
): Pick<IncomingArticle, 'previous' | 'next'> {
  const base = tree.baseURI;
  const own = resolved(base, undefined);
  const find = (relation: string, word: RegExp) => {
    const said =
      head.links.get(relation)?.[0] ??
      tree.querySelector(`a[rel~="${relation}"]`)?.getAttribute('href');
    const shown = () =>
      all(tree, 'a[href]')
        .slice(0, 3000)
        .find((link) => word.test(textOf(link)) || word.test(link.getAttribute('title') ?? ''));
    const link = said === undefined || said === null ? shown() : undefined;
    const address = resolved(said ?? link?.getAttribute('href') ?? '', base);
    const isNear = address !== undefined && address !== own && sameSite(address, base);
    return isNear ? { address } : undefined;
  };
  const next = find(
    'next',
    /^(?:weiter|nächste(?:r|s)?(?: (?:seite|kapitel|teil|artikel|beitrag))?|next(?: (?:page|chapter|part|article|post))?|vor)\s*[›»→>]*$/i,
  );
  const previous = find(
    'prev',
    /^[‹«←<]*\s*(?:zurück|vorherige(?:r|s)?(?: (?:seite|kapitel|teil|artikel|beitrag))?|prev(?:ious)?(?: (?:page|chapter|part|article|post))?)$/i,
  );
  return {
    ...(previous === undefined ? {} : { previous }),
    ...(next === undefined ? {} : { next }),
  };
}

function sameSite(a: string, b: string): boolean {
  return URL.canParse(a) && URL.canParse(b) && new URL(a).host === new URL(b).host;
}
