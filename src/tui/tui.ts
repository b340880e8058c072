// The full-screen reader, put together. The world around comes in as options.

import { render } from 'ink';
import { createElement } from 'react';
import { NewsError } from '../errors.ts';
import type { Place } from '../history/place.ts';
import type { Card } from '../library/article/card.ts';
import { pictureLayer } from './draw/picture-layer.ts';
import { Screen, type ScreenSource } from './ink/screen.ts';
import type { TerminalInput } from './keys/keyboard.ts';
import { keymap } from './keys/keymap.ts';
import type { Size } from './pages/geometry.ts';
import type { TuiOptions } from './pages/options.ts';
import { START } from './pages/sheet.ts';
import { paintedRows } from './painted-rows.ts';
import { performer, type Stage } from './performer.ts';
import { pictureLoop } from './picture-loop.ts';
import { inputSession } from './session.ts';
import { actionOf } from './state/input.ts';
import { parting } from './state/open-state.ts';
import { initialState } from './state/update.ts';
import { type LiveWorld, liveWorld } from './state/world.ts';
import { createStore } from './store.ts';

/** Columns of text that are easy to read. */
const TEXT_WIDTH = 72;
/** Milliseconds that the first frame waits for its article. */
const QUICK = 300;
/** Frames a second at most; at Ink's own 30 a key would wait for 33 ms. */
const FRAMES = 1000;

type InkApp = Parameters<ScreenSource['mounted']>[0];

/** Shows the reader until it is left. Throws `usage` for faulty keys, `interrupted` after Ctrl-C. */
export async function openTui(options: TuiOptions): Promise<void> {
  const { terminal, wording, history } = options;
  const { stdout } = terminal;
  const map = keymap(options.keys ?? {}, wording.messages);
  const live = await liveWorld(options, map);
  const { world } = live;

  const readings = history.state();
  const inLibrary = (id: string | undefined): Card | undefined =>
    world.cards.find((one) => one.id === id);
  const asked = options.start?.card;
  // The library's own object for the card: pages are kept by it.
  const card = asked === undefined ? inLibrary(readings.last) : (inLibrary(asked.id) ?? asked);
  if (asked !== undefined && card !== undefined) {
    const place = readings.readings.get(card.id)?.place;
    await loadedFirst(live, card, place ?? START);
  }
  const first = initialState(world, {
    size: sizeOf(stdout),
    readings: readings.readings,
    textWidth: options.textWidth ?? TEXT_WIDTH,
    open: asked !== undefined,
    ...(card === undefined ? {} : { card }),
    ...(await marks(options)),
  });

  let app: InkApp | undefined;
  let ended = false;
  let why: Error | undefined;
  const performing = performer(options, live, () => stage);
  const store = createStore(world, first.state, performing.perform);
  store.subscribe(performing.look);
  const layer = options.pictures === undefined ? undefined : pictureLayer(stdout);
  const pictures =
    options.pictures && pictureLoop(options.pictures, world, () => stage, said(stdout));
  if (pictures !== undefined) store.subscribe(pictures.look);

  const end = (error?: Error): void => {
    ended = true;
    why = error;
    app?.exit(error);
  };
  /** An error anywhere gives the terminal back first and is then the caller's. */
  const guarded = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      end(error instanceof Error ? error : new Error(String(error)));
    }
  };
  const leave = (): void => {
    for (const effect of parting(store.get(), world)) performing.perform(effect);
  };

  const receive = (inputs: readonly TerminalInput[]): void =>
    guarded(() => {
      for (const input of inputs) {
        if (ended) return;
        if (input.kind === 'key' && input.name === 'ctrl-c') {
          leave();
          return end(new NewsError('interrupted', wording.messages.errors.interrupted));
        }
        if (input.kind === 'answer') {
          pictures?.answer(input.text);
          continue;
        }
        const action = actionOf(input, store.get(), map);
        if (action !== undefined) store.dispatch(action);
      }
    });
  const session = inputSession(terminal, receive, () => end());
  const resized = (): void =>
    guarded(() => store.dispatch({ kind: 'resize', size: sizeOf(stdout) }));

  const stage: Stage = {
    get: store.get,
    dispatch: (action) => guarded(() => store.dispatch(action)),
    async handOver(work) {
      if (app === undefined) return;
      session.stop();
      // Nothing else keeps the process from ending while its input is given away.
      const alive = setInterval(() => {}, 60_000);
      try {
        await app.suspendTerminal(work);
      } finally {
        clearInterval(alive);
        if (!ended) {
          session.start();
          resized();
          pictures?.renew();
        }
      }
    },
    quit: () => end(),
  };

  /** Before Ink's own listener, so that Ink never draws the rows of the old size in the new one. */
  const redrawn = (): void => {
    resized();
    if (ended) return;
    instance.rerender(screen());
    pictures?.renew();
  };
  stdout.on('resize', redrawn);
  const source: ScreenSource = {
    rows: paintedRows(options, store.get, world, layer),
    subscribe: store.subscribe,
    mounted(controls) {
      app = controls;
      // A key may have ended it before there was anything to end.
      if (ended) controls.exit(why);
      return () => {
        // The process may be ending by a signal: what was read is worth keeping all the same.
        if (!ended) leave();
        ended = true;
        performing.close();
        pictures?.close();
        session.stop();
      };
    },
  };
  const screen = () => createElement(Screen, { source });
  // Before the first frame: what is typed at it would be echoed onto the screen.
  session.start();
  const instance = render(screen(), {
    stdin: terminal.stdin,
    stdout: layer?.stdout ?? stdout,
    interactive: terminal.interactive,
    alternateScreen: !terminal.screenReader,
    isScreenReaderEnabled: terminal.screenReader,
    incrementalRendering: true,
    maxFps: FRAMES,
    exitOnCtrlC: false,
    patchConsole: false,
  });
  try {
    for (const effect of first.effects) performing.perform(effect);
    performing.look();
    await instance.waitUntilExit();
  } finally {
    stdout.off('resize', redrawn);
    performing.close();
    session.stop();
  }
}

/** The words to mark in the first article, as the catalog would find them. */
async function marks({
  catalog,
  start,
}: TuiOptions): Promise<{ readonly words?: readonly string[] }> {
  if (start?.card === undefined || start.words === undefined) return {};
  return { words: await catalog.wordsToMark(start.card, start.words.join(' ')) };
}

/** Loads the first article before the first frame, if that is quick; otherwise the screen comes first. */
async function loadedFirst(live: LiveWorld, card: Card, place: Place): Promise<void> {
  const load = live.load(card, place).catch(() => {
    // The screen says so when it is asked for again.
  });
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, QUICK);
  });
  await Promise.race([load, enough]);
  clearTimeout(timer);
}

/** Writes to the terminal, which may be gone. */
const said = (stdout: NodeJS.WriteStream) => (text: string) => {
  try {
    stdout.write(text);
  } catch {
    // Then there is nothing to show on it.
  }
};

function sizeOf({ columns, rows }: NodeJS.WriteStream): Size {
  return { columns: columns || 80, rows: rows || 24 };
}
