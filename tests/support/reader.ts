// The full-screen reader without a terminal, for tests: a library in memory, real typesetting, and a
// state one can press keys on.

import type { Catalog } from '../../src/catalog/catalog.ts';
import type { HistoryEvent, Reading } from '../../src/history/event.ts';
import { readingAfter } from '../../src/history/fold-events.ts';
import type { Card, Series } from '../../src/library/card.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import { frame } from '../../src/tui/frame.ts';
import type { Size } from '../../src/tui/geometry.ts';
import { actionOf } from '../../src/tui/input.ts';
import { decodeKeys, settleKeys } from '../../src/tui/keyboard.ts';
import { type KeyOverrides, keymap } from '../../src/tui/keymap.ts';
import type { TuiOptions } from '../../src/tui/options.ts';
import type { Action, Request, State, World } from '../../src/tui/state.ts';
import { initialState, update } from '../../src/tui/update.ts';
import { type LiveWorld, liveWorld } from '../../src/tui/world.ts';
import { type Document, parseDocument } from '../../src/typeset/document.ts';
import { setFront } from '../../src/typeset/front.ts';
import type { TypesetOptions } from '../../src/typeset/options.ts';
import { paint } from '../../src/typeset/paint.ts';
import { theme } from '../../src/typeset/themes.ts';
import { typeset } from '../../src/typeset/typeset.ts';

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

/** A catalog of articles in memory; its texts can be changed through `texts`. */
export function memoryCatalog(
  articles: readonly TestArticle[],
  texts = new Map<string, string>(),
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
    refresh: () => {},
    close: () => {},
  };
}

function documentOf(card: Card, text: string): Document {
  return parseDocument(text, { title: card.title, lang: 'de' });
}

export interface ReaderOptions {
  readonly size?: Size;
  readonly articles?: readonly TestArticle[];
  readonly catalog?: Catalog;
  readonly language?: 'en' | 'de';
  readonly unicode?: boolean;
  readonly keys?: KeyOverrides;
  readonly readings?: ReadonlyMap<string, Reading>;
  /** Id of the article to open. */
  readonly open?: string;
  readonly words?: readonly string[];
}

/** The options a reader is opened with, but for the terminal. */
export function readerOptions(given: ReaderOptions = {}): Omit<TuiOptions, 'terminal'> {
  const { articles = ARTICLES, language = 'de', unicode = true } = given;
  const messages = messagesFor(language);
  const look = theme('default', { unicode });
  const base: Omit<TypesetOptions, 'width'> = {
    theme: look,
    links: 'inline',
    hyperlinks: true,
    hyphenate: 'never',
    justify: false,
    tables: 'auto',
    lang: 'de',
    labels: messages.page,
  };
  return {
    catalog: given.catalog ?? memoryCatalog(articles),
    history: { state: () => ({ readings: given.readings ?? new Map() }), append: () => {} },
    wording: {
      messages: messages.tui,
      date: (iso, style) =>
        style === 'long' ? messages.format.longDate(iso) : messages.format.shortDate(iso),
      number: messages.format.number,
      percent: messages.format.percent,
    },
    theme: look,
    page: (document, _card, width) => typeset(document, { ...base, width }),
    front: (front, _card, width) => setFront(front, { ...base, width }),
    paint: (line, links) =>
      paint(line, { depth: '16', attributes: true, hyperlinks: false }, links),
    effects: {
      open: async () => {},
      edit: async () => {},
      suspend: async () => {},
      watch: () => () => {},
      rememberWidth: () => {},
      now: () => '2024-09-01T08:00:00.000Z',
    },
    keys: given.keys ?? {},
  };
}

/** A reader as data, on which keys can be pressed. */
export interface TestReader {
  readonly world: World;
  readonly live: LiveWorld;
  state(): State;
  /** Everything asked for so far. */
  readonly requests: readonly Request[];
  readonly events: readonly HistoryEvent[];
  act(action: Action): void;
  /** Bytes as the keyboard sends them. */
  press(bytes: string): void;
  /** Loads, searches and records what was asked for. */
  settle(): Promise<void>;
  /** The screen's rows as text. */
  screen(): readonly string[];
}

/** Opens a reader without a terminal. */
export async function testReader(given: ReaderOptions = {}): Promise<TestReader> {
  const options = readerOptions(given);
  const map = keymap(given.keys ?? {}, options.wording.messages);
  const live = await liveWorld(options as TuiOptions, map);
  const { world } = live;
  const requests: Request[] = [];
  const events: HistoryEvent[] = [];
  let done = 0;
  const card = world.cards.find(({ id }) => id === given.open);
  const first = initialState(world, {
    size: given.size ?? { columns: 80, rows: 24 },
    readings: given.readings ?? new Map(),
    textWidth: 72,
    open: card !== undefined,
    ...(card === undefined ? {} : { card }),
    ...(given.words === undefined ? {} : { words: given.words }),
  });
  let state = first.state;
  requests.push(...first.requests);
  const act = (action: Action): void => {
    const next = update(state, action, world);
    state = next.state;
    requests.push(...next.requests);
  };
  const reader: TestReader = {
    world,
    live,
    requests,
    events,
    act,
    state: () => state,
    press(bytes) {
      const decoded = decodeKeys('', bytes);
      for (const input of [...decoded.inputs, ...settleKeys(decoded.pending).inputs]) {
        const action = actionOf(input, state, map);
        if (action !== undefined) act(action);
      }
    },
    async settle() {
      for (; done < requests.length; done++) {
        const request = requests[done] as Request;
        if (request.kind === 'load') {
          if (!live.has(request.card))
            live.keep(request.card, await options.catalog.document(request.card));
          act({ kind: 'loaded', id: request.card.id, changed: false });
        }
        if (request.kind === 'search')
          act({
            kind: 'searched',
            text: request.text,
            result: await options.catalog.search(request.text),
          });
        if (request.kind === 'record') {
          const { event } = request;
          events.push(event);
          if (event.kind !== 'clear')
            act({
              kind: 'readings',
              readings: new Map(state.readings).set(
                event.id,
                readingAfter(state.readings.get(event.id), event),
              ),
            });
        }
      }
    },
    screen: () =>
      frame({
        state,
        world,
        wording: options.wording,
        theme: options.theme,
        unicode: given.unicode ?? true,
      }).map((row) => row.map(({ text }) => text).join('')),
  };
  await reader.settle();
  return reader;
}
