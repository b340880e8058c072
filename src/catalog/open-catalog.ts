// Opens the library's catalog.

import { NewsError } from '../errors.ts';
import { readArticleFile } from '../library/article-file.ts';
import type { Card, ListFilter, Neighbours, Resolution, Series } from '../library/card.ts';
import { foldedWords } from '../library/fold.ts';
import { splitFrontMatter } from '../library/front-matter.ts';
import { resolve } from '../library/query.ts';
import { type Library, scanLibrary } from '../library/scan.ts';
import type { Catalog, CatalogOptions, SearchResult } from './catalog.ts';

/** Opens the catalog of some folders. */
export async function openCatalog({ roots }: CatalogOptions): Promise<Catalog> {
  let scanned: Promise<Library> | undefined;
  const library = (): Promise<Library> => {
    scanned ??= scanLibrary(roots);
    return scanned;
  };
  const markdown = async (card: Card): Promise<string> => {
    const file = readArticleFile(card.path);
    if (file.kind !== 'text') throw new NewsError('unreadable', `cannot read ${card.path}`);
    return splitFrontMatter(file.text).body;
  };
  return {
    find: async (query): Promise<Resolution> => resolve(query, (await library()).cards),
    card: async (id) => (await library()).cards.find((card) => card.id === id),
    series: async (): Promise<readonly Series[]> => (await library()).series,
    list: async (filter: ListFilter = {}) =>
      (await library()).cards.filter(
        (card) =>
          (filter.series === undefined || card.series === filter.series) &&
          (filter.tag === undefined || card.tags.includes(filter.tag)) &&
          (filter.lang === undefined || card.lang === filter.lang),
      ),
    neighbours: async (card): Promise<Neighbours> => {
      const { series, cards } = await library();
      const own = cards.filter((other) => other.series === card.series);
      const previous = own[card.number - 2];
      const next = own[card.number];
      return {
        series: series.find(({ key }) => key === card.series) as Series,
        ...(previous ? { previous } : {}),
        ...(next ? { next } : {}),
      };
    },
    document: async (card) => {
      const { parseDocument } = await import('../typeset/document.ts');
      return parseDocument(await markdown(card), {
        title: card.title,
        ...(card.lang === undefined ? {} : { lang: card.lang }),
      });
    },
    markdown,
    search: async (query): Promise<SearchResult> => {
      const words = foldedWords(query);
      const { cards } = await library();
      const hits = cards.filter(({ title, summary }) => {
        const own = foldedWords(`${title} ${summary ?? ''}`);
        return words.every((word) => own.includes(word));
      });
      return {
        hits: hits.map((card) => ({ card, snippet: [{ text: card.summary ?? '', hit: false }] })),
        words,
      };
    },
    refresh: () => {
      scanned = undefined;
    },
    close: () => {},
  };
}
