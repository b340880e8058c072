// What the running reader knows of the library: cards, documents, sheets. Keeps them; draws
// nothing.

import { type Chunks, wholeChunks } from '../../catalog/documents/chunks.ts';
import type { Place } from '../../history/place.ts';
import type { Card, Series } from '../../library/article/card.ts';
import { neighboursOf } from '../../library/series/neighbours.ts';
import type { Keymap } from '../keys/keymap.ts';
import { type ArticlePage, articlePage, type Growth } from '../pages/article-page.ts';
import { linkedCards } from '../pages/linked-cards.ts';
import type { TuiOptions } from '../pages/options.ts';
import { isSetFor, type Measure, makeSheet, type Sheet, type Span } from '../pages/sheet.ts';
import { headOf, tailOf } from '../pages/sheet-ends.ts';
import type { World } from './state.ts';

/** Documents kept at once: the one on the screen, its neighbours, and some to come back to. */
const KEPT = 6;

export interface LiveWorld {
  readonly world: World;
  /** Loads an article for `sheet` (`anew`: again), as far as a place. Throws as the catalog does. */
  load(card: Card, place: Place, anew?: 'anew'): Promise<void>;
  /** Loads an article that may be wanted next, if it is short. */
  ahead(card: Card): Promise<void>;
  /** Keeps an article's chunks for `sheet`; what is kept already is replaced. */
  keep(card: Card, chunks: Chunks): void;
  has(card: Card): boolean;
  /** The stamp that an article's file had just before it was read. */
  stamp(card: Card): string | undefined;
  /** Sets more of a long article next to what the sheet shows. */
  grow(card: Card, measure: Measure, near: Span | undefined): Growth;
  /** Settles when more of an article is parsed. */
  more(card: Card): Promise<void>;
  /** Reads the library anew; cards that say the same stay the same objects. */
  refresh(): Promise<void>;
  /** Whether files came or went since the library was read. */
  isStale(): Promise<boolean>;
  close(): void;
}

interface Loaded {
  readonly article: ArticlePage;
  sheet?: Sheet | undefined;
}

/** Whether an article is set at once. */
const isShort = ({ complete, length }: Chunks): boolean => complete && length === 1;

