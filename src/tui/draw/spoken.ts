// The reader for the ear: the same state as lines in a row, labelled, without boxes or columns.

import { readingState } from '../../history/reading-state.ts';
import type { Card } from '../../library/article/card.ts';
import type { Line } from '../../typeset/page/page.ts';
import { helpList } from '../keys/help-list.ts';
import { keyLabel } from '../keys/keymap.ts';
import { findHits } from '../pages/find.ts';
import { readerDivision, shelfDivision } from '../pages/geometry.ts';
import type { Overlay } from '../pages/overlay.ts';
import { lineAt, progress } from '../pages/sheet.ts';
import { shelfRows } from '../pages/shelf-list.ts';
import { tableBars } from '../pages/table-bars.ts';
import { pageText } from '../pages/text/page-text.ts';
import { listedNotes } from '../state/noting/note-state.ts';
import { sheetOf } from '../state/scroll-state.ts';
import { troublesOf } from '../state/shelf-state.ts';
import type { ReaderView } from '../state/state.ts';
import { hints } from './footer.ts';
import type { View } from './view.ts';

/** The screen as lines to be read aloud, what matters most first. */
export function spoken(view: View): readonly string[] {
  const { state } = view;
  const lines =
    state.overlay !== undefined
      ? overlayLines(view, state.overlay)
      : state.screen === 'reader' && state.reader !== undefined
        ? readerLines(view, state.reader)
        : shelfLines(view);
  const { goto } = state;
  const { article, percent } = view.world.messages.goto;
  const line = goto && `${goto.percent ? percent : article}: ${goto.text}`;
  const notice = [state.notice, line].filter((one) => one !== undefined);
  const keys = hints(view, Number.MAX_SAFE_INTEGER)
    .map(({ text }) => text)
    .join('')
    .replace(/\s{2,}/g, ', ');
  return [...notice, ...lines, `${view.world.messages.spoken.keys}: ${keys}`];
}

const textOf = (line: Line | undefined): string =>
  (line?.runs ?? [])
    .map(({ text }) => text)
    .join('')
    .trim();

function shelfLines(view: View): readonly string[] {
  const { state, world, wording } = view;
  const { messages } = world;
  const { shelf } = state;
  const lines = [
    `${messages.spoken.shelf}, ${messages.readOf(wording.number(world.cards.filter(({ id }) => state.readings.get(id)?.read === true).length), wording.number(world.cards.length))}`,
  ];
  if (shelf.adding !== undefined) lines.push(`${messages.adding}: ${shelf.adding}`);
  if (shelf.typing || shelf.filter !== '') lines.push(`${messages.filter.label}: ${shelf.filter}`);
  if (shelf.unreadOnly) lines.push(messages.filter.unreadOnly);
  if (shelf.starredOnly) lines.push(messages.filter.starredOnly);
  if (shelf.shown.length === 0) {
    const { empty } = messages;
    lines.push(
      world.cards.length === 0
        ? `${empty.library} ${empty.libraryHint}`
        : shelf.filter === ''
          ? shelf.starredOnly
            ? `${empty.starred} ${empty.starredHint}`
            : `${empty.unread} ${empty.unreadHint}`
          : `${empty.filter(shelf.filter)} ${empty.filterHint}`,
    );
  }
  const { rows } = shelfRows(shelf.shown, world.series);
  for (const row of rows.slice(shelf.top, shelf.top + shelfDivision(state.size).body)) {
    if (row.kind === 'series') lines.push(row.series.title);
    if (row.kind === 'card') lines.push(cardLine(view, row.card, row.index === shelf.cursor));
  }
  return lines;
}

function cardLine(view: View, card: Card, isCurrent: boolean): string {
  const { state, world, wording } = view;
  const { messages } = world;
  const reading = state.readings.get(card.id);
  const reached = readingState(reading);
  const status =
    reached === 'begun'
      ? `${messages.begun}, ${wording.percent(reading?.share ?? 0)}`
      : messages[reached];
  const facts = [
    card.date === undefined ? '' : wording.date(card.date, 'long'),
    messages.minutesLong(wording.number(card.minutes), card.minutes === 1),
    status,
  ];
  const line = `${wording.number(card.number)}. ${card.title}, ${facts.filter((fact) => fact !== '').join(', ')}`;
  const said = reading?.notes === undefined ? line : `${line}, ${messages.spoken.noted}`;
  return isCurrent ? `${messages.spoken.selected}: ${said}` : said;
}

