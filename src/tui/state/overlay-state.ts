// What commands do while a box is open: contents, help, a footnote. Pure.

import type { Command } from '../keys/bindings.ts';
import { pictureOn, sourcesOn, tableOn } from '../pages/asides.ts';
import { boxFor } from '../pages/geometry.ts';
import { helpPlan } from '../pages/help-rows.ts';
import type { Overlay } from '../pages/overlay.ts';
import type { Sheet } from '../pages/sheet.ts';
import { tableBars } from '../pages/table-bars.ts';
import { follow, noteLinks, rememberedHere } from './link-state.ts';
import { movedNotes } from './noting/note-state.ts';
import { openArticle } from './open-state.ts';
import { bodyRows, scrolledTo, sheetOf } from './scroll-state.ts';
import { troublesOf } from './shelf-state.ts';
import { noEffects, type ReaderView, type State, type Update, type World } from './state.ts';

/** The state without its box. */
export function closed(state: State): State {
  const { overlay: _overlay, ...rest } = state;
  return rest;
}

/** What a command does in the open box. */
export function updateOverlay(state: State, command: Command, world: World): Update {
  if (command === 'list.close' || command === 'note.close') return noEffects(closed(state));
  switch (state.overlay?.kind) {
    case 'help':
      return noEffects(movedHelp(state, command, world));
    case 'troubles':
      return noEffects(movedTroubles(state, command));
    case 'contents':
      return movedContents(state, command, world);
    case 'notes':
      return movedNotes(state, command, world, stepped);
    case 'backlinks':
      return movedBacklinks(state, command, world);
    case 'note':
      return movedNote(state, command, world);
    case 'bars':
    case 'sources':
    case 'picture':
      return noEffects(movedAside(state, command));
    default:
      return noEffects(state);
  }
}

/** Where a command leads from `at` in a list of `count` lines, `page` of them on the screen. */
function stepped(command: Command, at: number, count: number, page: number): number {
  const to: Partial<Record<Command, number>> = {
    'list.up': at - 1,
    'list.down': at + 1,
    'list.pageUp': at - page,
    'list.pageDown': at + page,
    'list.first': 0,
    'list.last': count - 1,
  };
  return Math.max(0, Math.min(to[command] ?? at, count - 1));
}

function movedHelp(state: State, command: Command, world: World): State {
  if (state.overlay?.kind !== 'help') return state;
  if (command === 'list.accept') return closed(state);
  const { rows, box } = helpPlan(state.size, world.keymap, state.overlay.of);
  const { length } = rows;
  const { height } = box;
  const last = Math.max(0, length - height);
  return {
    ...state,
    overlay: {
      ...state.overlay,
      top: Math.min(stepped(command, state.overlay.top, length, Math.max(1, height - 1)), last),
    },
  };
}

function movedContents(state: State, command: Command, world: World): Update {
  const sheet = sheetOf(state, world);
  if (state.overlay?.kind !== 'contents' || sheet === undefined) return noEffects(closed(state));
  const { headings } = sheet.page;
  if (command === 'list.accept') {
    const heading = headings[state.overlay.cursor];
    const shut = closed(state);
    return noEffects(
      heading === undefined
        ? shut
        : scrolledTo(rememberedHere(shut, world), sheet, sheet.head.length + heading.line),
    );
  }
  const cursor = movedTo(state, command, state.overlay.cursor, headings.length);
  return noEffects({ ...state, overlay: { kind: 'contents', cursor } });
}

function movedBacklinks(state: State, command: Command, world: World): Update {
  if (state.overlay?.kind !== 'backlinks' || state.reader === undefined)
    return noEffects(closed(state));
  const cards = world.linked().backlinks(state.reader.card);
  if (command === 'list.accept') {
    const card = cards[state.overlay.cursor];
    const shut = closed(state);
    return card === undefined
      ? noEffects(shut)
      : openArticle(rememberedHere(shut, world), card, world);
  }
  const cursor = movedTo(state, command, state.overlay.cursor, cards.length);
  return noEffects({ ...state, overlay: { kind: 'backlinks', cursor } });
}

