// Notes of the article on the screen: highlighting, writing, removing, and the box that lists them. Pure.

import type { Note, Quote } from '../../../history/note.ts';
import type { Command } from '../../keys/bindings.ts';
import { boxFor } from '../../pages/geometry.ts';
import { lineOfIndex, type PlacedNote, pageText, placedNotes } from '../../pages/text/page-text.ts';
import { rememberedHere } from '../link-state.ts';
import { sheetOf, shownLine } from '../scroll-state.ts';
import {
  type Effect,
  noEffects,
  type ReaderView,
  type State,
  type Update,
  type World,
} from '../state.ts';
import type { Writing } from './selection.ts';

export function notesOf(state: State): readonly Note[] {
  return state.readings.get(state.reader?.card.id ?? '')?.notes ?? [];
}

/** The notes as the box lists them: in the order of their places, what is gone last. */
export function listedNotes(
  state: State,
  world: World,
): readonly (PlacedNote | { readonly note: Note; readonly from?: undefined })[] {
  const sheet = sheetOf(state, world);
  if (sheet === undefined) return [];
  const { placed, orphaned } = placedNotes(sheet, notesOf(state));
  return [...placed, ...orphaned.map((note) => ({ note }))];
}

/** Records a note on a quote; a new one, or another text to `before`. */
export function noted(
  state: State,
  world: World,
  quote: Quote,
  text: string,
  before?: Note,
): readonly Effect[] {
  const { card } = state.reader as ReaderView;
  const at = world.now();
  const source = card.source?.url;
  const said = text.trim() === '' ? {} : { text: text.trim() };
  const own = before ?? {
    note: `${at.replace(/\D/g, '')}-${quote.place.block}-${quote.place.offset}`,
    made: at,
  };
  const event = {
    kind: 'note' as const,
    id: card.id,
    note: own.note,
    quote,
    ...said,
    title: card.title,
    ...(source === undefined ? {} : { source }),
    made: own.made,
    at,
  };
  return [{ kind: 'record', event }];
}

function removed(state: State, world: World, { note }: Note): Update {
  const { id } = (state.reader as ReaderView).card;
  return {
    state: { ...state, notice: world.messages.notice.unnoted },
    effects: [{ kind: 'record', event: { kind: 'unnote', id, at: world.now(), note } }],
  };
}

/** Begins a line in which a note is written, or hands it to the editor. */
export function writing(state: State, by: 'line' | 'editor', given: Omit<Writing, 'text'>): Update {
  const { selection: _selection, ...reader } = state.reader as ReaderView;
  const begun: Writing = { ...given, text: given.before?.text ?? '' };
  return by === 'line'
    ? noEffects({ ...state, reader: { ...reader, writing: begun } })
    : {
        state: { ...state, reader },
        effects: [{ kind: 'compose', id: reader.card.id, writing: begun }],
      };
}

/** What a line or the editor made of a note; the article may have been left meanwhile. */
export function written(
  state: State,
  id: string,
  { quote, text, before }: Writing,
  world: World,
): Update {
  if (state.reader?.card.id !== id) return noEffects(state);
  const { writing: _writing, ...reader } = state.reader;
  return {
    state: { ...state, reader, notice: world.messages.notice.noted },
    effects: noted(state, world, quote, text, before),
  };
}

/** What a command does in the box of notes. */
export function movedNotes(
  state: State,
  command: Command,
  world: World,
  stepped: (command: Command, at: number, count: number, page: number) => number,
): Update {
  const { overlay, ...shut } = state;
  const all = listedNotes(state, world);
  if (overlay?.kind !== 'notes') return noEffects(state);
  const one = all[overlay.cursor];
  switch (command) {
    case 'list.accept':
      return noEffects(one?.from === undefined ? state : shownNote(shut, one.from, world));
    case 'list.write':
    case 'list.edit':
      if (one === undefined) return noEffects(state);
      return writing(shut, command === 'list.write' ? 'line' : 'editor', {
        quote: one.note.quote,
        before: one.note,
      });
    case 'list.remove': {
      if (one === undefined) return noEffects(state);
      const cursor = Math.max(0, Math.min(overlay.cursor, all.length - 2));
      return removed({ ...state, overlay: { kind: 'notes', cursor } }, world, one.note);
    }
    default: {
      const page = Math.max(1, Math.floor(boxFor(state.size, 2 * all.length).height / 2) - 1);
      const cursor = Math.max(0, stepped(command, overlay.cursor, all.length, page));
      return noEffects({ ...state, overlay: { kind: 'notes', cursor } });
    }
  }
}

/** The place of a note on the screen, a third from its top where it was not. */
function shownNote(state: State, from: number, world: World): State {
  const sheet = sheetOf(state, world);
  if (sheet === undefined) return state;
  const line = sheet.head.length + lineOfIndex(pageText(sheet.page.lines), from);
  return shownLine(rememberedHere(state, world), sheet, line);
}

/** The box of notes, the first on or below the top of the screen chosen. */
export function openedNotes(state: State, world: World): State {
  const sheet = sheetOf(state, world);
  if (sheet === undefined || state.reader === undefined) return state;
  const text = pageText(sheet.page.lines);
  const top = text.stream.starts[Math.max(0, state.reader.top - sheet.head.length)] ?? 0;
  const all = listedNotes(state, world);
  const cursor = all.findIndex(({ from }) => from !== undefined && from >= top);
  return { ...state, overlay: { kind: 'notes', cursor: Math.max(0, cursor) } };
}