function readerLines(view: View, reader: ReaderView): readonly string[] {
  const { state, world, wording } = view;
  const { messages } = world;
  const { series } = world.neighbours(reader.card);
  const head = `${messages.spoken.article}: ${reader.card.title}, ${series.title}, ${messages.place(wording.number(reader.card.number), wording.number(series.count))}`;
  if (reader.status === 'failed') return [head, messages.notice.loadFailed(reader.why ?? '')];
  const sheet = sheetOf(state, world);
  if (sheet === undefined) return [head, messages.loading];
  const { body } = readerDivision(state.size);
  const lines = [
    `${head}, ${messages.spoken.progress(wording.percent(progress(sheet, reader.top, body)))}`,
  ];
  if (reader.find !== undefined) {
    const hits = findHits(sheet, reader.find.query);
    const text =
      reader.find.query.kind === 'text'
        ? reader.find.query.text
        : reader.find.query.words.join(' ');
    const count =
      hits.length > 0
        ? messages.find.count(wording.number(reader.find.current + 1), wording.number(hits.length))
        : messages.find.none;
    lines.push(`${messages.find.label}: ${text}, ${count}`);
    const hit = hits.at(reader.find.current)?.[0];
    if (hit !== undefined) lines.push(`${messages.spoken.hit}: ${textOf(lineAt(sheet, hit.line))}`);
  }
  const link = reader.focus === undefined ? undefined : sheet.page.links[reader.focus];
  if (link !== undefined) lines.push(messages.spoken.linkFocused(`${link.text} ${link.href}`));
  if (reader.writing !== undefined) lines.push(`${messages.notes.label}: ${reader.writing.text}`);
  if (reader.selection !== undefined) {
    const { from, to } = reader.selection;
    lines.push(`${messages.spoken.selected}: ${pageText(sheet.page.lines).text.slice(from, to)}`);
  }
  const headings = new Set(sheet.page.headings.map(({ line }) => line + sheet.head.length));
  for (let index = reader.top; index < reader.top + body; index++) {
    const text = textOf(lineAt(sheet, index));
    if (text !== '') lines.push(headings.has(index) ? `${messages.spoken.heading}: ${text}` : text);
  }
  return lines;
}

function overlayLines(view: View, overlay: Overlay): readonly string[] {
  const { state, world, wording } = view;
  const { messages } = world;
  const mark = (isCurrent: boolean, text: string): string =>
    isCurrent ? `${messages.spoken.selected}: ${text}` : text;
  switch (overlay.kind) {
    case 'help':
      return [
        messages.helpTitle,
        ...helpList(world.keymap, overlay.of).flatMap((entry) =>
          entry.kind === 'command'
            ? [
                `${entry.binding.keys.map((key) => keyLabel(key, false, messages)).join(', ')}: ${messages.help[entry.binding.help]}`,
              ]
            : [],
        ),
      ];
    case 'troubles':
      return [messages.troublesTitle, ...troublesOf(state).map(([key, why]) => `${key}: ${why}`)];
    case 'contents':
      return [
        messages.contents.title,
        ...(sheetOf(state, world)?.page.headings ?? []).map(({ text }, index) =>
          mark(index === overlay.cursor, text),
        ),
      ];
    case 'notes':
      return [
        messages.notes.title,
        ...listedNotes(state, world).map(({ note, from }, index) => {
          const gone = from === undefined ? [messages.notes.orphaned] : [];
          const said = [note.quote.exact, ...(note.text === undefined ? [] : [note.text]), ...gone];
          return mark(index === overlay.cursor, said.join('. '));
        }),
      ];
    case 'backlinks':
      return [
        messages.backlinks.title,
        ...(state.reader === undefined ? [] : world.linked().backlinks(state.reader.card)).map(
          ({ title }, index) => mark(index === overlay.cursor, title),
        ),
      ];
    case 'search': {
      const hits = overlay.result?.hits ?? [];
      const found = hits.map(({ card, snippet }, index) =>
        mark(
          index === overlay.cursor,
          `${card.title}: ${snippet.map(({ text }) => text).join('')}`,
        ),
      );
      return [
        `${messages.search.title}: ${overlay.text}`,
        `${messages.spoken.results}: ${wording.number(hits.length)}`,
        ...found,
      ];
    }
    case 'picture':
      return [messages.help.picture];
    case 'bars':
      return [
        messages.bars.title,
        ...(tableBars(overlay.table, overlay.turn, 40)?.lines ?? []).map(
          ({ label, figure }) => `${label.trim()}: ${figure.trim()}`,
        ),
      ];
    case 'sources':
      return [messages.sources.title, ...overlay.text.split('\n')];
    case 'note':
      return [
        messages.spoken.footnote,
        ...(sheetOf(state, world)?.page.notes[overlay.note]?.lines ?? []).map(textOf),
      ];
  }
}
