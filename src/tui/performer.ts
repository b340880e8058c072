// Performs effects: loading, history, browser, editor, search. Results and failures are actions.

import { readingAfter } from '../history/fold-events.ts';
import type { Place } from '../history/place.ts';
import type { Card } from '../library/article/card.ts';
import { editing } from './editing.ts';
import { librarian } from './librarian.ts';
import { libraryLoop } from './library-loop.ts';
import type { TuiOptions } from './pages/options.ts';
import { START } from './pages/sheet.ts';
import { speaker } from './speaker.ts';
import { idleLayout } from './state/idle-layout.ts';
import type { Action, Effect, State } from './state/state.ts';
import type { LiveWorld } from './state/world.ts';

/** Milliseconds of loading after which the screen says so. */
const SLOW = 300;
/** Words of a neighbour up to which it is loaded ahead; a longer one opens at once all the same. */
const AHEAD_AT_MOST = 12_000;
/** Milliseconds after which the shelf says when feeds were fetched. */
const FEEDS_AFTER = 50;
/** Articles that a search over the library shows. */
const HITS = 60;

/** The running reader, as far as effects need it. */
export interface Stage {
  get(): State;
  dispatch(action: Action): void;
  /** Hands the terminal to something else until `work` settles. */
  handOver(work: () => Promise<void>): Promise<void>;
  quit(): void;
}

export interface Performer {
  perform(effect: Effect): void;
  /** Looks what the state as it is now needs; called whenever it has changed. */
  look(): void;
  /** Ends watches and timers. */
  close(): void;
}

