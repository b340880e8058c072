// What an action makes of a state: a pure reducer.

import type { Reading } from '../../history/event.ts';
import type { Card } from '../../library/article/card.ts';
import type { Size } from '../pages/geometry.ts';
import { soughtOn } from './find-state.ts';
import { selected, undoomed } from './library-state.ts';
import { written } from './noting/note-state.ts';
import { reselected, unselected, updateSelection } from './noting/select-state.ts';
import { silent, spokenOn, updateSpeech } from './noting/speech-state.ts';
import { fittedReader, openArticle, parting, refitted } from './open-state.ts';
import { updateOverlay } from './overlay-state.ts';
import { updateReader } from './reader-state.ts';
import { refreshedShelf, updateShelf } from './shelf-state.ts';
import { grown } from './span-state.ts';
import {
  type Action,
  contextOf,
  type Effect,
  noEffects,
  type Pressed,
  type Shelf,
  type State,
  type Update,
  type World,
} from './state.ts';
import { updateTyping } from './typing-state.ts';

export interface Beginning {
  readonly size: Size;
  readonly readings: ReadonlyMap<string, Reading>;
  readonly textWidth: number;
  /** Article to stand on; opened if `open`. */
  readonly card?: Card;
  readonly open: boolean;
  readonly words?: readonly string[];
}

/** The first state: the shelf with the article read last under the cursor, or an article. */
export function initialState(world: World, begin: Beginning): Update {
  const found = world.cards.findIndex((card) => card.id === begin.card?.id);
  const shelf: Shelf = {
    filter: '',
    typing: false,
    unreadOnly: false,
    shown: world.cards,
    cursor: Math.max(0, found),
    top: 0,
  };
  const state: State = {
    size: begin.size,
    screen: 'shelf',
    shelf,
    back: [],
    readings: begin.readings,
    textWidth: begin.textWidth,
    finds: [],
  };
  const settled = refreshedShelf(state, world);
  if (!begin.open || begin.card === undefined) return noEffects(settled);
  const aim =
    begin.words === undefined || begin.words.length === 0 ? undefined : { words: begin.words };
  return openArticle(settled, begin.card, world, aim === undefined ? {} : { aim });
}

/** What an action makes of a state. The same state, action and world always give the same answer. */
export function update(state: State, action: Action, world: World): Update {
  switch (action.kind) {
    case 'command':
    case 'type':
    case 'wheel':
      return byHand(unhurried(withoutNotice(state)), action, world);
    case 'resize':
      return noEffects(resized(state, action.size, world));
    case 'loaded': {
      if (state.reader?.card.id !== action.id) return noEffects(state);
      const card = world.cards.find((one) => one.id === action.id) ?? state.reader.card;
      const { slow: _slow, why: _why, pendingInput, ...reader } = state.reader;
      // A page that was set anew has its words elsewhere.
      const ready = unselected({ ...state, reader: { ...reader, card, status: 'ready' } });
      const fitted = fittedReader(ready, world);
      const { reloaded } = world.messages.notice;
      const shown = action.changed ? { ...fitted, notice: reloaded } : fitted;
      return inTurn(shown, pendingInput ?? [], world);
    }
    case 'grown':
      return state.reader?.card.id === action.id ? grownReader(state, world) : noEffects(state);
    case 'drawn':
      // Nothing has moved; a new state has the screen drawn.
      return noEffects(state.reader?.card.id === action.id ? { ...state } : state);
    case 'failed': {
      if (state.reader?.card.id !== action.id) return noEffects(state);
      const { pendingInput: _pendingInput, ...reader } = state.reader;
      return noEffects({ ...state, reader: { ...reader, status: 'failed', why: action.why } });
    }
    case 'slow':
      if (state.reader?.card.id !== action.id) return noEffects(state);
      if (state.reader.status !== 'loading' && state.reader.span === undefined)
        return noEffects(state);
      return noEffects({ ...state, reader: { ...state.reader, slow: true } });
    case 'searched':
      if (state.overlay?.kind !== 'search' || state.overlay.text !== action.text)
        return noEffects(state);
      return noEffects({
        ...state,
        overlay: { ...state.overlay, result: action.result, cursor: 0, pending: false },
      });
    case 'notice':
      return noEffects({ ...state, notice: action.text });
    case 'readings':
      return noEffects(refreshedShelf({ ...state, readings: action.readings }, world));
    case 'spoken':
      return noEffects(spokenOn(state, action.id, action.sentence, world));
    case 'silent': {
      if (state.reader?.card.id !== action.id) return noEffects(state);
      const { notice } = action;
      return noEffects({ ...silent(state), ...(notice === undefined ? {} : { notice }) });
    }
    case 'written':
      return written(state, action.id, action.writing, world);
    case 'feeds':
      return noEffects({ ...state, feeds: action.feeds });
    case 'library': {
      const fresh = selected(refreshedShelf(withFreshCard(state, world), world), action.id, world);
      return noEffects(action.notice === undefined ? fresh : { ...fresh, notice: action.notice });
    }
  }
}

