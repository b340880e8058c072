// Where an article stands on the screen: its sheet, scrolling, and the place that follows. Pure.

import { readerDivision, textColumn, wideColumns } from '../pages/geometry.ts';
import {
  headingBlocks,
  type LinkSpot,
  lastTop,
  lineAt,
  lineOf,
  linkSpot,
  type Measure,
  placeAt,
  type Sheet,
  shareSeen,
} from '../pages/sheet.ts';
import type { State, Stop, World } from './state.ts';

/** The sheet on the screen, if its article is loaded. */
export function sheetOf(state: State, world: World): Sheet | undefined {
  if (state.reader === undefined || state.reader.status === 'failed') return undefined;
  const { card, span } = state.reader;
  return world.sheet(card, measureOf(state), span);
}

/** Columns for the article's text, and for its code and tables. */
export function measureOf({ size, textWidth }: State): Measure {
  return { width: textColumn(size, textWidth).width, wide: wideColumns(size, textWidth) };
}

/** Rows of the article that the screen shows. */
export function bodyRows(state: State): number {
  return readerDivision(state.size).body;
}

/** Puts a line at the top, down to `last`, or as far as the sheet goes; the place follows. */
export function scrolledTo(
  state: State,
  sheet: Sheet,
  line: number,
  last = lastTop(sheet, bodyRows(state)),
): State {
  if (state.reader === undefined) return state;
  const body = bodyRows(state);
  const top = Math.max(0, Math.min(line, last));
  const { focus, ...reader } = state.reader;
  const isSeen = focus !== undefined && linkIsBetween(sheet, focus, top, top + body);
  return {
    ...state,
    reader: {
      ...reader,
      ...(isSeen ? { focus } : {}),
      top,
      place: placeAt(sheet, top),
      seen: Math.max(reader.seen, shareSeen(sheet, top, body)),
    },
  };
}

/** A page or half of one on; a heading is never the last line of the screen, but comes with its text. */
export function pagedOn(state: State, sheet: Sheet, by: number): State {
  const { top } = state.reader ?? { top: 0 };
  const body = bodyRows(state);
  const next = Math.min(top + by, lastTop(sheet, body));
  const heads = headingBlocks(sheet);
  const isBlank = (line: number): boolean => lineAt(sheet, line)?.runs.length === 0;
  const isHeading = (line: number): boolean =>
    line >= sheet.head.length && heads.has(lineAt(sheet, line)?.block ?? -1);
  let last = next + body - 1;
  if (last >= sheet.height - 1) return scrolledTo(state, sheet, next);
  while (last > next && isBlank(last)) last--;
  if (!isHeading(last)) return scrolledTo(state, sheet, next);
  while (last > next && (isHeading(last) || isBlank(last))) last--;
  const held = last + 1 - body;
  return scrolledTo(state, sheet, held > top ? held : next);
}

/** Whether a link stands on the lines `from` up to `to`. */
export function linkIsBetween(sheet: Sheet, link: number, from: number, to: number): boolean {
  for (let index = from; index < to; index++)
    if (lineAt(sheet, index)?.runs.some((run) => run.link === link) === true) return true;
  return false;
}

/** The greatest line that may stand at the top, also where what is below it is still to come. */
export function furthestTop(state: State, sheet: Sheet): number {
  return sheet.cut?.ends === false ? sheet.height - 1 : lastTop(sheet, bodyRows(state));
}

/** Scrolls so that a line is on the screen, a third from the top if it was not. */
export function shownLine(state: State, sheet: Sheet, line: number): State {
  if (state.reader === undefined) return state;
  const body = bodyRows(state);
  const { top } = state.reader;
  return line >= top && line < top + body
    ? state
    : scrolledTo(state, sheet, line - Math.floor(body / 3), furthestTop(state, sheet));
}

/** The place on the screen, to come back to. */
export function stopHere(state: State, world: World): readonly Stop[] {
  if (state.reader === undefined) return [];
  const { card, place, top } = state.reader;
  const sheet = sheetOf(state, world);
  const link = focusSpot(state, world);
  return [
    {
      card,
      place,
      ...(sheet === undefined ? {} : { below: top - lineOf(sheet, place) }),
      ...(link === undefined ? {} : { link }),
    },
  ];
}

/** Where the link in focus stands. */
export function focusSpot(state: State, world: World): LinkSpot | undefined {
  const sheet = sheetOf(state, world);
  const { focus, top = 0 } = state.reader ?? {};
  return sheet === undefined || focus === undefined ? undefined : linkSpot(sheet, focus, top);
}

/** The page moved by half a window, as far as the widest line on the screen goes. */
export function pannedBy(state: State, sheet: Sheet, direction: 1 | -1, world: World): State {
  const { reader } = state;
  if (reader === undefined) return state;
  const room = wideColumns(state.size, state.textWidth);
  let widest = 0;
  for (let line = reader.top; line < reader.top + bodyRows(state); line++)
    widest = Math.max(widest, lineAt(sheet, line)?.width ?? 0);
  if (widest <= room) return { ...state, notice: world.messages.notice.nothingWide };
  const to = (reader.pan ?? 0) + direction * Math.max(1, Math.floor(room / 2));
  return { ...state, reader: { ...reader, pan: Math.max(0, Math.min(to, widest - room)) } };
}
