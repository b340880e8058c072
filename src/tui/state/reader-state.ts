// What commands do in an article: turning, scrolling, widths, marks. Pure.

import type { Command } from '../keys/bindings.ts';
import { textColumn } from '../pages/geometry.ts';
import { lastTop, type Sheet, START } from '../pages/sheet.ts';
import { beginFind, stepHit } from './find-state.ts';
import { addedLink } from './library-state.ts';
import { copied, followLink, goBack, moveFocus } from './link-state.ts';
import { marked, starred } from './mark-state.ts';
import { openedNotes } from './noting/note-state.ts';
import { beginSelection } from './noting/select-state.ts';
import { beginSpeech } from './noting/speech-state.ts';
import { openArticle, parting, refitted } from './open-state.ts';
import { asideShown } from './overlay-state.ts';
import { bodyRows, pagedOn, pannedBy, scrolledTo, sheetOf } from './scroll-state.ts';
import { roomy, spanned } from './span-state.ts';
import {
  awaiting,
  noEffects,
  type ReaderView,
  type State,
  type Update,
  type World,
} from './state.ts';

/** Columns of text that `+` and `-` lead to, at least and at most, and by how many. */
const WIDTHS = { least: 28, most: 120, step: 4 } as const;

function turned(state: State, world: World, to: 'previous' | 'next'): Update {
  if (state.reader === undefined) return noEffects(state);
  const card = world.neighbours(state.reader.card)[to];
  if (card !== undefined) return openArticle({ ...state, back: [] }, card, world);
  const { firstOfSeries, lastOfSeries } = world.messages.notice;
  return noEffects({ ...state, notice: to === 'next' ? lastOfSeries : firstOfSeries });
}

function pagedDown(state: State, sheet: Sheet, by: number, world: World): State {
  if (state.reader === undefined) return state;
  if (state.reader.top < lastTop(sheet, bodyRows(state))) return pagedOn(state, sheet, by);
  if (sheet.cut?.ends === false) return state;
  const { next } = world.neighbours(state.reader.card);
  const { atEnd, atEndNext } = world.messages.notice;
  return { ...state, notice: next === undefined ? atEnd : atEndNext(next.title) };
}

function resizedText(state: State, world: World, direction: 1 | -1): Update {
  const room = textColumn(state.size, Number.POSITIVE_INFINITY).width;
  const now = Math.min(state.textWidth, Math.max(room, WIDTHS.least));
  const wished = Math.max(WIDTHS.least, Math.min(WIDTHS.most, now + direction * WIDTHS.step));
  const next = refitted(state, { ...state, textWidth: wished }, world);
  const shown = textColumn(state.size, wished).width;
  return {
    state: { ...next, notice: world.messages.notice.width(world.number(shown)) },
    effects: [{ kind: 'width', columns: wished }],
  };
}

/** The shelf again, the article's place recorded. */
export function toShelf(state: State, world: World): Update {
  return { state: { ...state, screen: 'shelf', back: [] }, effects: parting(state, world) };
}

function escaped(state: State, world: World): Update {
  if (state.reader === undefined) return toShelf(state, world);
  const { find, focus, ...reader } = state.reader;
  return find === undefined && focus === undefined
    ? toShelf(state, world)
    : noEffects({ ...state, reader });
}

/** What a command does in an article. */
export function updateReader(state: State, command: Command, world: World): Update {
  const { reader } = state;
  if (reader === undefined) return noEffects({ ...state, screen: 'shelf' });
  switch (command) {
    case 'reader.previous':
      return turned(state, world, 'previous');
    case 'reader.next':
      return turned(state, world, 'next');
    case 'reader.shelf':
      return escaped(state, world);
    case 'reader.help':
      return noEffects({ ...state, overlay: { kind: 'help', top: 0, of: 'reader' } });
    case 'reader.goto':
    case 'reader.percent':
      return noEffects({ ...state, goto: { text: '', percent: command === 'reader.percent' } });
    case 'reader.search':
      return noEffects({
        ...state,
        overlay: { kind: 'search', text: '', cursor: 0, pending: false },
      });
    case 'reader.back':
      return goBack(state, world);
    case 'reader.add':
      return addedLink(state, sheetOf(state, world), world);
    case 'reader.edit':
      return { state, effects: [...parting(state, world), { kind: 'edit', card: reader.card }] };
    case 'reader.mark':
      return marked(state, world, reader.card);
    case 'reader.undo':
      return { state, effects: [{ kind: 'undo' }] };
    case 'reader.star':
      return starred(state, world, reader.card);
    case 'reader.wider':
      return resizedText(state, world, 1);
    case 'reader.narrower':
      return resizedText(state, world, -1);
    case 'reader.source':
      if (reader.card.source === undefined)
        return noEffects({ ...state, notice: world.messages.notice.noSource });
      return { state, effects: [{ kind: 'open', address: reader.card.source.url }] };
    default: {
      const pressed = { kind: 'command' as const, command };
      const near = roomy(state, world);
      const sheet = sheetOf(near, world);
      // A text that is still being read has the keys in store.
      if (sheet === undefined)
        return noEffects(reader.status === 'loading' ? awaiting(state, pressed) : state);
      if (sheet.cut !== undefined && needsRest(near, command, sheet))
        return noEffects(awaiting(near, pressed));
      return updateOnSheet(near, command, sheet, world);
    }
  }
}