/** Where a command leads in a list of `count`. */
function movedTo({ size }: State, command: Command, cursor: number, count: number): number {
  const { height } = boxFor(size, count);
  return Math.max(0, stepped(command, cursor, count, Math.max(1, height - 1)));
}

function movedNote(state: State, command: Command, world: World): Update {
  const sheet = sheetOf(state, world);
  const { overlay } = state;
  if (overlay?.kind !== 'note' || sheet === undefined) return noEffects(closed(state));
  const length = sheet.page.notes[overlay.note]?.lines.length ?? 0;
  const last = Math.max(0, length - boxFor(state.size, length, 'foot').height);
  const links = noteLinks(sheet, overlay.note);
  const here = overlay.focus === undefined ? -1 : links.indexOf(overlay.focus);
  const focused = (index: number): Update => {
    const focus = links[(index + links.length) % Math.max(1, links.length)];
    return noEffects(focus === undefined ? state : { ...state, overlay: { ...overlay, focus } });
  };
  switch (command) {
    case 'note.up':
      return noEffects({ ...state, overlay: { ...overlay, top: Math.max(0, overlay.top - 1) } });
    case 'note.down':
      return noEffects({ ...state, overlay: { ...overlay, top: Math.min(last, overlay.top + 1) } });
    case 'note.nextLink':
      return focused(here + 1);
    case 'note.previousLink':
      return focused(here - 1);
    case 'note.follow': {
      const link = overlay.focus === undefined ? undefined : sheet.page.links[overlay.focus];
      return link === undefined
        ? noEffects(closed(state))
        : follow(closed(state), sheet, link, world);
    }
    default:
      return noEffects(state);
  }
}

function movedTroubles(state: State, command: Command): State {
  if (state.overlay?.kind !== 'troubles') return state;
  if (command === 'list.accept') return closed(state);
  const { length } = troublesOf(state);
  // Each takes two rows: the series, and why.
  const { height } = boxFor(state.size, length * 2);
  const last = Math.max(0, length * 2 - height);
  const top = stepped(command, state.overlay.top, length * 2, Math.max(1, height - 1));
  return { ...state, overlay: { kind: 'troubles', top: Math.min(top, last) } };
}

function movedAside(state: State, command: Command): State {
  const { overlay } = state;
  if (command === 'list.accept') return closed(state);
  if (overlay?.kind !== 'bars' && overlay?.kind !== 'sources') return state;
  if (overlay.kind === 'bars' && command === 'list.turn')
    return { ...state, overlay: { ...overlay, turn: overlay.turn + 1 } };
  const length =
    overlay.kind === 'bars' ? overlay.table.rows.length : overlay.text.split('\n').length;
  const { height } = boxFor(state.size, length);
  const top = stepped(command, overlay.top, length, Math.max(1, height - 1));
  return { ...state, overlay: { ...overlay, top: Math.min(top, Math.max(0, length - height)) } };
}

/** The state with a picture, bars or sources over the page, or with a notice that there are none. */
export function asideShown(
  state: State,
  sheet: Sheet,
  of: 'picture' | 'bars' | 'sources',
  world: World,
): State {
  const { top, card } = state.reader as ReaderView;
  const end = top + bodyRows(state);
  const { notice } = world.messages;
  const shown = (overlay: Overlay | undefined, none: string): State =>
    overlay === undefined ? { ...state, notice: none } : { ...state, overlay };
  switch (of) {
    case 'picture': {
      const picture = pictureOn(sheet, top, end);
      return shown(picture && { kind: 'picture', href: picture.href }, notice.noPicture);
    }
    case 'bars': {
      const table = tableOn(sheet, top, end);
      const bars = table && tableBars(table, 0, 40, card.lang);
      return shown(table && bars && { kind: 'bars', table, turn: 0, top: 0 }, notice.noFigures);
    }
    case 'sources': {
      const sources = sourcesOn(sheet, top, end);
      const text = sources.join('\n\n');
      return shown(text === '' ? undefined : { kind: 'sources', text, top: 0 }, notice.noDrawing);
    }
  }
}
