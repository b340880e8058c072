// The oracle of the catalog's tests: everything the folders say, read from the first byte to the last.
// What any cache answers must equal this.

import { type Article, readArticle } from '../../src/library/article/article.ts';
import { readArticleFile } from '../../src/library/article/article-file.ts';
import type { Card, Series } from '../../src/library/article/card.ts';
import type { SeriesOrder } from '../../src/library/article/fields.ts';
import type { SeriesFields } from '../../src/library/article/matter-fields.ts';
import {
  type Entry,
  entriesOf,
  listRoots,
  seriesFilesOf,
  seriesOf,
  seriesOrder,
} from '../../src/library/library.ts';
import { chained } from '../../src/library/series/chain.ts';
import { compareInSeries } from '../../src/library/series/order.ts';
import { seriesFieldsAt } from '../../src/library/series/series-file.ts';

/** A whole library; cards in the order of series and places. */
export interface Library {
  readonly series: readonly Series[];
  readonly cards: readonly Card[];
}

/** Reads all articles below the roots. An article that can't be read is there with its names alone. */
export async function scanLibrary(roots: readonly string[]): Promise<Library> {
  const folders = listRoots(roots);
  const members = new Map<string, Member[]>();
  for (const entry of entriesOf(folders)) {
    const list = members.get(entry.series) ?? [];
    members.set(entry.series, list);
    list.push({ entry, article: await articleAt(entry.path, entry.name.file) });
  }
  const files = seriesFilesOf(folders);
  const series: Series[] = [];
  const cards: Card[] = [];
  for (const key of seriesOrder(folders)) {
    const own = members.get(key) ?? [];
    if (own.length === 0) continue;
    const fields = await seriesFieldsAt(files.get(key));
    series.push(seriesOf(key, fields, own.length));
    cards.push(...cardsOf(own, fields));
  }
  return { series, cards };
}

/** The article in a file; one that can't be read is empty, and the fault says why. */
async function articleAt(path: string, fileName: string): Promise<Article> {
  const file = readArticleFile(path);
  if (file.kind === 'text') return readArticle(file.text, fileName);
  const fault =
    file.kind === 'too-large'
      ? ({ code: 'too-large', size: file.size, limit: file.limit } as const)
      : ({ code: 'unreadable', reason: file.reason } as const);
  const article = await readArticle('', fileName);
  return { ...article, faults: [{ ...fault, line: 1, column: 1 }] };
}

/** An article of a series that is about to be ordered. */
interface Member {
  readonly entry: Entry;
  readonly article: Article;
}

function cardsOf(members: readonly Member[], fields: SeriesFields): Card[] {
  const order: SeriesOrder = fields.order ?? 'number';
  const placed = members.map(({ entry, article }) => ({
    entry,
    article,
    name: entry.name,
    slug: entry.slug,
    date: article.fields.date ?? entry.name.date,
    title: article.title,
    neighbours: article.fields.neighbours,
  }));
  placed.sort((a, b) => compareInSeries(order, a, b));
  return chained(placed).map(({ entry, article, date, neighbours }, index) => {
    const { aliases, authors, tags, draft, updated, summary, source } = article.fields;
    const lang = article.fields.lang ?? fields.lang;
    return {
      id: entry.id,
      slug: entry.slug,
      series: entry.series,
      number: index + 1,
      title: article.title,
      titleFrom: article.titleFrom,
      ...(date === undefined ? {} : { date }),
      ...(updated === undefined ? {} : { updated }),
      authors,
      ...(lang === undefined ? {} : { lang }),
      tags,
      ...(aliases === undefined ? {} : { aliases }),
      ...(summary === undefined ? {} : { summary }),
      ...(source === undefined ? {} : { source }),
      draft,
      ...(neighbours === undefined ? {} : { neighbours }),
      ...(article.links === undefined ? {} : { links: article.links }),
      path: entry.path,
      words: article.words,
      minutes: article.minutes,
    };
  });
}
