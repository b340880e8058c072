// What commands do on the shelf. Pure.

import type { Card } from '../../library/article/card.ts';
import type { Command } from '../keys/bindings.ts';
import { shelfDivision } from '../pages/geometry.ts';
import { filterCards, shelfRows, topShowing } from '../pages/shelf-list.ts';
import { marked, starred } from './mark-state.ts';
import { openArticle } from './open-state.ts';
import { noEffects, type Shelf, type State, type Update, type World } from './state.ts';

/** The shelf shown anew after its filter, the library, the readings or the size changed; the cursor stays on its article. */
export function refreshedShelf(state: State, world: World, change: Partial<Shelf> = {}): State {
  const before = state.shelf;
  const next = { ...before, ...change };
  const shown = filterCards(world.cards, world.series, state.readings, {
    text: next.filter,
    unreadOnly: next.unreadOnly,
    starredOnly: next.starredOnly ?? false,
  });
  const own = before.shown[before.cursor];
  const again = (by: 'path' | 'id'): number => shown.findIndex((card) => card[by] === own?.[by]);
  // Of several files with one name, the ids move up when the first goes.
  const stayed = again('path') < 0 ? again('id') : again('path');
  const cursor = stayed < 0 ? Math.min(before.cursor, shown.length - 1) : stayed;
  return placedShelf({ ...state, shelf: { ...next, shown } }, world, cursor);
}

function placedShelf(state: State, world: World, wanted: number): State {
  const { shelf } = state;
  const cursor = Math.max(0, Math.min(wanted, shelf.shown.length - 1));
  const top = topShowing(
    shelfRows(shelf.shown, world.series),
    cursor,
    shelf.top,
    shelfDivision(state.size).body,
  );
  return { ...state, shelf: { ...shelf, cursor, top } };
}

/** The cursor on the first article that `suits`. */
export function shelfAt(state: State, world: World, suits: (card: Card) => boolean): State {
  const at = state.shelf.shown.findIndex(suits);
  return at < 0 ? state : placedShelf(state, world, at);
}

/** Moves the cursor by `by` articles, to the ends at most. */
export function movedCursor(state: State, world: World, by: number): State {
  return placedShelf(state, world, state.shelf.cursor + by);
}

/** The first article of the series after or before the one under the cursor, round the ends. */
function otherSeries(state: State, direction: 1 | -1): number {
  const { shown, cursor } = state.shelf;
  const firsts = shown.flatMap((card, index) =>
    card.series === shown[index - 1]?.series ? [] : [index],
  );
  const here = firsts.findLastIndex((index) => index <= cursor);
  return firsts.at((here + direction) % Math.max(1, firsts.length)) ?? 0;
}

/** What a command does on the shelf. */
export function updateShelf(state: State, command: Command, world: World): Update {
  const { shelf } = state;
  const page = Math.max(1, shelfDivision(state.size).body - 1);
  const card = shelf.shown[shelf.cursor];
  switch (command) {
    case 'shelf.up':
      return noEffects(movedCursor(state, world, -1));
    case 'shelf.down':
      return noEffects(movedCursor(state, world, 1));
    case 'shelf.pageUp':
      return noEffects(movedCursor(state, world, -page));
    case 'shelf.pageDown':
      return noEffects(movedCursor(state, world, page));
    case 'shelf.halfUp':
      return noEffects(movedCursor(state, world, -(page >> 1)));
    case 'shelf.halfDown':
      return noEffects(movedCursor(state, world, page >> 1));
    case 'shelf.first':
      return noEffects(placedShelf(state, world, 0));
    case 'shelf.last':
      return noEffects(placedShelf(state, world, shelf.shown.length - 1));
    case 'shelf.series':
      return noEffects(placedShelf(state, world, otherSeries(state, 1)));
    case 'shelf.seriesBack':
      return noEffects(placedShelf(state, world, otherSeries(state, -1)));
    case 'shelf.open':
      return card === undefined
        ? noEffects(state)
        : openArticle({ ...state, back: [] }, card, world);
    case 'shelf.filter':
      return noEffects({ ...state, shelf: { ...shelf, typing: true } });
    case 'shelf.clear':
      return noEffects(
        refreshedShelf(state, world, {
          filter: '',
          typing: false,
          unreadOnly: false,
          starredOnly: false,
        }),
      );
    case 'shelf.unread':
      return noEffects(refreshedShelf(state, world, { unreadOnly: !shelf.unreadOnly }));
    case 'shelf.starred':
      return noEffects(refreshedShelf(state, world, { starredOnly: !shelf.starredOnly }));
    case 'shelf.search':
      return noEffects({
        ...state,
        overlay: { kind: 'search', text: '', cursor: 0, pending: false },
      });
    case 'shelf.help':
      return noEffects({ ...state, overlay: { kind: 'help', top: 0, of: 'shelf' } });
    case 'shelf.goto':
      return noEffects({ ...state, goto: { text: '', percent: false } });
    case 'shelf.star':
      return card === undefined ? noEffects(state) : starred(state, world, card);
    case 'shelf.mark':
      return card === undefined ? noEffects(state) : marked(state, world, card);
    case 'shelf.fetch':
    case 'shelf.fetchAll':
      return { state, effects: [{ kind: 'fetch', all: command === 'shelf.fetchAll' }] };
    case 'shelf.troubles':
      return noEffects(
        troublesOf(state).length === 0
          ? { ...state, notice: world.messages.notice.noTroubles }
          : { ...state, overlay: { kind: 'troubles', top: 0 } },
      );
    case 'shelf.add':
      return noEffects({ ...state, shelf: { ...shelf, adding: '' } });
    case 'shelf.remove':
      return card === undefined ? noEffects(state) : removed(state, card, world);
    case 'shelf.undo':
      return { state, effects: [{ kind: 'undo' }] };
    default:
      return noEffects(state);
  }
}

/** Asks; the second time in a row it is meant. */
function removed(state: State, card: Card, world: World): Update {
  const { doomed, ...others } = state;
  if (doomed === card.id) return { state: others, effects: [{ kind: 'remove', card }] };
  return noEffects({
    ...state,
    doomed: card.id,
    notice: world.messages.notice.removeAsk(card.title),
  });
}

/** The feeds in trouble: key of the series, and why. */
export function troublesOf({ feeds }: State): readonly (readonly [key: string, why: string])[] {
  return [...(feeds ?? [])].flatMap(([key, { trouble }]) =>
    trouble === undefined ? [] : [[key, trouble] as const],
  );
}
