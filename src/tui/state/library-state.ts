// What comes into the library and goes out of it, as far as the state shows it. Pure.

import type { Sheet } from '../pages/sheet.ts';
import { refreshedShelf, shelfAt } from './shelf-state.ts';
import type { State, Update, World } from './state.ts';
import { noEffects } from './state.ts';

/** The cursor on an article, where there is such a one; a filter that hides it ends. */
export function selected(state: State, id: string | undefined, world: World): State {
  if (id === undefined || !world.cards.some((card) => card.id === id)) return state;
  const isShown = state.shelf.shown.some((card) => card.id === id);
  const open = isShown
    ? state
    : refreshedShelf(state, world, {
        filter: '',
        unreadOnly: false,
        starredOnly: false,
        typing: false,
      });
  return shelfAt(open, world, (card) => card.id === id);
}

/** Whatever else is pressed: nothing is to be removed any more. */
export function undoomed(state: State): State {
  if (state.doomed === undefined) return state;
  const { doomed: _doomed, ...others } = state;
  return others;
}

/** Adds the page that the link in focus leads to, or that an article from outside is. */
export function addedLink(state: State, sheet: Sheet | undefined, world: World): Update {
  const { reader } = state;
  const link = reader?.focus === undefined ? undefined : sheet?.page.links[reader.focus];
  const own = reader?.card.id === '' ? reader.card.source?.url : undefined;
  const address = link?.kind === 'web' ? link.href : own;
  if (address === undefined)
    return noEffects({ ...state, notice: world.messages.notice.nothingToAdd });
  return adding(state, address, world);
}

/** Asks for an address to be added. */
export function adding(state: State, address: string, world: World): Update {
  return {
    state: { ...state, notice: world.messages.notice.adding(address) },
    effects: [{ kind: 'add', address }],
  };
}
