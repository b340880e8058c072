// The library of a screen opened on files or standard input. Nothing of it is kept.

import type { Catalog, Hit, SearchResult } from '../../catalog/catalog.ts';
import { parseOptionsOf } from '../../catalog/documents/parse-options.ts';
import { textChunks } from '../../catalog/documents/text-chunks.ts';
import type { Article } from '../../context/article-shown.ts';
import type { Card, Series } from '../../library/article/card.ts';
import { fold, foldedWords } from '../../library/query/fold.ts';
import { resolve } from '../../library/query/query.ts';
import { parseDocument } from '../../typeset/parse/parse-document.ts';
import { type PrepareOptions, prepare } from '../../typeset/prepare/prepare.ts';

const ALL: PrepareOptions = { hyphenate: true, highlight: true };
/** Characters of a text around a hit. */
const AROUND = 60;

export interface LooseLibrary {
  readonly catalog: Catalog;
  /** The articles as the library has them: with ids, and numbers in their order. */
  readonly cards: readonly Card[];
}

/** A library of `articles` under one title; `reread` reads one again that may have changed. */
export function looseLibrary(
  articles: readonly Article[],
  title: string,
  reread: (article: Article) => Promise<Article>,
): LooseLibrary {
  const entries = articles.map((article, index) => ({
    article,
    card: numbered(article.card, index),
  }));
  const series: Series = { key: '', title, count: entries.length };
  const of = (card: Card): Article =>
    entries.find((entry) => entry.card.id === card.id)?.article as Article;
  const markdown = async (card: Card): Promise<string> => (await reread(of(card))).markdown();

  const catalog: Catalog = {
    find: async (query) => resolve(query, current()),
    card: async (id) => current().find((card) => card.id === id),
    series: async () => [series],
    list: async () => current(),
    neighbours: async ({ number }) => {
      const [previous, next] = [current()[number - 2], current()[number]];
      return { series, ...(previous ? { previous } : {}), ...(next ? { next } : {}) };
    },
    document: async (card, wanted = ALL) =>
      prepare(parseDocument(await markdown(card), parseOptionsOf(card)), wanted),
    chunks: async (card, wanted = ALL, anyOrder = true) =>
      textChunks(await markdown(card), parseOptionsOf(card), { wanted, anyOrder }),
    markdown,
    wordsToMark: async (_card, query) => foldedWords(query),
    search: async (query) => {
      const texts: [Card, string][] = [];
      for (const card of current()) texts.push([card, await markdown(card)]);
      return searched(query, texts);
    },
    folders: async () => '',
    refresh: () => undefined,
    close: () => undefined,
  };
  const current = (): readonly Card[] => entries.map(({ card }) => card);
  return { catalog, cards: current() };
}

/** A loose card has no id; the screen needs one for each. */
function numbered(card: Card, index: number): Card {
  return { ...card, id: `${index + 1}:${card.path}`, number: index + 1 };
}

/** The articles that hold every word of a query, with the text around the first. */
function searched(query: string, texts: readonly (readonly [Card, string])[]): SearchResult {
  const words = foldedWords(query);
  const [first] = words;
  if (first === undefined) return { hits: [], words };
  const hits = texts.flatMap(([card, text]): Hit[] => {
    const folded = fold(text);
    if (!words.every((word) => folded.includes(word))) return [];
    // Folding may change lengths: the place is only roughly that of the text.
    const at = Math.max(0, text.toLowerCase().indexOf(first));
    const snippet = [
      { text: text.slice(Math.max(0, at - AROUND), at), hit: false },
      { text: text.slice(at, at + first.length), hit: true },
      { text: text.slice(at + first.length, at + first.length + AROUND), hit: false },
    ];
    return [{ card, snippet }];
  });
  return { hits, words };
}