export function performer(options: TuiOptions, live: LiveWorld, stage: () => Stage): Performer {
  const { catalog, history, effects, terminal } = options;
  const { notice } = options.wording.messages;
  let slowTimer: NodeJS.Timeout | undefined;
  let watched: { readonly id: string; readonly end: () => void } | undefined;
  let sought: string | undefined;
  let closed = false;
  /** Whether it was said that a width can't be kept. */
  let unkept = false;

  const say = (text: string): void => stage().dispatch({ kind: 'notice', text });
  const isShown = (card: Card): boolean => stage().get().reader?.card.id === card.id;

  const placeOf = (card: Card): Place => {
    const { reader } = stage().get();
    return reader?.card.id === card.id ? reader.place : START;
  };
  const growth = idleLayout(live, () => ({
    ...stage(),
    lost: (id) => void reload(id, false),
    failed: (id, error) => stage().dispatch({ kind: 'failed', id, why: reason(error) }),
  }));

  const watch = (card: Card): void => {
    if (watched?.id === card.id) return;
    watched?.end();
    // It may have been saved since it was read, long ago if it was read ahead.
    const end = effects.watch(card.path, live.stamp(card), () => void reload(card.id, true));
    watched = { id: card.id, end };
  };

  /** Shows a file that changed; what the library knows of it follows. */
  const reload = async (id: string, announce: boolean): Promise<void> => {
    const card = live.world.cards.find((one) => one.id === id);
    if (closed || card === undefined) return;
    try {
      await live.load(card, placeOf(card), 'anew');
      stage().dispatch({ kind: 'loaded', id, changed: announce });
      await live.refresh();
      if (!closed) stage().dispatch({ kind: 'library' });
    } catch (error) {
      say(notice.loadFailed(reason(error)));
    }
  };

  const ahead = async (card: Card): Promise<void> => {
    const { previous, next } = live.world.neighbours(card);
    for (const near of [next, previous]) {
      if (
        near === undefined ||
        live.has(near) ||
        near.words > AHEAD_AT_MOST ||
        closed ||
        !isShown(card)
      )
        continue;
      try {
        await live.ahead(near);
      } catch {
        // It is said when the article is opened.
      }
    }
  };

  const load = async (card: Card): Promise<void> => {
    clearTimeout(slowTimer);
    slowTimer = setTimeout(() => stage().dispatch({ kind: 'slow', id: card.id }), SLOW);
    try {
      // Several turns at once: only the last is worth loading.
      await Promise.resolve();
      if (!isShown(card) || closed) return;
      await live.load(card, placeOf(card));
      if (!isShown(card) || closed) return;
      // What is aimed at may stand anywhere in the article.
      if (stage().get().reader?.aim !== undefined) await growth.whole();
      if (!isShown(card) || closed) return;
      stage().dispatch({ kind: 'loaded', id: card.id, changed: false });
      watch(card);
      setTimeout(() => void ahead(card), 0);
    } catch (error) {
      stage().dispatch({ kind: 'failed', id: card.id, why: reason(error) });
    } finally {
      if (isShown(card)) clearTimeout(slowTimer);
    }
  };

  const record = (effect: Extract<Effect, { kind: 'record' }>): void => {
    try {
      history.append(effect.event);
      if (effect.event.kind === 'clear') return;
      // Known here even where nothing may be written.
      const { readings } = stage().get();
      const { event } = effect;
      stage().dispatch({
        kind: 'readings',
        readings: new Map(readings).set(event.id, readingAfter(readings.get(event.id), event)),
      });
    } catch (error) {
      say(notice.historyFailed(reason(error)));
    }
  };

  const books = librarian(options, live, stage, (event) => record({ kind: 'record', event }));

  const library = libraryLoop(live, stage, () => void books.lookAtFeeds());

  const search = (text: string): void => {
    const isWaiting = sought !== undefined;
    sought = text;
    if (isWaiting) return;
    // Letters typed faster than the search answers are answered once.
    setImmediate(async () => {
      const asked = sought ?? text;
      sought = undefined;
      if (closed) return;
      try {
        const result = await catalog.search(asked, { limit: HITS });
        stage().dispatch({ kind: 'searched', text: asked, result });
      } catch (error) {
        say(notice.searchFailed(reason(error)));
      }
    });
  };

  const voice = speaker(options.speech, (action) => stage().dispatch(action));
  const editor = editing(effects, stage, notice, (id) => reload(id, false));

  // The first screen need not wait for it.
  const firstLook = setTimeout(() => void books.lookAtFeeds(), FEEDS_AFTER);

  return {
    perform(effect) {
      switch (effect.kind) {
        case 'load':
          return void load(effect.card);
        case 'record':
          if (effect.event.kind !== 'read' && effect.event.kind !== 'clear')
            books.marking(effect.event);
          return record(effect);
        case 'open':
          return void effects.open(effect.address).then(
            () => say(notice.opened(effect.address)),
            (error: unknown) => say(notice.openFailed(reason(error))),
          );
        case 'copy':
          // OSC 52: the terminal's own way to the clipboard, over ssh too.
          return void terminal.stdout.write(
            `\u001b]52;c;${Buffer.from(effect.text).toString('base64')}\u0007`,
          );
        case 'edit':
          return void editor.edit(effect.card);
        case 'compose':
          return void editor.compose(effect);
        case 'add':
          return void books.add(effect.address);
        case 'fetch':
          return void books.fetch(effect.all);
        case 'remove':
          return void books.remove(effect.card);
        case 'speak':
          return voice.start(effect.card, effect.place, effect.rate);
        case 'skip':
          return voice.skip(effect.by);
        case 'rate':
          return voice.setRate(effect.rate);
        case 'silence':
          return voice.stop();
        case 'undo':
          return void books.undo();
        case 'search':
          return search(effect.text);
        case 'width':
          return void effects.rememberWidth(effect.columns).catch((error: unknown) => {
            if (!unkept) say(notice.widthNotKept(reason(error)));
            unkept = true;
          });
        case 'suspend':
          return void stage()
            .handOver(effects.suspend)
            .catch((error: unknown) => say(notice.suspendFailed(reason(error))));
        case 'quit':
          return stage().quit();
      }
    },
    look() {
      growth.nudge();
      library.nudge();
    },
    close() {
      closed = true;
      voice.stop();
      library.close();
      growth.close();
      clearTimeout(slowTimer);
      clearTimeout(firstLook);
      watched?.end();
    },
  };
}

function reason(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  return said.split('\n')[0] ?? '';
}
