// The full-screen reader without a terminal, for tests: a library in memory, real typesetting, and a
// state one can press keys on.

import type { Catalog } from '../../src/catalog/catalog.ts';
import type { HistoryEvent, Reading } from '../../src/history/event.ts';
import { readingAfter } from '../../src/history/fold-events.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import { frame } from '../../src/tui/draw/frame.ts';
import { decodeKeys, settleKeys } from '../../src/tui/keys/keyboard.ts';
import { type KeyOverrides, keymap } from '../../src/tui/keys/keymap.ts';
import type { Size } from '../../src/tui/pages/geometry.ts';
import type { TuiOptions } from '../../src/tui/pages/options.ts';
import { START } from '../../src/tui/pages/sheet.ts';
import { actionOf } from '../../src/tui/state/input.ts';
import { measureOf } from '../../src/tui/state/scroll-state.ts';
import type { Action, Effect, ReaderView, State, World } from '../../src/tui/state/state.ts';
import { initialState, update } from '../../src/tui/state/update.ts';
import { type LiveWorld, liveWorld } from '../../src/tui/state/world.ts';
import { setFront } from '../../src/typeset/blocks/front.ts';
import { layout } from '../../src/typeset/layout.ts';
import type { TypesetOptions } from '../../src/typeset/look/options.ts';
import { theme } from '../../src/typeset/look/themes.ts';
import { paint } from '../../src/typeset/page/paint.ts';
import { ARTICLES, type InParts, memoryCatalog, type TestArticle } from './memory-catalog.ts';

export interface ReaderOptions {
  readonly size?: Size;
  readonly articles?: readonly TestArticle[];
  readonly catalog?: Catalog;
  readonly language?: 'en' | 'de';
  readonly unicode?: boolean;
  readonly keys?: KeyOverrides;
  readonly readings?: ReadonlyMap<string, Reading>;
  /** How articles come in parts; whole without it. */
  readonly parts?: InParts;
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
    catalog: given.catalog ?? memoryCatalog(articles, undefined, given.parts),
    history: { state: () => ({ readings: given.readings ?? new Map() }), append: () => {} },
    wording: {
      messages: messages.tui,
      date: (iso, style) =>
        style === 'long' ? messages.format.longDate(iso) : messages.format.shortDate(iso),
      number: messages.format.number,
      percent: messages.format.percent,
    },
    theme: look,
    layout: (_card, width, wide) => layout({ ...base, width, wide }),
    whole: false,
    front: (front, _card, width) => setFront(front, { ...base, width }),
    paint: (line, links) =>
      paint(line, { depth: '16', attributes: true, hyperlinks: false }, links),
    effects: {
      open: async () => {},
      edit: async () => {},
      compose: async () => undefined,
      suspend: async () => {},
      stamp: () => undefined,
      watch: () => () => {},
      rememberWidth: async () => {},
      add: async (address) => ({ id: '', text: address }),
      remove: async () => async () => {},
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
  readonly effects: readonly Effect[];
  readonly events: readonly HistoryEvent[];
  act(action: Action): void;
  /** Bytes as the keyboard sends them. */
  press(bytes: string): void;
  /** Loads, searches and records what was asked for. */
  settle(): Promise<void>;
  /** Sets so many parts more of the article on the screen, or all that are left. */
  grow(parts?: number): Promise<void>;
  /** The screen's rows as text. */
  screen(): readonly string[];
}

/** Opens a reader without a terminal. */
export async function testReader(given: ReaderOptions = {}): Promise<TestReader> {
  const options = readerOptions(given);
  const map = keymap(given.keys ?? {}, options.wording.messages);
  const live = await liveWorld(options as TuiOptions, map);
  const { world } = live;
  const effects: Effect[] = [];
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
  effects.push(...first.effects);
  const act = (action: Action): void => {
    const next = update(state, action, world);
    state = next.state;
    effects.push(...next.effects);
  };
  const reader: TestReader = {
    world,
    live,
    effects,
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
      for (; done < effects.length; done++) {
        const effect = effects[done] as Effect;
        if (effect.kind === 'load') {
          const isShown = state.reader?.card.id === effect.card.id;
          await live.load(effect.card, (isShown && state.reader?.place) || START);
          if (isShown && state.reader?.aim !== undefined) await reader.grow();
          act({ kind: 'loaded', id: effect.card.id, changed: false });
        }
        if (effect.kind === 'search')
          act({
            kind: 'searched',
            text: effect.text,
            result: await options.catalog.search(effect.text),
          });
        if (effect.kind === 'record') {
          const { event } = effect;
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
    async grow(parts = Number.POSITIVE_INFINITY) {
      const isSet = (): boolean =>
        state.reader === undefined || world.isSet(state.reader.card, measureOf(state));
      const isWhole = (): boolean => isSet() && state.reader?.span === undefined;
      for (let done = 0; done < parts && !isWhole(); done++) {
        const { card, span } = state.reader as ReaderView;
        const hasWaited = live.grow(card, measureOf(state), span) === 'waiting';
        if (hasWaited) await live.more(card);
        if (hasWaited || isSet()) act({ kind: 'grown', id: card.id });
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
