// The line that is typed into: the shelf's filter, finding in an article, searching the library. Pure.

import type { Card } from '../../library/article/card.ts';
import type { Command } from '../keys/bindings.ts';
import { lastTop } from '../pages/sheet.ts';
import { acceptedFind, cancelledFind, recalledFind, soughtFromOrigin } from './find-state.ts';
import { adding } from './library-state.ts';
import { written } from './noting/note-state.ts';
import type { Writing } from './noting/selection.ts';
import { openArticle } from './open-state.ts';
import { closed } from './overlay-state.ts';
import { bodyRows, scrolledTo, sheetOf } from './scroll-state.ts';
import { movedCursor, refreshedShelf } from './shelf-state.ts';
import {
  awaiting,
  awaitsLine,
  noEffects,
  type Pressed,
  type ReaderView,
  type State,
  type Update,
  type World,
} from './state.ts';

/** Longest line (UTF-16 units); a whole page pasted by mistake is cut. */
const LONGEST = 200;
const LONGEST_ADDRESS = 4096;
const LONGEST_NOTE = 4000;

/** What typing or a command makes of the line; undefined where the command leaves it alone. */
function edited(text: string, action: Pressed, longest = LONGEST): string | undefined {
  if (action.kind === 'type')
    return (text + action.text.replace(/[\p{Cc}\s]+/gu, ' ')).slice(0, longest);
  switch (action.command) {
    case 'typing.erase':
      return Array.from(text).slice(0, -1).join('');
    case 'typing.eraseWord':
      return text.replace(/\S*\s*$/, '');
    case 'typing.eraseAll':
      return '';
    default:
      return undefined;
  }
}

/** What an action does while a line is typed. */
export function updateTyping(state: State, action: Pressed, world: World): Update {
  const command = action.kind === 'command' ? action.command : undefined;
  if (command === 'typing.suspend') return { state, effects: [{ kind: 'suspend' }] };
  if (state.overlay?.kind === 'search') return typedSearch(state, action, command, world);
  if (state.overlay !== undefined) return noEffects(state);
  if (state.goto !== undefined) return typedGoto(state, action, world);
  if (state.screen === 'shelf' && state.shelf.adding !== undefined)
    return typedAddress(state, state.shelf.adding, action, world);
  if (state.screen === 'shelf')
    return state.shelf.typing ? typedFilter(state, action, command, world) : noEffects(state);
  if (state.reader?.writing !== undefined)
    return typedNote(state, state.reader, state.reader.writing, action, world);
  if (state.reader?.find?.typing === true)
    return noEffects(typedFind(state, action, command, world));
  return noEffects(awaitsLine(state) ? awaiting(state, action) : state);
}

function typedFilter(
  state: State,
  action: Pressed,
  command: Command | undefined,
  world: World,
): Update {
  const { shelf } = state;
  if (command === 'typing.accept') {
    const done: State = { ...state, shelf: { ...shelf, typing: false } };
    const card = shelf.filter.trim() === '' ? undefined : shelf.shown[shelf.cursor];
    return card === undefined ? noEffects(done) : openArticle({ ...done, back: [] }, card, world);
  }
  if (command === 'typing.cancel')
    return noEffects(refreshedShelf(state, world, { filter: '', typing: false }));
  if (command === 'typing.up') return noEffects(movedCursor(state, world, -1));
  if (command === 'typing.down') return noEffects(movedCursor(state, world, 1));
  if (command === 'typing.erase' && shelf.filter === '')
    return noEffects({ ...state, shelf: { ...shelf, typing: false } });
  const filter = edited(shelf.filter, action);
  return noEffects(filter === undefined ? state : refreshedShelf(state, world, { filter }));
}

function typedAddress(state: State, before: string, action: Pressed, world: World): Update {
  const { adding: _adding, ...shelf } = state.shelf;
  const command = action.kind === 'command' ? action.command : undefined;
  const done: State = { ...state, shelf };
  if (command === 'typing.cancel' || (command === 'typing.erase' && before === ''))
    return noEffects(done);
  if (command === 'typing.accept') {
    const address = before.trim();
    return address === '' ? noEffects(done) : adding(done, address, world);
  }
  const text = edited(before, action, LONGEST_ADDRESS);
  return noEffects(text === undefined ? state : { ...state, shelf: { ...shelf, adding: text } });
}

function typedNote(
  state: State,
  { writing: _writing, ...reader }: ReaderView,
  writing: Writing,
  action: Pressed,
  world: World,
): Update {
  const command = action.kind === 'command' ? action.command : undefined;
  if (command === 'typing.cancel') return noEffects({ ...state, reader });
  if (command === 'typing.accept') return written(state, reader.card.id, writing, world);
  const text = edited(writing.text, action, LONGEST_NOTE);
  if (text === undefined) return noEffects(state);
  return noEffects({ ...state, reader: { ...reader, writing: { ...writing, text } } });
}

