// Finding in an article: beginning, typing, stepping from hit to hit. Pure.

import { type FindQuery, findHits, hitBelow, hitFrom } from '../pages/find.ts';
import type { Sheet } from '../pages/sheet.ts';
import { furthestTop, scrolledTo, sheetOf, shownLine } from './scroll-state.ts';
import { respanned, roomy } from './span-state.ts';
import type { Find, ReaderView, State, World } from './state.ts';

/** Earlier searches that are kept. */
const REMEMBERED = 50;

function withFind(state: State, find: Find): State {
  return { ...state, reader: { ...(state.reader as ReaderView), find } };
}

/** Begins a search at the top of the screen; a line to type in, or words that are given. */
export function beginFind(state: State, world: World, query: FindQuery, typing: boolean): State {
  if (state.reader === undefined) return state;
  const { top, place } = state.reader;
  const find: Find = { query, typing, current: -1, origin: { top, place }, recalled: -1 };
  return soughtFromOrigin(withFind(state, find), world, query);
}

/** Looks for something else, from where the search began. */
export function soughtFromOrigin(state: State, world: World, query: FindQuery): State {
  const back = atOrigin(state, world);
  const sheet = sheetOf(back, world);
  const find = back.reader?.find;
  if (sheet === undefined || find === undefined) return state;
  const hits = findHits(sheet, query);
  // What stands further up is for the whole article to say.
  const current =
    sheet.cut === undefined ? hitFrom(hits, find.origin.top) : hitBelow(hits, find.origin.top);
  const found = withFind(back, { ...withoutKept(find), query, current });
  return current < 0
    ? found
    : roomy(shownLine(found, sheet, hits.at(current)?.[0]?.line ?? 0), world);
}

/** The state where its search began, with that of a long article which is around it. */
function atOrigin(state: State, world: World): State {
  const { reader } = state;
  if (reader?.find === undefined) return state;
  const { top, place } = reader.find.origin;
  return respanned({ ...state, reader: { ...reader, top, place } }, world);
}

function withoutKept({ kept: _kept, ...find }: Find): Find {
  return find;
}

/** Goes on with a search that found nothing in what was set of a long article, now that all of it is. */
export function soughtOn(state: State, world: World): State {
  const { reader } = state;
  const sheet = sheetOf(state, world);
  if (reader?.find === undefined || sheet === undefined || sheet.cut !== undefined) return state;
  const { query, origin, current, kept } = reader.find;
  if (kept !== undefined) return refoundIn(state, sheet, false);
  return current >= 0 || reader.top !== origin.top ? state : soughtFromOrigin(state, world, query);
}

/** Hits found anew after the page changed; the current one stays the same in number. */
export function refoundIn(state: State, sheet: Sheet, wasWhole: boolean): State {
  const find = state.reader?.find;
  if (find === undefined) return state;
  if (sheet.cut !== undefined) {
    const kept = wasWhole ? find.current : find.kept;
    return withFind(state, { ...find, current: -1, ...(kept === undefined ? {} : { kept }) });
  }
  const { kept = find.current, ...rest } = find;
  const count = findHits(sheet, find.query).length;
  return withFind(state, { ...rest, current: Math.min(kept, count - 1) });
}

/** The next or previous hit, round the ends; the last search again if none is open. */
export function stepHit(state: State, sheet: Sheet, direction: 1 | -1, world: World): State {
  const last = state.finds[0];
  const find = state.reader?.find;
  if (find === undefined) {
    return last === undefined
      ? state
      : beginFind(state, world, { kind: 'text', text: last }, false);
  }
  const hits = findHits(sheet, find.query);
  if (hits.length === 0) return { ...state, notice: world.messages.find.none };
  const current = (find.current + direction + hits.length) % hits.length;
  return shownLine(withFind(state, { ...find, current }), sheet, hits.at(current)?.[0]?.line ?? 0);
}

/** Ends the typing: the hits stay marked and `n` goes on; an empty line ends the search. */
export function acceptedFind(state: State): State {
  if (state.reader?.find === undefined) return state;
  const { find, ...reader } = state.reader;
  const text = find.query.kind === 'text' ? find.query.text : '';
  if (text === '') return { ...state, reader };
  const finds = [text, ...state.finds.filter((one) => one !== text)].slice(0, REMEMBERED);
  return { ...withFind(state, { ...find, typing: false }), finds };
}

/** Gives the search up and goes back to where it began. */
export function cancelledFind(state: State, world: World): State {
  const back = atOrigin(state, world);
  if (back.reader?.find === undefined) return state;
  const { find, ...reader } = back.reader;
  const without: State = { ...back, reader };
  const sheet = sheetOf(back, world);
  if (sheet === undefined) return without;
  const there = scrolledTo(without, sheet, find.origin.top, furthestTop(back, sheet));
  return { ...there, reader: { ...(there.reader as ReaderView), place: find.origin.place } };
}

/** An earlier or later search in the line. */
export function recalledFind(state: State, world: World, direction: 1 | -1): State {
  const find = state.reader?.find;
  if (find === undefined) return state;
  const recalled = Math.max(-1, Math.min(find.recalled + direction, state.finds.length - 1));
  if (recalled === find.recalled) return state;
  const text = recalled < 0 ? '' : (state.finds[recalled] ?? '');
  const next = soughtFromOrigin(state, world, { kind: 'text', text });
  const found = next.reader?.find;
  return found === undefined ? next : withFind(next, { ...found, recalled });
}
