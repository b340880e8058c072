// A fresh scan: everything the folders say, read from the first byte to the last. What any cache answers
// must equal this.

import { type Article, readArticle } from './article/article.ts';
import { readArticleFile } from './article/article-file.ts';
import type { Card, Series } from './article/card.ts';
import type { SeriesFields } from './article/matter-fields.ts';
import {
  cardsOf,
  entriesOf,
  listRoots,
  type Member,
  seriesFilesOf,
  seriesOf,
  seriesOrder,
} from './library.ts';
import { readSeriesFile } from './series/series-file.ts';

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
export async function articleAt(path: string, fileName: string): Promise<Article> {
  const file = readArticleFile(path);
  if (file.kind === 'text') return readArticle(file.text, fileName);
  const fault =
    file.kind === 'too-large'
      ? ({ code: 'too-large', size: file.size, limit: file.limit } as const)
      : ({ code: 'unreadable', reason: file.reason } as const);
  const article = await readArticle('', fileName);
  return { ...article, faults: [{ ...fault, line: 1, column: 1 }] };
}

/** What a `series.yaml` says; nothing where there is none or it can't be read. */
export async function seriesFieldsAt(path: string | undefined): Promise<SeriesFields> {
  const file = path === undefined ? undefined : readArticleFile(path, 1024 * 1024);
  return file?.kind === 'text' ? (await readSeriesFile(file.text)).fields : {};
}