function typedFind(
  state: State,
  action: Pressed,
  command: Command | undefined,
  world: World,
): State {
  const sheet = sheetOf(state, world);
  const find = state.reader?.find;
  if (command === 'typing.accept') return acceptedFind(state);
  if (command === 'typing.cancel') return cancelledFind(state, world);
  if (sheet === undefined || find === undefined) return state;
  if (command === 'typing.up') return recalledFind(state, world, 1);
  if (command === 'typing.down') return recalledFind(state, world, -1);
  const before = find.query.kind === 'text' ? find.query.text : '';
  if (command === 'typing.erase' && before === '') return cancelledFind(state, world);
  const text = edited(before, action);
  return text === undefined ? state : soughtFromOrigin(state, world, { kind: 'text', text });
}

function typedSearch(
  state: State,
  action: Pressed,
  command: Command | undefined,
  world: World,
): Update {
  if (state.overlay?.kind !== 'search') return noEffects(state);
  const { overlay } = state;
  const hits = overlay.result?.hits ?? [];
  const moved = (by: number): Update =>
    noEffects({
      ...state,
      overlay: { ...overlay, cursor: Math.max(0, Math.min(overlay.cursor + by, hits.length - 1)) },
    });
  if (command === 'typing.cancel') return noEffects(closed(state));
  if (command === 'typing.up') return moved(-1);
  if (command === 'typing.down') return moved(1);
  if (command === 'typing.accept') {
    const hit = hits[overlay.cursor];
    if (hit === undefined || overlay.result === undefined) return noEffects(state);
    return openArticle({ ...closed(state), back: [] }, hit.card, world, {
      aim: { words: overlay.result.words },
    });
  }
  if (command === 'typing.erase' && overlay.text === '') return noEffects(closed(state));
  const text = edited(overlay.text, action);
  if (text === undefined || text === overlay.text) return noEffects(state);
  if (text.trim() === '')
    return noEffects({ ...state, overlay: { kind: 'search', text, cursor: 0, pending: false } });
  return {
    state: { ...state, overlay: { ...overlay, text, pending: true } },
    effects: [{ kind: 'search', text }],
  };
}

/** Digits that a number may have. */
const LONGEST_NUMBER = 6;

/** The line behind `:` and `%`: a number leads to that article of the series, a percentage to that place. */
function typedGoto(state: State, action: Pressed, world: World): Update {
  const { goto, ...rest } = state;
  if (goto === undefined) return noEffects(state);
  if (action.kind === 'type') {
    const digits = action.text.replace(/\D/g, '');
    const percent = goto.percent || action.text.includes('%');
    const text = (goto.text + digits).slice(0, LONGEST_NUMBER);
    return noEffects({ ...state, goto: { text, percent: percent && state.screen === 'reader' } });
  }
  switch (action.command) {
    case 'typing.cancel':
      return noEffects(rest);
    case 'typing.erase':
      if (goto.text === '') return noEffects(rest);
      return noEffects({ ...state, goto: { ...goto, text: goto.text.slice(0, -1) } });
    case 'typing.eraseAll':
    case 'typing.eraseWord':
      return noEffects({ ...state, goto: { ...goto, text: '' } });
    case 'typing.accept':
      if (goto.text === '') return noEffects(rest);
      return goto.percent ? toShare(state, rest, world) : toArticle(rest, Number(goto.text), world);
    default:
      return noEffects(state);
  }
}

function toShare(state: State, rest: State, world: World): Update {
  const sheet = sheetOf(state, world);
  if (sheet === undefined) return noEffects(rest);
  // Where a long article is not set to its end yet, nobody knows where its middle is.
  if (sheet.cut !== undefined)
    return noEffects(awaiting(state, { kind: 'command', command: 'typing.accept' }));
  const share = Math.min(100, Number(state.goto?.text)) / 100;
  return noEffects(scrolledTo(rest, sheet, Math.round(lastTop(sheet, bodyRows(state)) * share)));
}

/** The article of that number, in the series that the reader or the cursor is in. */
function toArticle(state: State, number: number, world: World): Update {
  const { shown, cursor } = state.shelf;
  const here: Card | undefined = state.screen === 'reader' ? state.reader?.card : shown[cursor];
  const isIt = (card: Card): boolean => card.series === here?.series && card.number === number;
  if (state.screen === 'shelf') {
    const at = shown.findIndex(isIt);
    if (at >= 0) return noEffects(movedCursor(state, world, at - cursor));
  } else {
    const card = world.cards.find(isIt);
    if (card !== undefined) return openArticle({ ...state, back: [] }, card, world);
  }
  return noEffects({ ...state, notice: world.messages.goto.none(world.number(number)) });
}
