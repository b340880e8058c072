// Which span of a long article its sheet has; a new sheet moves nothing. Pure.

import { findHits } from '../pages/find.ts';
import { placeAt, type Sheet, startOf } from '../pages/sheet.ts';
import { bodyRows, furthestTop, measureOf, sheetOf } from './scroll-state.ts';
import type { ReaderView, State, World } from './state.ts';

/** Screens of lines that a span has at least above and below its place: more than any key goes. */
const SCREENS = 3;

/** The reader without its span. */
function unspanned(reader: ReaderView): ReaderView {
  const { span: _span, ...rest } = reader;
  return rest;
}

/** The state with the span around the reader's place, or none where the article is set to its end. */
export function spanned(state: State, world: World): State {
  const { reader } = state;
  if (reader === undefined) return state;
  const rows = SCREENS * bodyRows(state);
  const span = world.around(reader.card, measureOf(state), reader.place, rows);
  if (span?.from === reader.span?.from && span?.to === reader.span?.to) return state;
  return {
    ...state,
    reader: span === undefined ? unspanned(reader) : { ...reader, span },
  };
}

/** The same at the width that the reader had before: all lines stay where they are. */
export function respanned(state: State, world: World): State {
  const next = spanned(state, world);
  return next === state ? state : moved(state, next, world);
}

/** The state with enough of the article above and below the screen for the next key. */
export function roomy(state: State, world: World): State {
  const { reader } = state;
  if (reader?.span === undefined) return state;
  const sheet = sheetOf(state, world);
  if (sheet?.cut === undefined) return state;
  const body = bodyRows(state);
  const isRoomy =
    (sheet.cut.span.from === 0 || reader.top >= 2 * body) &&
    (sheet.cut.ends || reader.top + 3 * body <= sheet.height);
  return isRoomy ? state : respanned(state, world);
}

/** The state after its article has grown, with the screen as it was. */
export function grown(state: State, world: World): State {
  const { reader } = state;
  if (reader?.span === undefined) return state;
  if (!world.isSet(reader.card, measureOf(state))) return roomy(state, world);
  const { slow: _slow, pendingInput: _pendingInput, ...rest } = unspanned(reader);
  return moved(state, { ...state, reader: rest }, world);
}

/** `next` with the lines of `state`, counted in its own sheet. */
function moved(state: State, next: State, world: World): State {
  const before = sheetOf(state, world);
  const after = sheetOf(next, world);
  if (before === undefined || after === undefined || next.reader === undefined) return next;
  const part = Math.max(before.cut?.span.from ?? 0, after.cut?.span.from ?? 0);
  const by = (startOf(after, part) ?? 0) - (startOf(before, part) ?? 0);
  const { find } = next.reader;
  const top = next.reader.top + by;
  // What stood lower than the last screen begins was found before anything showed where that is.
  const last = furthestTop(next, after);
  const isFound = find !== undefined && find.current >= 0;
  const reader: ReaderView = {
    ...next.reader,
    top: Math.min(top, last),
    ...(top > last && isFound ? { place: placeAt(after, last) } : {}),
    ...(find === undefined
      ? {}
      : {
          find: {
            ...find,
            current: movedHit(before, after, find, by),
            origin: { ...find.origin, top: find.origin.top + by },
          },
        }),
  };
  return { ...next, reader };
}

/** The index of the current hit among those of another sheet. */
function movedHit(
  before: Sheet,
  after: Sheet,
  { query, current }: NonNullable<ReaderView['find']>,
  by: number,
): number {
  const hit = findHits(before, query).at(current)?.[0];
  if (hit === undefined) return -1;
  const hits = findHits(after, query);
  for (let index = hits.from(hit.line + by); index < hits.length; index++) {
    const [first] = hits.at(index) ?? [];
    if (first?.line !== hit.line + by) return -1;
    if (first.from === hit.from) return index;
  }
  return -1;
}