/** A long article that has grown; once it is set to its end, what had to wait for that is done. */
function grownReader(state: State, world: World): Update {
  const pendingInput = state.reader?.pendingInput;
  const next = grown(state, world);
  if (next.reader?.span !== undefined) return noEffects(next);
  const whole = soughtOn(next, world);
  return inTurn(whole, pendingInput ?? [], world);
}

/** A key that is pressed while another waits for the rest of an article takes its place. */
function unhurried(state: State): State {
  if (state.reader?.pendingInput === undefined || state.reader.status === 'loading') return state;
  const { pendingInput: _pendingInput, ...reader } = state.reader;
  return { ...state, reader };
}

/** The article on the screen as the library now knows it. */
function withFreshCard(state: State, world: World): State {
  const { reader } = state;
  const card =
    reader === undefined ? undefined : world.cards.find((one) => one.id === reader.card.id);
  if (reader === undefined || card === undefined || card === reader.card) return state;
  return fittedReader({ ...state, reader: { ...reader, card } }, world);
}

type ByHand = Pressed | Extract<Action, { kind: 'wheel' }>;

function byHand(state: State, action: ByHand, world: World): Update {
  if (action.kind === 'wheel') return wheeled(state, action.direction, world);
  if (action.kind === 'type' || action.command.startsWith('typing.'))
    return updateTyping(state, action, world);
  const { command } = action;
  if (command !== 'shelf.remove') state = undoomed(state);
  if (command !== 'reader.copy' && state.copied !== undefined) state = uncopied(state);
  if (command.endsWith('.quit')) return quitting(state, world);
  if (command.endsWith('.suspend'))
    return { state, effects: [...parting(state, world), { kind: 'suspend' }] };
  if (state.overlay !== undefined) return updateOverlay(state, command, world);
  if (command.startsWith('speak.')) return updateSpeech(state, command, world);
  if (command.startsWith('select.')) return updateSelection(state, command, world);
  return state.screen === 'shelf'
    ? updateShelf(state, command, world)
    : updateReader(state, command, world);
}

/** What `all` make of a state, one after the other, each as if it were pressed by itself. */
function inTurn(state: State, all: readonly Pressed[], world: World): Update {
  let next = state;
  const effects: Effect[] = [];
  for (const pressed of all) {
    const done = byHand(unhurried(next), pressed, world);
    next = done.state;
    effects.push(...done.effects);
  }
  return { state: next, effects };
}

function wheeled(state: State, direction: -1 | 1, world: World): Update {
  const here = contextOf(state);
  // What is selected stays where it is while the page moves.
  const context = here === 'select' || here === 'speak' ? 'reader' : here;
  const command = `${context}.${direction < 0 ? ('up' as const) : ('down' as const)}` as const;
  // A turn of the wheel is three lines, as in most programs.
  const steps = context === 'shelf' ? 1 : 3;
  const step: Pressed = { kind: 'command', command };
  return inTurn(state, Array<Pressed>(steps).fill(step), world);
}

function quitting(state: State, world: World): Update {
  return { state, effects: [...parting(state, world), { kind: 'quit' }] };
}

function resized(state: State, size: Size, world: World): State {
  if (size.columns === state.size.columns && size.rows === state.size.rows) return state;
  const fitted = reselected(state, refitted(state, { ...state, size }, world), world);
  return refreshedShelf(fitted, world);
}

function uncopied({ copied: _copied, ...state }: State): State {
  return state;
}

function withoutNotice(state: State): State {
  if (state.notice === undefined) return state;
  const { notice: _notice, ...rest } = state;
  return rest;
}