/** The world of these options. */
export async function liveWorld(options: TuiOptions, keymap: Keymap): Promise<LiveWorld> {
  const { catalog, wording } = options;
  let cards: readonly Card[] = [];
  let series: readonly Series[] = [];
  let index = new Map<string, number>();
  let linked = linkedCards(cards);
  const loaded = new Map<string, Loaded>();
  const loading = new Map<string, Promise<void>>();
  const opening = new Set<Chunks>();
  const stamps = new Map<string, string | undefined>();
  let folders = '';
  let closed = false;

  const refresh = async (): Promise<void> => {
    catalog.refresh();
    folders = await catalog.folders();
    const [nextSeries, next] = await Promise.all([catalog.series(), catalog.list()]);
    series = nextSeries;
    cards = next.map((card) => {
      const before = cards[index.get(card.id) ?? -1];
      return before !== undefined && JSON.stringify(before) === JSON.stringify(card)
        ? before
        : card;
    });
    index = new Map(cards.map((card, at) => [card.id, at]));
    linked = linkedCards(cards);
    // The last line of a sheet names the article after it.
    for (const entry of loaded.values()) entry.sheet = undefined;
  };
  await refresh();

  const neighbours: World['neighbours'] = (card) =>
    neighboursOf(card, index.get(card.id), cards, series);

  const sheet: World['sheet'] = (card, measure, span) => {
    const entry = loaded.get(card.id);
    if (entry === undefined) return undefined;
    const { sheet: known } = entry;
    if (known === undefined || !isSetFor(known, { card, ...measure }, span))
      entry.sheet = setSheet(entry.article, card, measure, span);
    return entry.sheet;
  };

  const setSheet = (
    article: ArticlePage,
    card: Card,
    measure: Measure,
    span: Span | undefined,
  ): Sheet | undefined => {
    const { length, complete } = article.chunks;
    const shown = span ?? { from: 0, to: length };
    const set = article.page(measure, shown);
    if (set === undefined) return undefined;
    const { width } = measure;
    const ends = complete && shown.to === length;
    const head = shown.from === 0 ? headOf(options, card, width, set.page) : [];
    return makeSheet({
      card,
      page: set.page,
      ...measure,
      head,
      tail: ends ? tailOf(options, neighbours(card).next, card, width) : [],
      ...(isShort(article.chunks)
        ? {}
        : { starts: set.starts.map((start) => head.length + start) }),
      ...(span === undefined ? {} : { cut: { span, ends, ...article.share(span) } }),
    });
  };

  /** Takes an article out; what was set of it is forgotten, and parsing it ends. */
  const drop = (id: string): void => {
    loaded.get(id)?.article.chunks.close();
    loaded.delete(id);
  };

  const keep = (card: Card, chunks: Chunks): void => {
    drop(card.id);
    // Pages as large as this are had one at a time.
    if (!isShort(chunks))
      for (const [id, { article }] of loaded) if (!isShort(article.chunks)) drop(id);
    const layoutAt = ({ width, wide }: Measure) => options.layout(card, width, wide);
    loaded.set(card.id, { article: articlePage(chunks, layoutAt) });
    for (const id of [...loaded.keys()].slice(0, -KEPT)) drop(id);
  };

  const fetch = async (card: Card): Promise<Chunks> => {
    stamps.set(card.id, options.effects.stamp(card.path));
    return options.whole ? wholeChunks(await catalog.document(card)) : catalog.chunks(card);
  };

  const fetched = async (card: Card, place: Place): Promise<void> => {
    const chunks = await fetch(card);
    opening.add(chunks);
    // The reader may have been left meanwhile.
    if (closed) chunks.close();
    try {
      while (!chunks.complete && (chunks.firsts.at(-1) ?? -1) <= place.block) await chunks.next();
    } finally {
      opening.delete(chunks);
    }
    keep(card, chunks);
  };

  return {
    world: {
      get cards() {
        return cards;
      },
      get series() {
        return series;
      },
      messages: wording.messages,
      keymap,
      neighbours,
      sheet,
      isSet: (card, measure) => loaded.get(card.id)?.article.isSet(measure) ?? false,
      around: (card, measure, place, rows) =>
        loaded.get(card.id)?.article.around(measure, place, rows),
      block: (card, at) => loaded.get(card.id)?.article.block(at),
      linked: () => linked,
      now: options.effects.now,
      number: wording.number,
    },
    async load(card, place, anew) {
      if (anew !== undefined) loading.delete(card.id);
      const known = anew === undefined ? loaded.get(card.id) : undefined;
      if (known !== undefined) {
        // The last to go of those that are kept.
        loaded.delete(card.id);
        loaded.set(card.id, known);
        return;
      }
      // The first frame may have begun to load what the reader then asks for again.
      const under = loading.get(card.id) ?? fetched(card, place);
      loading.set(card.id, under);
      try {
        await under;
      } finally {
        if (loading.get(card.id) === under) loading.delete(card.id);
      }
    },
    async ahead(card) {
      const chunks = await fetch(card);
      if (!isShort(chunks)) chunks.close();
      else if (!loaded.has(card.id)) keep(card, chunks);
    },
    keep,
    has: (card) => loaded.has(card.id),
    stamp: (card) => stamps.get(card.id),
    grow: (card, measure, near) => loaded.get(card.id)?.article.grow(measure, near) ?? 'whole',
    more: async (card) => loaded.get(card.id)?.article.chunks.next(),
    close: () => {
      closed = true;
      for (const chunks of opening) chunks.close();
      for (const id of [...loaded.keys()]) drop(id);
    },
    refresh,
    isStale: async () => (await catalog.folders()) !== folders,
  };
}
