// When a page was published.

import { writtenDate } from '../../written-dates.ts';
import { all, type Tree, textOf } from '../tree/dom.ts';
import type { PageHead } from './head.ts';
import { type Data, field, meta } from './said.ts';

/** The day that a page was published on: by JSON-LD, meta elements, `<time>`, its address, or as it is written. */
export function dateOf(
  head: PageHead,
  tree: Tree,
  objects: readonly Data[],
  address: string | undefined,
): string | undefined {
  const said =
    day(field(objects, 'datePublished')) ??
    day(
      meta(
        head,
        'article:published_time',
        'og:published_time',
        'article:published',
        'datepublished',
        'date',
        'dc.date',
        'dc.date.issued',
        'dcterms.created',
        'dcterms.date',
        'citation_publication_date',
        'citation_date',
        'parsely-pub-date',
        'sailthru.date',
        'pubdate',
        'publish-date',
        'publication_date',
        'last-modified',
      ),
    ) ??
    day(field(objects, 'dateCreated'));
  if (said !== undefined) return said;
  const shown = all(
    tree,
    '[itemprop="datePublished"], time[pubdate], .published, .dt-published, .entry-date, .post-date, .article-date, time[datetime], time, [class*="publish"], [class*="datum"], [class*="date"]',
  )
    .filter(
      (element) => element.closest('footer, aside, nav, .comment, .comments, #comments') === null,
    )
    .slice(0, 40);
  for (const element of shown) {
    const found =
      day(element.getAttribute('datetime') ?? element.getAttribute('content') ?? undefined) ??
      writtenDate(textOf(element).slice(0, 120));
    if (found !== undefined) return found;
  }
  const inAddress = /\/(20\d\d|19\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/-])/.exec(address ?? '');
  if (inAddress !== null)
    return day(
      `${inAddress[1]}-${inAddress[2]!.padStart(2, '0')}-${inAddress[3]!.padStart(2, '0')}`,
    );
  const line = all(tree, 'p, span, div, small, em, li, address')
    .slice(0, 300)
    .map(textOf)
    .find((text) => text.length < 70 && writtenDate(text) !== undefined);
  return line === undefined ? undefined : writtenDate(line);
}

/** The day of a time as pages write it, `YYYY-MM-DD`; undefined for none, and for the beginning of all clocks. */
export function day(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const iso =
    /^\s*(\d{4})-(\d{2})-(\d{2})/.exec(text) ??
    /^\s*(\d{4})[/.](\d{2})[/.](\d{2})\b/.exec(text) ??
    /^\s*(\d{4})(\d{2})(\d{2})(?:T|$)/.exec(text);
  const found =
    iso === null ? (writtenDate(text) ?? fromWords(text)) : `${iso[1]}-${iso[2]}-${iso[3]}`;
  const isDay =
    found !== undefined &&
    !Number.isNaN(Date.parse(found)) &&
    found > '1900' &&
    !found.startsWith('1970-01-01');
  return isDay ? found : undefined;
}

function fromWords(text: string): string | undefined {
  const time = /\b(?:19|20)\d\d\b/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().slice(0, 10);
}
