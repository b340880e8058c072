// Polls the folders' stamps, so that the shelf shows what came and went.

import type { Action } from './state/state.ts';
import type { LiveWorld } from './state/world.ts';

/** Milliseconds between two looks. */
const EVERY = 1000;
/** A look, with what came of it, takes at most this share of the time. */
const AT_MOST = 0.02;
/** Milliseconds without a key after which there is time for a look. */
const QUIET = 300;

export interface LibraryLoop {
  /** A key was pressed, or something else happened. */
  nudge(): void;
  close(): void;
}

/** Looks until it is closed; `changed` is called when the library is another. */
export function libraryLoop(
  live: LiveWorld,
  stage: () => { dispatch(action: Action): void },
  changed: () => void,
): LibraryLoop {
  let timer: NodeJS.Timeout | undefined;
  let pressed = performance.now();
  let closed = false;

  const later = (milliseconds: number): void => {
    if (!closed) timer = setTimeout(() => void look(), milliseconds).unref();
  };
  const look = async (): Promise<void> => {
    const began = performance.now();
    if (began < pressed + QUIET) return later(pressed + QUIET - began);
    try {
      if (await live.isStale()) {
        await live.refresh();
        if (closed) return;
        stage().dispatch({ kind: 'library' });
        changed();
      }
    } catch {
      // The next look may find the folders in order.
    }
    later(Math.max(EVERY, (performance.now() - began) / AT_MOST));
  };
  later(EVERY);

  return {
    nudge() {
      pressed = performance.now();
    },
    close() {
      closed = true;
      clearTimeout(timer);
    },
  };
}
