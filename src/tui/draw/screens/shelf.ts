// The shelf: series with their articles, one under the cursor. Draws rows from state; it moves nothing.

import type { Reading } from '../../../history/event.ts';
import { readingState } from '../../../history/reading-state.ts';
import type { Card, Series } from '../../../library/article/card.ts';
import { columns, pad } from '../../../typeset/text/width.ts';
import { margin, shelfDivision } from '../../pages/geometry.ts';
import type { FeedFacts } from '../../pages/options.ts';
import { type ShelfRow, shelfRows } from '../../pages/shelf-list.ts';
import { hintFooter, hints, momentFooter } from '../footer.ts';
import { hidden, STICKY_FROM } from '../hidden-articles.ts';
import {
  betweenRow,
  fillRow,
  indentRow,
  type Row,
  restyleRow,
  rowWidth,
  run,
  wrapWords,
} from '../row.ts';
import { endedInput, fitted, inputRow, muted, signs, styleOf, type View } from '../view.ts';

/** Columns from which the date is shown, and from which the minutes are. */
const DATE_FROM = 60;
const MINUTES_FROM = 40;

export function shelfScreen(view: View): readonly Row[] {
  const { state } = view;
  const { head, gapAbove, body, gapBelow } = shelfDivision(state.size);
  const rows: Row[] = [];
  if (head > 0) rows.push(header(view));
  const { above, below } = hidden(view, body);
  for (let gap = 0; gap < gapAbove; gap++) rows.push(gap === gapAbove - 1 ? above : []);
  rows.push(...list(view, body));
  for (let gap = 0; gap < gapBelow; gap++) rows.push(gap === 0 ? below : []);
  rows.push(footer(view));
  return rows;
}

function header(view: View): Row {
  const { state, world, wording } = view;
  const side = margin(state.size);
  let read = 0;
  for (const card of world.cards) if (state.readings.get(card.id)?.read === true) read += 1;
  const name = run(world.messages.program, styleOf(view, 'title'));
  const count = muted(
    view,
    world.messages.readOf(wording.number(read), wording.number(world.cards.length)),
  );
  const right = world.cards.length === 0 ? [] : [count];
  return indentRow(
    betweenRow([name], right, state.size.columns - 2 * side, view.theme.signs.ellipsis),
    side,
  );
}

function list(view: View, body: number): readonly Row[] {
  const { state, world } = view;
  const { shown, top, cursor } = state.shelf;
  if (shown.length === 0) return emptyList(view, body);
  const { rows } = shelfRows(shown, world.series);
  const out: Row[] = [];
  for (let index = top; index < top + body; index++) {
    const row = rows[index];
    if (index === top && row?.kind === 'card' && body > STICKY_FROM) {
      const own = world.series.find(({ key }) => key === row.card.series);
      out.push(own === undefined ? [] : seriesRow(view, own));
      continue;
    }
    out.push(row === undefined ? [] : listRow(view, row, cursor));
  }
  return out;
}

function listRow(view: View, row: ShelfRow, cursor: number): Row {
  switch (row.kind) {
    case 'blank':
      return [];
    case 'series':
      return seriesRow(view, row.series);
    case 'card': {
      const { columns: width } = view.state.size;
      const drawn = cardRow(view, row.card, row.index === cursor);
      return row.index === cursor
        ? restyleRow(fillRow(drawn, width), styleOf(view, 'selection'))
        : drawn;
    }
  }
}

function seriesRow(view: View, series: Series): Row {
  const side = margin(view.state.size);
  const feed = view.state.feeds?.get(series.key);
  const said = feed === undefined ? series.summary : feedLine(view, series, feed);
  const summary = said === undefined || said === '' ? [] : [muted(view, `   ${said}`)];
  return indentRow(
    fitted(
      view,
      [run(series.title, styleOf(view, 'heading2')), ...summary],
      view.state.size.columns - 2 * side,
    ),
    side,
  );
}

/** `! 07:40 · 12 unread`: whether it is in trouble, when it was fetched, what is unread. */
function feedLine(view: View, series: Series, { fetched, trouble }: FeedFacts): string {
  const { world, state, wording } = view;
  const unread = unreadOf(world.cards, state.readings).get(series.key) ?? 0;
  const parts = [
    ...(fetched === undefined ? [] : [fetched]),
    ...(unread > 0 ? [world.messages.unreadCount(wording.number(unread))] : []),
  ];
  return `${trouble === undefined ? '' : '! '}${parts.join(' · ')}`;
}

let counted: { cards: object; readings: object; unread: ReadonlyMap<string, number> } | undefined;

