// What the running reader knows of the library: cards, documents, sheets. Keeps them; draws
// nothing.

import type { DocumentParts } from '../../catalog/catalog.ts';
import type { Place } from '../../history/place.ts';
import type { Card, Series } from '../../library/article/card.ts';
import { neighboursOf } from '../../library/series/neighbours.ts';
import type { Document } from '../../typeset/document/document.ts';
import type { Keymap } from '../keys/keymap.ts';
import { linkedCards } from '../pages/linked-cards.ts';
import { type Growth, type LongArticle, longArticle } from '../pages/long-article.ts';
import type { TuiOptions } from '../pages/options.ts';
import { isSetFor, makeSheet, type Sheet, type Span } from '../pages/sheet.ts';
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
  /** Keeps an article's document, or its parts, for `sheet`; what is kept already is replaced. */
  keep(card: Card, document: Document | DocumentParts): void;
  has(card: Card): boolean;
  /** The stamp that an article's file had just before it was read. */
  stamp(card: Card): string | undefined;
  /** Sets more of a long article, at a width, next to what the sheet shows. */
  grow(card: Card, width: number, near: Span | undefined): Growth;
  /** Settles when more of an article is parsed. */
  more(card: Card): Promise<void>;
  /** Reads the library anew; cards that say the same stay the same objects. */
  refresh(): Promise<void>;
  /** Whether files came or went since the library was read. */
  isStale(): Promise<boolean>;
  close(): void;
}

type Loaded = { sheet?: Sheet | undefined } & (
  | { readonly kind: 'whole'; readonly document: Document }
  | { readonly kind: 'long'; readonly article: LongArticle }
);

/** The world of these options. */
export async function liveWorld(options: TuiOptions, keymap: Keymap): Promise<LiveWorld> {
  const { catalog, wording } = options;
  let cards: readonly Card[] = [];
  let series: readonly Series[] = [];
  let index = new Map<string, number>();
  let linked = linkedCards(cards);
  const loaded = new Map<string, Loaded>();
  const loading = new Map<string, Promise<void>>();
  const opening = new Set<DocumentParts>();
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

  const sheet: World['sheet'] = (card, width, span, wide = width) => {
    const entry = loaded.get(card.id);
    if (entry === undefined) return undefined;
    const { sheet: known } = entry;
    if (known === undefined || !isSetFor(known, { card, width, wide }, span)) {
      entry.sheet =
        entry.kind === 'whole'
          ? wholeSheet(entry.document, card, width, wide)
          : longSheet(entry.article, { card, width, wide }, span);
    }
    return entry.sheet;
  };

  const wholeSheet = (document: Document, card: Card, width: number, wide: number): Sheet => {
    const page = options.page(document, card, width, wide);
    return makeSheet({
      card,
      page,
      width,
      wide,
      head: headOf(options, card, width, page),
      tail: tailOf(options, neighbours(card).next, card, width),
    });
  };

  const longSheet = (
    article: LongArticle,
    { card, width, wide }: Pick<Sheet, 'card' | 'width' | 'wide'>,
    span: Span | undefined,
  ): Sheet | undefined => {
    const { firsts, isWhole } = article.parts;
    const shown = span ?? { from: 0, to: firsts.length };
    const set = article.page(width, shown);
    if (set === undefined) return undefined;
    const ends = isWhole && shown.to === firsts.length;
    const head = shown.from === 0 ? headOf(options, card, width, set.page) : [];
    return makeSheet({
      card,
      page: set.page,
      width,
      wide,
      head,
      tail: ends ? tailOf(options, neighbours(card).next, card, width) : [],
      starts: set.starts.map((start) => head.length + start),
      ...(span === undefined ? {} : { cut: { span, ends, ...article.share(span) } }),
    });
  };

  const long = (card: Card): LongArticle | undefined => {
    const entry = loaded.get(card.id);
    return entry?.kind === 'long' ? entry.article : undefined;
  };

  /** Takes an article out; what was set of it is forgotten, and parsing it ends. */
  const drop = (id: string): void => {
    const entry = loaded.get(id);
    if (entry?.kind === 'long') entry.article.parts.close();
    loaded.delete(id);
  };

  const keep = (card: Card, document: Document | DocumentParts): void => {
    drop(card.id);
    const { sections } = options;
    if ('blocks' in document) loaded.set(card.id, { kind: 'whole', document });
    else if (sections !== undefined) {
      // Pages as large as this are had one at a time.
      for (const [id, { kind }] of loaded) if (kind === 'long') drop(id);
      const article = longArticle(document, (width) => sections(card, width));
      loaded.set(card.id, { kind: 'long', article });
    }
    for (const id of [...loaded.keys()].slice(0, -KEPT)) drop(id);
  };

  const fetch = (card: Card): Promise<Document | DocumentParts> => {
    stamps.set(card.id, options.effects.stamp(card.path));
    return options.sections === undefined ? catalog.document(card) : catalog.parts(card);
  };

  const fetched = async (card: Card, place: Place): Promise<void> => {
    const document = await fetch(card);
    if (!('blocks' in document)) {
      opening.add(document);
      // The reader may have been left meanwhile.
      if (closed) document.close();
      try {
        const isThere = (): boolean =>
          document.isWhole || (document.firsts.at(-1) ?? -1) > place.block;
        while (!isThere()) await document.more();
      } finally {
        opening.delete(document);
      }
    }
    keep(card, document);
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
      isSet: (card, width) => loaded.has(card.id) && (long(card)?.isSet(width) ?? true),
      around: (card, width, place, rows) => long(card)?.around(width, place, rows),
      block(card, at) {
        const entry = loaded.get(card.id);
        return entry?.kind === 'long' ? entry.article.block(at) : entry?.document.blocks[at];
      },
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
      const document = await fetch(card);
      if (!('blocks' in document)) document.close();
      else if (!loaded.has(card.id)) keep(card, document);
    },
    keep,
    has: (card) => loaded.has(card.id),
    stamp: (card) => stamps.get(card.id),
    grow: (card, width, near) => long(card)?.grow(width, near) ?? 'whole',
    more: async (card) => long(card)?.parts.more(),
    close: () => {
      closed = true;
      for (const document of opening) document.close();
      for (const id of [...loaded.keys()]) drop(id);
    },
    refresh,
    isStale: async () => (await catalog.folders()) !== folders,
  };
}
