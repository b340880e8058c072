// Opening and leaving articles, and keeping the place when a page changes. Pure.

import type { HistoryEvent } from '../../history/event.ts';
import type { Card } from '../../library/article/card.ts';
import { lineOf, linkAt, placeAt, START, samePlace, shareSeen } from '../pages/sheet.ts';
import { beginFind, refoundIn } from './find-state.ts';
import {
  bodyRows,
  focusSpot,
  furthestTop,
  measureOf,
  scrolledTo,
  sheetOf,
} from './scroll-state.ts';
import { respanned, spanned } from './span-state.ts';
import {
  awaiting,
  type Effect,
  type ReaderView,
  rememberedPlace,
  type State,
  type Stop,
  type Update,
  type World,
} from './state.ts';

export interface Opening {
  readonly aim?: NonNullable<ReaderView['aim']>;
  /** Where to stand, if not where the article was left. */
  readonly stop?: Stop;
}

/** Opens an article where it was left, or where `opening` says. */
export function openArticle(state: State, card: Card, world: World, opening: Opening = {}): Update {
  const left = parting(state, world);
  const place =
    opening.stop?.place ?? (opening.aim === undefined ? rememberedPlace(state, card.id) : START);
  const index = state.shelf.shown.findIndex((one) => one.id === card.id);
  const shelf = index < 0 ? state.shelf : { ...state.shelf, cursor: index };
  const { overlay: _overlay, ...rest } = state;
  const reader: ReaderView = {
    card,
    status: 'loading',
    top: 0,
    place,
    seen: 0,
    ...(opening.stop === undefined ? {} : { again: opening.stop }),
    ...(opening.aim === undefined ? {} : { aim: opening.aim }),
  };
  const opened: State = { ...rest, screen: 'reader', shelf, reader };
  // What is aimed at may stand anywhere in the article.
  const isReady = opening.aim === undefined || world.isSet(card, measureOf(opened));
  const near = spanned(opened, world);
  const isThere = isReady && sheetOf(near, world) !== undefined;
  const next = isThere
    ? fittedReader({ ...opened, reader: { ...reader, status: 'ready' } }, world)
    : opened;
  return { state: next, effects: [...left, { kind: 'load', card }] };
}

/** The reader after its page or the screen changed: the same place at the top, and hits found anew. */
export function fittedReader(given: State, world: World, isSameWidth = true): State {
  const isSpanned = isSameWidth && given.reader?.span !== undefined;
  const state = withoutLists(isSpanned ? respanned(given, world) : spanned(given, world));
  const sheet = sheetOf(state, world);
  if (state.reader === undefined || sheet === undefined) return state;
  const { aim, focus: before, again, ...reader } = state.reader;
  const focus = again?.link === undefined ? before : linkAt(sheet, again.link);
  const shows = lineOf(sheet, reader.place);
  const at = again?.below === undefined ? reader.top : shows + again.below;
  // A line that shows the place stays; several may. At another width it would be chance.
  const isThere =
    (isSameWidth || samePlace(reader.place, START)) && samePlace(placeAt(sheet, at), reader.place);
  const top = Math.min(isThere ? at : shows, furthestTop(state, sheet));
  const fitted: State = {
    ...state,
    reader: {
      ...reader,
      ...(focus === undefined || focus >= sheet.page.links.length ? {} : { focus }),
      top,
      seen: Math.max(reader.seen, shareSeen(sheet, top, bodyRows(state))),
    },
  };
  if (aim === undefined) return refoundIn(fitted, sheet, given.reader?.span === undefined);
  if ('words' in aim) return beginFind(fitted, world, { kind: 'words', words: aim.words }, false);
  const heading = sheet.page.headings.find((one) => one.slug === aim.heading);
  if (heading === undefined)
    return { ...fitted, notice: world.messages.notice.noSuchTarget(`#${aim.heading}`) };
  return scrolledTo(fitted, sheet, sheet.head.length + heading.line);
}

/** The reader of `before` after the width of its text changed. */
export function refitted(before: State, after: State, world: World): State {
  const { reader } = after;
  const isSameWidth =
    measureOf(before).width === measureOf(after).width &&
    measureOf(before).wide === measureOf(after).wide;
  // The links of a long article are numbered as they are set: each width has its own numbers.
  const link = isSameWidth ? undefined : focusSpot(before, world);
  if (reader === undefined || link === undefined) return fittedReader(after, world, isSameWidth);
  return fittedReader({ ...after, reader: { ...reader, again: { link } } }, world, false);
}

/** Boxes that list what stands in an article go while that is set anew; the contents come again. */
function withoutLists(state: State): State {
  const { overlay, ...rest } = state;
  if (state.reader?.span === undefined) return state;
  if (overlay?.kind !== 'contents' && overlay?.kind !== 'note') return state;
  const gone: State = { ...rest, reader: state.reader };
  return overlay.kind === 'contents'
    ? awaiting(gone, { kind: 'command', command: 'reader.contents' })
    : gone;
}

/** What the history should know of the article on the screen; nothing while it was never shown. */
function partingEvent(state: State, world: World): HistoryEvent | undefined {
  if (state.reader === undefined || state.reader.status !== 'ready') return undefined;
  const { card, place, seen } = state.reader;
  return {
    kind: 'read',
    id: card.id,
    at: world.now(),
    place,
    share: Math.round(seen * 1000) / 1000,
  };
}

/** What should be recorded when the article on the screen is left, if anything. */
export function parting(state: State, world: World): readonly Effect[] {
  const event = state.screen === 'reader' ? partingEvent(state, world) : undefined;
  return event === undefined ? [] : [{ kind: 'record', event }];
}
