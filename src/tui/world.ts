// What the reader knows of the library while it runs: cards, loaded documents and the sheets set from
// them. The one place that keeps any of it; it draws nothing.

import { posix } from 'node:path';
import type { Card, Series } from '../library/card.ts';
import type { Document } from '../typeset/document.ts';
import type { Line } from '../typeset/page.ts';
import type { Keymap } from './keymap.ts';
import type { TuiOptions } from './options.ts';
import { makeSheet, type Sheet } from './sheet.ts';
import type { World } from './state.ts';

/** Documents kept at once: the one on the screen, its neighbours, and some to come back to. */
const KEPT = 6;

export interface LiveWorld {
  readonly world: World;
  /** Keeps an article's document for `sheet`; one that is kept already is replaced. */
  keep(card: Card, document: Document): void;
  has(card: Card): boolean;
  /** Reads the library anew; cards that say the same stay the same objects. */
  refresh(): Promise<void>;
}

interface Loaded {
  readonly document: Document;
  sheet?: Sheet;
}

/** The world of these options. */
export async function liveWorld(options: TuiOptions, keymap: Keymap): Promise<LiveWorld> {
  const { catalog, wording } = options;
  let cards: readonly Card[] = [];
  let series: readonly Series[] = [];
  let index = new Map<string, number>();
  let byPath = new Map<string, Card>();
  const loaded = new Map<string, Loaded>();

  const refresh = async (): Promise<void> => {
    const [nextSeries, next] = await Promise.all([catalog.series(), catalog.list()]);
    series = nextSeries;
    cards = next.map((card) => {
      const before = cards[index.get(card.id) ?? -1];
      return before !== undefined && JSON.stringify(before) === JSON.stringify(card)
        ? before
        : card;
    });
    index = new Map(cards.map((card, at) => [card.id, at]));
    byPath = new Map(cards.map((card) => [slashed(card.path), card]));
  };
  await refresh();

  const neighbours: World['neighbours'] = (card) => {
    const at = index.get(card.id);
    const near = (by: 1 | -1): Card | undefined => {
      const other = at === undefined ? undefined : cards[at + by];
      return other?.series === card.series ? other : undefined;
    };
    const own = series.find((one) => one.key === card.series) ?? {
      key: card.series,
      title: card.series,
      count: 1,
    };
    const previous = near(-1);
    const next = near(1);
    return {
      series: own,
      ...(previous === undefined ? {} : { previous }),
      ...(next === undefined ? {} : { next }),
    };
  };

  const sheet: World['sheet'] = (card, width) => {
    const entry = loaded.get(card.id);
    if (entry === undefined) return undefined;
    if (entry.sheet?.width !== width || entry.sheet.card !== card) {
      const page = options.page(entry.document, card, width);
      entry.sheet = makeSheet(
        card,
        page,
        width,
        headOf(options, card, width),
        tailOf(options, neighbours(card).next, card, width),
      );
    }
    return entry.sheet;
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
      target: (card, href) => targetOf(byPath, index, cards, card, href),
      now: options.effects.now,
      number: wording.number,
    },
    keep(card, document) {
      loaded.delete(card.id);
      loaded.set(card.id, { document });
      for (const id of loaded.keys()) {
        if (loaded.size <= KEPT) break;
        loaded.delete(id);
      }
    },
    has: (card) => loaded.has(card.id),
    refresh: () => {
      catalog.refresh();
      return refresh();
    },
  };
}

const slashed = (path: string): string => path.replaceAll('\\', '/');

/** The card that an address in an article names: a path from its file, or an id. */
function targetOf(
  byPath: ReadonlyMap<string, Card>,
  index: ReadonlyMap<string, number>,
  cards: readonly Card[],
  from: Card,
  href: string,
): Card | undefined {
  const bare = href.replace(/[?#].*$/, '').replace(/^file:\/\//, '');
  if (bare === '') return from;
  const path = posix.resolve(posix.dirname(slashed(from.path)), decoded(bare));
  for (const ending of ['', '.md', '.markdown', '.txt']) {
    const card = byPath.get(path + ending);
    if (card !== undefined) return card;
  }
  const at = index.get(decoded(bare)) ?? index.get(`${from.series}/${decoded(bare)}`);
  return at === undefined ? undefined : cards[at];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const BLANK: Line = { runs: [], width: 0, join: 'end', block: 0, offset: 0 };

function headOf(options: TuiOptions, card: Card, width: number): readonly Line[] {
  const { wording, theme } = options;
  const facts = [
    ...(card.authors.length > 0 ? [card.authors.join(', ')] : []),
    ...(card.date === undefined ? [] : [wording.date(card.date, 'long')]),
    wording.messages.minutesLong(wording.number(card.minutes), card.minutes === 1),
  ];
  const front = {
    title: card.title,
    dateline: facts.join(` ${theme.signs.dot} `),
    ...(card.summary === undefined ? {} : { summary: card.summary }),
  };
  return [...options.front(front, card, width), BLANK];
}

/** The end of an article, which offers the next one. */
function tailOf(
  options: TuiOptions,
  next: Card | undefined,
  card: Card,
  width: number,
): readonly Line[] {
  const { end } = options.wording.messages;
  if (next === undefined) {
    const said = options.front({ dateline: card.number > 1 ? end.last : end.alone }, card, width);
    return [BLANK, BLANK, ...said];
  }
  const title = options.front(
    { title: next.title, dateline: `${end.next} ${options.theme.signs.next}` },
    next,
    width,
  );
  // What comes next is said first, then its title.
  const label = title.at(-1) ?? BLANK;
  return [BLANK, BLANK, label, ...title.slice(0, -1)];
}
