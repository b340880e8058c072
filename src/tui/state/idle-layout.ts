// Work between keys: a long article is set to its end, searches and filters got ready.

import { readyToFilter } from '../pages/shelf-list.ts';
import { readyToFind } from '../pages/text-stream.ts';
import { measureOf, sheetOf } from './scroll-state.ts';
import type { Action, State } from './state.ts';
import type { LiveWorld } from './world.ts';

/** What it needs of the running reader. */
export interface LayoutStage {
  get(): State;
  dispatch(action: Action): void;
  /** The cache has lost a part of the article: it has to be loaded anew. */
  lost(id: string): void;
  /** More of the article can't be parsed. */
  failed(id: string, error: unknown): void;
}

export interface IdleLayout {
  /** Looks whether the article on the screen has to grow; called whenever the state has changed. */
  nudge(): void;
  /** Settles when the article on the screen is set to its end, or is no longer on the screen. */
  whole(): Promise<void>;
  close(): void;
}

/** Milliseconds of growing after which whoever waits for it is told. */
const SLOW = 300;
/** Debounce: a second key would wait for a part (14 to 55 ms for the first dozen, 5 ms without). */
const QUIET = 120;

export function idleLayout(live: LiveWorld, stage: () => LayoutStage): IdleLayout {
  const { world } = live;
  let running: string | undefined;
  let timer: NodeJS.Timeout | undefined;
  let waiting: (() => void)[] = [];
  let preparing = false;
  let closed = false;
  /** When a key was last pressed, in milliseconds of `performance.now()`. */
  let pressed = performance.now();
  /** Whether the next change of the state is of growing itself. */
  let isOwn = false;

  /** Does some work between keys, at once where somebody waits for it. */
  const soon = (work: () => void): void => {
    const pause = waiting.length > 0 ? 0 : pressed + QUIET - performance.now();
    if (pause <= 0) setImmediate(work);
    else setTimeout(() => soon(work), pause).unref();
  };

  /** The article that has to grow, and the width at which it is read. */
  const wanted = (): { readonly key: string; readonly state: State } | undefined => {
    const state = stage().get();
    const { reader, screen } = state;
    if (closed || reader === undefined || screen !== 'reader' || reader.status === 'failed')
      return undefined;
    const measure = measureOf(state);
    if (!live.has(reader.card)) return undefined;
    // What the sheet needed may have been the last of it.
    if (world.isSet(reader.card, measure) && reader.span === undefined) return undefined;
    return { key: `${measure.width} ${measure.wide} ${reader.card.id}`, state };
  };

  /** Gets ready what the next key may look through; says whether it is. */
  const isReady = (): boolean => {
    const state = stage().get();
    if (state.screen === 'shelf') return readyToFilter(world.cards, world.series);
    const sheet = sheetOf(state, world);
    return sheet === undefined || sheet.cut !== undefined || readyToFind(sheet);
  };

  const prepare = (): void => {
    if (closed || wanted() !== undefined || isReady()) {
      preparing = false;
      return;
    }
    soon(prepare);
  };

  const rest = (): void => {
    running = undefined;
    clearTimeout(timer);
    const settled = waiting;
    waiting = [];
    for (const settle of settled) settle();
    if (preparing || closed) return;
    preparing = true;
    soon(prepare);
  };

  const step = async (): Promise<void> => {
    const now = wanted();
    const reader = now?.state.reader;
    if (now === undefined || reader === undefined) return rest();
    if (now.key !== running) begin(now.key);
    let hasWaited = false;
    try {
      const growth = live.grow(reader.card, measureOf(now.state), reader.span);
      hasWaited = growth === 'waiting';
      if (hasWaited) await live.more(reader.card);
      else if (growth === 'lost') {
        rest();
        return stage().lost(reader.card.id);
      }
    } catch (error) {
      rest();
      if (!closed) stage().failed(reader.card.id, error);
      return;
    }
    if (closed) return rest();
    if (hasWaited || world.isSet(reader.card, measureOf(now.state))) {
      isOwn = true;
      stage().dispatch({ kind: 'grown', id: reader.card.id });
    }
    soon(step);
  };

  const begin = (key: string): void => {
    running = key;
    clearTimeout(timer);
    timer = setTimeout(() => {
      const { reader } = stage().get();
      if (reader !== undefined && !closed) stage().dispatch({ kind: 'slow', id: reader.card.id });
    }, SLOW);
  };

  return {
    nudge() {
      if (!isOwn) pressed = performance.now();
      isOwn = false;
      if (running !== undefined) return;
      const now = wanted();
      if (now === undefined) return rest();
      begin(now.key);
      soon(step);
    },
    whole() {
      if (wanted() === undefined) return Promise.resolve();
      return new Promise((resolve) => {
        waiting.push(resolve);
        this.nudge();
      });
    },
    close() {
      closed = true;
      rest();
      live.close();
    },
  };
}
