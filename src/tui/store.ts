// The state outside of React: every key finds what the key before it left.

import type { Action, Effect, State, World } from './state/state.ts';
import { update } from './state/update.ts';

export interface Store {
  get(): State;
  /** Takes an action in; what follows from it is asked of `perform` at once. */
  dispatch(action: Action): void;
  /** Calls back once after each batch of actions that came together. */
  subscribe(listener: () => void): () => void;
}

/** A store; the effects of the first state are the caller's to perform. */
export function createStore(world: World, first: State, perform: (effect: Effect) => void): Store {
  let state = first;
  let announced = true;
  const listeners = new Set<() => void>();
  const announce = (): void => {
    announced = true;
    for (const listener of listeners) listener();
  };
  return {
    get: () => state,
    dispatch(action) {
      const next = update(state, action, world);
      if (next.state !== state) {
        state = next.state;
        // Keys that come in one chunk are drawn as one frame.
        if (announced) {
          announced = false;
          queueMicrotask(announce);
        }
      }
      for (const effect of next.effects) perform(effect);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