/** Unread articles of each series; counted once for the same cards and readings. */
function unreadOf(
  cards: readonly Card[],
  readings: ReadonlyMap<string, Reading>,
): ReadonlyMap<string, number> {
  if (counted?.cards === cards && counted.readings === readings) return counted.unread;
  const unread = new Map<string, number>();
  for (const { id, series } of cards) {
    if (readings.get(id)?.read !== true) unread.set(series, (unread.get(series) ?? 0) + 1);
  }
  counted = { cards, readings, unread };
  return unread;
}

function cardRow(view: View, card: Card, isCurrent: boolean): Row {
  const { state, world, wording } = view;
  const width = state.size.columns;
  const side = margin(state.size);
  const reading = state.readings.get(card.id);
  const count = Math.max(
    card.number,
    world.series.find((one) => one.key === card.series)?.count ?? 0,
  );
  const digits = wording.number(count).length;
  const left = `${isCurrent ? signs(view).cursor : ' '}${stateSign(view, reading)} ${pad(wording.number(card.number), digits, 'right')}  `;
  const start = side > 1 ? ` ${left}` : left;
  const right = facts(view, card, reading);
  const room = width - columns(start) - rowWidth(right) - side;
  const sign = reading?.notes === undefined ? [] : [muted(view, ` ${view.theme.signs.note}`)];
  const title = [...fitted(view, [run(card.title)], room - rowWidth(sign)), ...sign];
  return [run(start), ...title, run(' '.repeat(Math.max(0, room - rowWidth(title)))), ...right];
}

function stateSign(view: View, reading: Reading | undefined): string {
  if (reading?.starred) return signs(view).star;
  const state = readingState(reading);
  return state === 'unread' ? ' ' : signs(view)[state];
}

/** How far read, the date and the minutes, each in a column of its own, as far as there is room. */
function facts(view: View, card: Card, reading: Reading | undefined): Row {
  const { world, wording, state } = view;
  const width = state.size.columns;
  if (width < MINUTES_FROM) return [];
  const isBegun = readingState(reading) === 'begun';
  const share = pad(isBegun ? wording.percent(reading?.share ?? 0) : '', 6, 'right');
  const date =
    width < DATE_FROM
      ? ''
      : pad(card.date === undefined ? '' : wording.date(card.date, 'short'), 16, 'right');
  const minutes = pad(world.messages.minutes(wording.number(card.minutes)), 9, 'right');
  return [muted(view, (isBegun ? share : '') + date + minutes)];
}

function emptyList(view: View, body: number): readonly Row[] {
  const { state, world } = view;
  const { empty } = world.messages;
  const side = margin(state.size);
  const width = Math.min(60, state.size.columns - 2 * side);
  const [what, hint] =
    world.cards.length === 0
      ? [empty.library, empty.libraryHint]
      : state.shelf.filter.trim() !== ''
        ? [empty.filter(state.shelf.filter.trim()), empty.filterHint]
        : state.shelf.starredOnly
          ? [empty.starred, empty.starredHint]
          : [empty.unread, empty.unreadHint];
  const rows: Row[] = [
    ...wrapWords(what, width).map((line) => [run(line)]),
    ...(body > 4 ? [[]] : []),
    ...wrapWords(hint, width).map((line) => [muted(view, line)]),
  ].map((row) => indentRow(row, side));
  return Array.from({ length: body }, (_, index) => rows[index] ?? []);
}

function footer(view: View): Row {
  const { state, world, wording } = view;
  const { shelf } = state;
  const side = margin(state.size);
  const own = momentFooter(view);
  if (own !== undefined) return own;
  const { filter } = world.messages;
  const count = filter.count(
    wording.number(shelf.shown.length),
    wording.number(world.cards.length),
  );
  const width = state.size.columns - 2 * side;
  const { ellipsis } = view.theme.signs;
  const keys = shelf.adding === undefined ? [] : hints(view, Math.floor(width / 2));
  if (shelf.adding !== undefined)
    return indentRow(
      betweenRow(
        endedInput(view, world.messages.adding, shelf.adding, width - rowWidth(keys) - 4),
        keys,
        width,
        ellipsis,
      ),
      side,
    );
  if (shelf.typing)
    return indentRow(
      betweenRow(inputRow(view, filter.label, shelf.filter), [muted(view, count)], width, ellipsis),
      side,
    );
  if (shelf.filter === '' && !shelf.unreadOnly && !shelf.starredOnly) return hintFooter(view);
  const what = [
    shelf.unreadOnly ? filter.unreadOnly : '',
    shelf.starredOnly ? filter.starredOnly : '',
    shelf.filter === '' ? '' : `${filter.label}: ${shelf.filter}`,
  ].filter((one) => one !== '');
  const way = [run(world.messages.keys.escape), muted(view, ` ${world.messages.hint.all}`)];
  return indentRow(
    betweenRow([run(what.join(', ')), muted(view, `   ${count}`)], way, width, ellipsis),
    side,
  );
}