/** Whether a command can't be done before the article is set to its end. */
function needsRest({ reader, finds }: State, command: Command, sheet: Sheet): boolean {
  switch (command) {
    case 'reader.contents':
    case 'reader.select':
    case 'reader.notes':
    case 'reader.speak':
      return true;
    case 'reader.nextHit':
    case 'reader.previousHit':
      return reader?.find !== undefined || finds.length > 0;
    case 'reader.follow': {
      const link = reader?.focus === undefined ? undefined : sheet.page.links[reader.focus];
      return link?.kind === 'heading' || link?.kind === 'note' || link?.kind === 'note-back';
    }
    default:
      return false;
  }
}

/** The article's start or end at the top or foot of the screen, wherever the reader stands. */
function atEnd(state: State, world: World, end: 'first' | 'last'): State {
  const place = end === 'first' ? START : { block: Number.MAX_SAFE_INTEGER, offset: 0 };
  const there = spanned({ ...state, reader: { ...(state.reader as ReaderView), place } }, world);
  const sheet = sheetOf(there, world);
  if (sheet === undefined) return state;
  if (end === 'last' && sheet.cut?.ends === false)
    return awaiting(state, { kind: 'command', command: 'reader.last' });
  return scrolledTo(there, sheet, end === 'first' ? 0 : sheet.height);
}

function updateOnSheet(state: State, command: Command, sheet: Sheet, world: World): Update {
  const { top } = state.reader as ReaderView;
  const body = bodyRows(state);
  const page = Math.max(1, body - (body > 8 ? 2 : body > 3 ? 1 : 0));
  const half = Math.max(1, Math.floor(body / 2));
  switch (command) {
    case 'reader.up':
      return noEffects(scrolledTo(state, sheet, top - 1));
    case 'reader.down':
      return noEffects(scrolledTo(state, sheet, top + 1));
    case 'reader.pageDown':
      return noEffects(pagedDown(state, sheet, page, world));
    case 'reader.pageUp':
      return noEffects(scrolledTo(state, sheet, top - page));
    case 'reader.halfDown':
      return noEffects(pagedDown(state, sheet, half, world));
    case 'reader.halfUp':
      return noEffects(scrolledTo(state, sheet, top - half));
    case 'reader.first':
      return noEffects(atEnd(state, world, 'first'));
    case 'reader.last':
      return noEffects(atEnd(state, world, 'last'));
    case 'reader.find':
      return noEffects(beginFind(state, world, { kind: 'text', text: '' }, true));
    case 'reader.nextHit':
      return noEffects(stepHit(state, sheet, 1, world));
    case 'reader.previousHit':
      return noEffects(stepHit(state, sheet, -1, world));
    case 'reader.contents':
      return noEffects({ ...state, overlay: { kind: 'contents', cursor: headingAt(sheet, top) } });
    case 'reader.select':
      return noEffects(beginSelection(state, sheet, world));
    case 'reader.speak':
      return beginSpeech(state, sheet);
    case 'reader.notes':
      return noEffects(openedNotes(state, world));
    case 'reader.panLeft':
      return noEffects(pannedBy(state, sheet, -1, world));
    case 'reader.panRight':
      return noEffects(pannedBy(state, sheet, 1, world));
    case 'reader.picture':
      return noEffects(asideShown(state, sheet, 'picture', world));
    case 'reader.bars':
      return noEffects(asideShown(state, sheet, 'bars', world));
    case 'reader.sources':
      return noEffects(asideShown(state, sheet, 'sources', world));
    case 'reader.backlinks':
      return noEffects({ ...state, overlay: { kind: 'backlinks', cursor: 0 } });
    case 'reader.nextLink':
      return noEffects(moveFocus(state, sheet, 1, world));
    case 'reader.previousLink':
      return noEffects(moveFocus(state, sheet, -1, world));
    case 'reader.follow':
      return followLink(state, sheet, world);
    case 'reader.copy':
      return copied(state, sheet, world);
    default:
      return noEffects(state);
  }
}

/** Index of the heading that the reader stands under: the last that begins on the upper half of the screen. */
function headingAt(sheet: Sheet, top: number): number {
  const line = top + 1 - sheet.head.length;
  return Math.max(
    0,
    sheet.page.headings.findLastIndex((heading) => heading.line <= line),
  );
}
