// A page's title, without the name of its site.

import { all, type Tree, textOf } from '../tree/dom.ts';
import type { PageHead } from './head.ts';
import { type Data, field, isSite, meta, plain, same, words } from './said.ts';

/** A heading whose words lie in the title that the head has; else JSON-LD; else that title without the site. */
export function titleOf(
  head: PageHead,
  tree: Tree,
  objects: readonly Data[],
  site: string | undefined,
): string | undefined {
  const said = [
    meta(head, 'og:title', 'twitter:title', 'dc.title', 'citation_title') ?? '',
    head.title,
  ]
    .map(plain)
    .filter(Boolean);
  const headings = all(tree, 'h1')
    .slice(0, 100)
    .filter((heading) => !isHome(heading))
    .map((heading) => textOf(heading).replace(/\s*[¶#§]$/, ''))
    .filter((text) => text.length > 1 && text.length < 300);
  const known = said.map(words);
  const within = headings.find((heading) => {
    const own = words(heading);
    return (
      own.length > 0 &&
      known.some((all) => own.filter((word) => all.includes(word)).length >= own.length * 0.8)
    );
  });
  if (within !== undefined && !isSite(within, site)) return plain(within);
  const headline = field(objects, 'headline') ?? field(objects, 'name');
  if (headline !== undefined && !isSite(headline, site)) return plain(headline);
  const [first] = said;
  if (first !== undefined) return withoutSite(first, site);
  return headings.length === 1 ? headings[0] : undefined;
}

/** A heading that leads to the first page of its site is the site's name. */
const isHome = (heading: Element): boolean =>
  /^(?:https?:\/\/[^/]+)?\/?$/.test(heading.querySelector('a[href]')?.getAttribute('href') ?? '-');

/** A title without the name of its site before or after a separator. */
export function withoutSite(title: string, site: string | undefined): string {
  const parts = title.split(/\s+[|–—\-·•»«:›/]+\s+|\s*\|\s*/);
  if (parts.length < 2) return title;
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  const separators = title.match(/\s+[|–—\-·•»«:›/]+\s+|\s*\|\s*/g) ?? [];
  const cutLast = title.slice(0, title.lastIndexOf(separators.at(-1) ?? '')).trim();
  const cutFirst = title
    .slice(title.indexOf(separators[0] ?? '') + (separators[0]?.length ?? 0))
    .trim();
  if (site !== undefined) {
    if (same(last, site)) return cutLast;
    if (same(first, site)) return cutFirst;
  }
  // A short last part behind a bar is the site, whatever it calls itself elsewhere.
  const isBar = /[|·•»›]/.test(separators.at(-1) ?? '');
  return isBar && words(last).length <= 4 && words(cutLast).length >= 3 ? cutLast : title;
}
