// An article on the screen, from state: text, place, neighbours.

import { columns } from '../../../typeset/text/width.ts';
import { findHits } from '../../pages/find.ts';
import { margin, readerDivision, textColumn } from '../../pages/geometry.ts';
import { lineAt, progress, type Sheet, shareSeen } from '../../pages/sheet.ts';
import { selectedWords } from '../../pages/text/page-text.ts';
import { sheetOf } from '../../state/scroll-state.ts';
import type { ReaderView } from '../../state/state.ts';
import { hintFooter, hints, momentFooter, noticeFooter } from '../footer.ts';
import { inMargin, markedRow, marksOf } from '../marks.ts';
import { noteText } from '../note-text.ts';
import { pannedRow } from '../panned.ts';
import { withPictures } from '../picture-rows.ts';
import { betweenRow, indentRow, type Row, rowWidth, run, wrapWords } from '../row.ts';
import {
  blend,
  chrome,
  endedInput,
  fitted,
  inputRow,
  muted,
  signs,
  styleOf,
  type View,
} from '../view.ts';

export function readerScreen(view: View, reader: ReaderView): readonly Row[] {
  const { state, world } = view;
  const { head, gapAbove, body, gapBelow, foot } = readerDivision(state.size);
  const sheet = sheetOf(state, world);
  const rows: Row[] = [];
  if (head > 0) rows.push(...chrome(view, (inner) => [header(inner, reader)]));
  for (let gap = 0; gap < gapAbove; gap++) rows.push([]);
  rows.push(
    ...(sheet === undefined || reader.status !== 'ready'
      ? absent(view, reader, body)
      : text(view, reader, sheet, body)),
  );
  for (let gap = 0; gap < gapBelow; gap++) rows.push([]);
  rows.push(...chrome(view, (inner) => footer(inner, reader, sheet, foot)));
  return rows;
}

function header(view: View, reader: ReaderView): Row {
  const { state, world, wording } = view;
  const side = margin(state.size);
  const { series } = world.neighbours(reader.card);
  const place = world.messages.place(
    wording.number(reader.card.number),
    wording.number(series.count),
  );
  const left = [muted(view, series.title)];
  const right = series.count > 1 ? [muted(view, place)] : [];
  return indentRow(
    betweenRow(left, right, state.size.columns - 2 * side, view.theme.signs.ellipsis),
    side,
  );
}

/** What stands in the text's place while it is loaded, or if it cannot be. */
function absent(view: View, reader: ReaderView, body: number): readonly Row[] {
  const { width, left } = textColumn(view.state.size, view.state.textWidth);
  const { messages } = view.world;
  const said =
    reader.status === 'failed'
      ? messages.notice.loadFailed(reader.why ?? '')
      : reader.slow === true
        ? messages.loading
        : '';
  const rows = wrapWords(said, width).map((line) =>
    indentRow([reader.status === 'failed' ? run(line) : muted(view, line)], left),
  );
  return Array.from({ length: body }, (_, index) => rows[index] ?? []);
}

function text(view: View, reader: ReaderView, sheet: Sheet, body: number): readonly Row[] {
  const { left } = textColumn(view.state.size, view.state.textWidth);
  const marks = marksOf(view, reader, sheet, body);
  const rows: Row[] = [];
  for (let index = reader.top; index < reader.top + body; index++) {
    const line = lineAt(sheet, index);
    if (line === undefined) {
      rows.push([]);
      continue;
    }
    let row: Row = withPictures(view, reader, line.runs);
    if (reader.focus !== undefined) row = focused(view, row, reader.focus);
    row = pannedRow(view, reader, markedRow(view, row, index, marks));
    rows.push(inMargin(view, row, left, marks.noted.has(index)));
  }
  return rows;
}

function focused(view: View, row: Row, link: number): Row {
  return row.map((part) =>
    part.link === link ? { ...part, style: blend(part.style, styleOf(view, 'selection')) } : part,
  );
}

function footer(
  view: View,
  reader: ReaderView,
  sheet: Sheet | undefined,
  foot: number,
): readonly Row[] {
  const first = moment(view, reader, sheet);
  if (foot > 1) return [first ?? neighboursRow(view, reader, sheet), hintFooter(view)];
  return [first ?? shortFooter(view, reader, sheet)];
}

