// The oracle of the catalog's tests: everything the folders say, read from the first byte to the last.
// What any cache answers must equal this.

import { type Article, readArticle } from '../../src/library/article/article.ts';
import { readArticleFile } from '../../src/library/article/article-file.ts';
import type { Card, Series } from '../../src/library/article/card.ts';
import {
  cardsOf,
  entriesOf,
  listRoots,
  type Member,
  seriesFilesOf,
  seriesOf,
  seriesOrder,
} from '../../src/library/library.ts';
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
