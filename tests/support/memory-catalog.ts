// A library in memory, for tests of what stands on a catalog.

import type { Catalog } from '../../src/catalog/catalog.ts';
import { type Chunks, wholeChunks } from '../../src/catalog/documents/chunks.ts';
import { parsedChunks } from '../../src/catalog/documents/parsed-chunks.ts';
import type { Card, Series } from '../../src/library/article/card.ts';
import type { Document } from '../../src/typeset/document/document.ts';
import { parseChunks, parseDocument } from '../../src/typeset/parse/parse-document.ts';

export interface TestArticle {
  readonly series?: string;
  readonly slug: string;
  readonly title: string;
  readonly text: string;
  readonly source?: string;
}

/** An article with all that a page can have, and paragraphs of different lengths. */
export function richText(paragraphs = 12): string {
  const lines = Array.from({ length: paragraphs }, (_, index) => {
    const words = Array.from(
      { length: 12 + ((index * 17) % 50) },
      (__, word) => `Wort${index}x${word}`,
    );
    return `${index % 4 === 0 ? `## Abschnitt ${index}\n\n` : ''}Absatz Nummer ${index} mit Größe und ${words.join(' ')}.`;
  });
  return [
    'Ein Anfang mit [einem Link](https://example.org/eins), einer Fußnote[^a] und [noch einem](./zwei.md#abschnitt-4).',
    ...lines,
    '| Jahr | Wert |\n| --- | ---: |\n| 2023 | 1 |\n| 2024 | 22 |',
    '- eins\n- zwei mit 漢字漢字漢字 und 👩‍👩‍👧‍👦\n  - drei',
    '```js\nconst lang = "eine lange Zeile, die in keinen schmalen Bildschirm passt und umbrochen werden muss";\n```',
    '> Ein Zitat.',
    'Der letzte Absatz mit [Sprung](#abschnitt-4) und einer Fußnote[^b].',
    '[^a]: Die erste Anmerkung mit [Quelle](https://example.org/quelle).\n[^b]: Die zweite.',
  ].join('\n\n');
}

export const ARTICLES: readonly TestArticle[] = [
  {
    slug: 'eins',
    title: 'Der erste Artikel mit einem Titel, der für schmale Bildschirme viel zu lang ist',
    text: richText(),
    source: 'https://example.org/eins',
  },
  { slug: 'zwei', title: 'Über den zweiten', text: richText(20) },
  { slug: 'drei', title: 'Kurz', text: 'Nur ein Satz.' },
  { series: 'leer', slug: 'nichts', title: 'Nichts', text: '' },
];

export function cardsOf(articles: readonly TestArticle[]): readonly Card[] {
  const counts = new Map<string, number>();
  return articles.map(({ series = 'reihe', slug, title, text, source }) => {
    const number = (counts.get(series) ?? 0) + 1;
    counts.set(series, number);
    const words = text.split(/\s+/).length;
    return {
      id: `${series}/${slug}`,
      slug,
      series,
      number,
      title,
      titleFrom: 'front-matter',
      date: '2024-08-28',
      authors: [],
      lang: 'de',
      tags: ['probe'],
      draft: false,
      path: `/library/${series}/${slug}.md`,
      words,
      minutes: Math.max(1, Math.round(words / 200)),
      ...(source === undefined ? {} : { source: { url: source } }),
    };
  });
}

/** How articles come in chunks. */
export interface InParts {
  /** Characters of Markdown in a chunk. */
  readonly size: number;
  /** Chunks that are there at once; the others come one by one when they are waited for. All without it. */
  readonly atOnce?: number;
}

/** A catalog of articles in memory; its texts can be changed through `texts`. */
export function memoryCatalog(
  articles: readonly TestArticle[],
  texts = new Map<string, string>(),
  part?: InParts,
): Catalog {
  const cards = cardsOf(articles);
  cards.forEach((card, index) => {
    if (!texts.has(card.id)) texts.set(card.id, articles[index]?.text ?? '');
  });
  const series: readonly Series[] = [...new Set(cards.map((card) => card.series))].map((key) => ({
    key,
    title: `Reihe ${key}`,
    summary: 'Wovon sie handelt',
    count: cards.filter((card) => card.series === key).length,
  }));
  const text = (card: Card): string => texts.get(card.id) ?? '';
  return {
    find: async () => ({ kind: 'none', nearest: [] }),
    card: async (id) => cards.find((card) => card.id === id),
    series: async () => series,
    list: async () => cards,
    neighbours: async () => ({ series: series[0] as Series }),
    document: async (card) => documentOf(card, text(card)),
    chunks: async (card) =>
      part === undefined
        ? wholeChunks(documentOf(card, text(card)))
        : chunksOf(text(card), card, part),
    markdown: async (card) => text(card),
    search: async (query) => {
      const word = query.toLowerCase();
      const hits = cards.filter((card) => text(card).toLowerCase().includes(word));
      return {
        hits: hits.map((card) => ({
          card,
          snippet: [
            { text: 'um ', hit: false },
            { text: query, hit: true },
            { text: ' herum', hit: false },
          ],
        })),
        words: [word],
      };
    },
    wordsToMark: async (_card, query) => [query.toLowerCase()],
    folders: async () => '',
    refresh: () => {},
    close: () => {},
  };
}

async function chunksOf(
  text: string,
  { title }: Card,
  { size, atOnce = Number.POSITIVE_INFINITY }: InParts,
): Promise<Chunks> {
  const source = parseChunks(text, { title, lang: 'de', size });
  const stop = new AbortController();
  const chunks = parsedChunks(source, { bytes: text.length, again: true, stop });
  while (chunks.length < atOnce && !chunks.complete) await chunks.next();
  return chunks;
}

function documentOf(card: Card, text: string): Document {
  return parseDocument(text, { title: card.title, lang: 'de' });
}