/** The footer's row of the moment: a message, the search, or where the link in focus leads. */
function moment(view: View, reader: ReaderView, sheet: Sheet | undefined): Row | undefined {
  const { state } = view;
  const own = momentFooter(view);
  if (own !== undefined) return own;
  if (reader.pendingInput !== undefined && reader.slow === true)
    return noticeFooter(view, view.world.messages.moment);
  const side = margin(state.size);
  const width = state.size.columns - 2 * side;
  const { notes } = view.world.messages;
  if (reader.writing !== undefined)
    return indentRow(endedInput(view, notes.label, reader.writing.text, width), side);
  if (reader.selection !== undefined && sheet !== undefined) {
    const words = selectedWords(sheet, reader.selection);
    const said = notes.selected(view.wording.number(words), words === 1);
    return indentRow([muted(view, said)], side);
  }
  if (reader.find !== undefined) return indentRow(findRow(view, reader, sheet, width), side);
  const link =
    reader.focus === undefined || state.overlay !== undefined
      ? undefined
      : sheet?.page.links[reader.focus];
  if (link === undefined) return undefined;
  const shown =
    link.kind === 'note'
      ? noteText(view, sheet, link)
      : link.kind === 'note-back'
        ? view.world.messages.hint.back
        : link.href;
  return indentRow(fitted(view, [muted(view, `${signs(view).to} `), run(shown)], width), side);
}

function findRow(view: View, reader: ReaderView, sheet: Sheet | undefined, width: number): Row {
  const { world, wording } = view;
  const { find: words } = world.messages;
  const find = reader.find as NonNullable<ReaderView['find']>;
  const hits = sheet === undefined ? 0 : findHits(sheet, find.query).length;
  const text = find.query.kind === 'text' ? find.query.text : find.query.words.join(' ');
  const isUncounted = sheet?.cut !== undefined && text !== '';
  const count = isUncounted
    ? reader.slow === true
      ? world.messages.moment
      : ''
    : hits > 0
      ? words.count(wording.number(find.current + 1), wording.number(hits))
      : text === ''
        ? ''
        : words.none;
  const label = find.query.kind === 'text' ? words.label : words.words;
  const left = find.typing ? inputRow(view, label, text) : [muted(view, `${label}: `), run(text)];
  return betweenRow(left, [muted(view, count)], width, view.theme.signs.ellipsis);
}

/** `42 % · noch 2 Min.` */
function progressText(view: View, reader: ReaderView, sheet: Sheet | undefined): string {
  if (sheet === undefined) return '';
  const { state, world, wording } = view;
  const { body } = readerDivision(state.size);
  const share = progress(sheet, reader.top, body);
  const percent = wording.percent(share);
  const left = Math.ceil(reader.card.minutes * (1 - shareSeen(sheet, reader.top, body)));
  return left === 0
    ? percent
    : `${percent} ${view.theme.signs.dot} ${world.messages.minutesLeft(wording.number(left))}`;
}

function neighboursRow(view: View, reader: ReaderView, sheet: Sheet | undefined): Row {
  const { state, world, theme } = view;
  const side = margin(state.size);
  const width = state.size.columns - 2 * side;
  const { previous, next } = world.neighbours(reader.card);
  const middle = progressText(view, reader, sheet);
  const room = Math.max(0, Math.floor((width - columns(middle)) / 2) - 2);
  const left =
    previous === undefined
      ? []
      : fitted(view, [muted(view, `${theme.signs.previous} ${previous.title}`)], room);
  const sign = ` ${theme.signs.next}`;
  const right =
    next === undefined
      ? []
      : [...fitted(view, [muted(view, next.title)], room - columns(sign)), muted(view, sign)];
  const before = Math.floor((width - columns(middle)) / 2) - rowWidth(left);
  const after = width - rowWidth(left) - before - columns(middle) - rowWidth(right);
  return indentRow(
    [
      ...left,
      run(' '.repeat(Math.max(0, before))),
      muted(view, middle),
      run(' '.repeat(Math.max(0, after))),
      ...right,
    ],
    side,
  );
}

/** The one row of a small screen: `‹ 42 % ›  ? Hilfe`. */
function shortFooter(view: View, reader: ReaderView, sheet: Sheet | undefined): Row {
  const { state, world, theme } = view;
  const side = margin(state.size);
  const width = state.size.columns - 2 * side;
  const { previous, next } = world.neighbours(reader.card);
  const percent =
    sheet === undefined
      ? ''
      : view.wording.percent(progress(sheet, reader.top, readerDivision(state.size).body));
  const place = `${previous === undefined ? ' ' : theme.signs.previous} ${percent} ${next === undefined ? ' ' : theme.signs.next}`;
  const left: Row = [muted(view, place)];
  return indentRow(
    [
      ...fitted(view, left, width),
      run('   '),
      ...hints(view, Math.max(0, width - columns(place) - 3)),
    ],
    side,
  );
}
