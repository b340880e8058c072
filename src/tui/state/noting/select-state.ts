// Selecting a stretch of the article, by words, sentences and paragraphs. Pure.

import { findQuote, quoteOf } from '../../../notes/anchor.ts';
import type { Range } from '../../../notes/quoted-text.ts';
import type { Command } from '../../keys/bindings.ts';
import { findHits } from '../../pages/find.ts';
import type { Sheet } from '../../pages/sheet.ts';
import { lineOfIndex, type PageText, pageText, placedNotes } from '../../pages/text/page-text.ts';
import { type Unit, unitAfter, unitBefore } from '../../pages/text/stretches.ts';
import { bodyRows, sheetOf, shownLine } from '../scroll-state.ts';
import { noEffects, type ReaderView, type State, type Update, type World } from '../state.ts';
import { noted, notesOf, writing } from './note-state.ts';
import type { Selection } from './selection.ts';

function withSelection(state: State, selection: Selection): State {
  return { ...state, reader: { ...(state.reader as ReaderView), selection } };
}

export function unselected(state: State): State {
  if (state.reader?.selection === undefined) return state;
  const { selection: _selection, ...reader } = state.reader;
  return { ...state, reader };
}

/** Selects the sentence of the hit on the screen, else the first that begins on it. */
export function beginSelection(state: State, sheet: Sheet, world: World): State {
  const { top, find, card, focus: _focus, ...rest } = state.reader as ReaderView;
  const text = pageText(sheet.page.lines);
  const startOf = (line: number): number =>
    text.stream.starts[Math.max(0, line - sheet.head.length)] ?? text.text.length;
  const hit = find === undefined ? undefined : findHits(sheet, find.query).at(find.current)?.[0];
  const isSeen = hit !== undefined && hit.line >= top && hit.line < top + bodyRows(state);
  const at = isSeen ? startOf(hit.line) + hit.from : startOf(top);
  const { lang } = card;
  const holding = unitAfter(text.text, at, 'sentence', lang);
  const next = holding && unitAfter(text.text, holding.to, 'sentence', lang);
  const end = startOf(top + bodyRows(state));
  // What began above the screen is for whoever reads on; the first whole one is meant.
  const isCut = !isSeen && holding !== undefined && holding.from < at && next && next.from < end;
  const range = isCut ? next : holding;
  if (range === undefined) return { ...state, notice: world.messages.notice.nothingToSelect };
  const reader = { ...rest, top, card, ...(find === undefined ? {} : { find }) };
  return inView({ ...state, reader: { ...reader, selection: { ...range, end: 'to' } } }, sheet);
}

/** The end that moves, kept on the screen. */
function inView(state: State, sheet: Sheet): State {
  const selection = state.reader?.selection;
  if (selection === undefined) return state;
  const text = pageText(sheet.page.lines);
  const index = selection.end === 'to' ? selection.to - 1 : selection.from;
  return shownLine(state, sheet, sheet.head.length + lineOfIndex(text, index));
}

const UNITS: Partial<Record<Command, readonly [Unit, 1 | -1]>> = {
  'select.longer': ['word', 1],
  'select.shorter': ['word', -1],
  'select.down': ['sentence', 1],
  'select.up': ['sentence', -1],
  'select.pageDown': ['block', 1],
  'select.pageUp': ['block', -1],
};

/** The selection with the end that moves a unit on or back; at least a word stays selected. */
function moved(
  text: string,
  selection: Selection,
  unit: Unit,
  by: 1 | -1,
  lang?: string,
): Selection {
  const { from, to, end } = selection;
  if (end === 'to') {
    if (by > 0) return { ...selection, to: unitAfter(text, to, unit, lang)?.to ?? to };
    const last = unitBefore(text, to, unit, lang);
    const before = last && unitBefore(text, last.from, unit, lang);
    const least = unitAfter(text, from, 'word', lang)?.to ?? to;
    return { ...selection, to: Math.min(to, Math.max(least, before?.to ?? least)) };
  }
  if (by < 0) return { ...selection, from: unitBefore(text, from, unit, lang)?.from ?? from };
  const next = unitAfter(text, unitAfter(text, from, unit, lang)?.to ?? to, unit, lang);
  const most = unitBefore(text, to, 'word', lang)?.from ?? from;
  return { ...selection, from: Math.max(from, Math.min(most, next?.from ?? most)) };
}

export function updateSelection(state: State, command: Command, world: World): Update {
  const sheet = sheetOf(state, world);
  const { selection, card } = state.reader ?? {};
  if (sheet === undefined || selection === undefined) return noEffects(unselected(state));
  const text = pageText(sheet.page.lines);
  const lang = card?.lang;
  const to = (next: Selection): Update => noEffects(inView(withSelection(state, next), sheet));
  const unit = UNITS[command];
  if (unit !== undefined) return to(moved(text.text, selection, ...unit, lang));
  switch (command) {
    case 'select.otherEnd':
      return to({ ...selection, end: selection.end === 'to' ? 'from' : 'to' });
    case 'select.next': {
      const next = unitAfter(text.text, selection.to, 'sentence', lang);
      return next === undefined ? noEffects(state) : to({ ...next, end: 'to' });
    }
    case 'select.previous': {
      const before = unitBefore(text.text, selection.from, 'sentence', lang);
      return before === undefined ? noEffects(state) : to({ ...before, end: 'to' });
    }
    case 'select.copy':
      return {
        state: { ...unselected(state), notice: world.messages.notice.copiedText },
        effects: [{ kind: 'copy', text: text.text.slice(selection.from, selection.to) }],
      };
    case 'select.highlight':
    case 'select.write':
    case 'select.edit':
      return kept(state, sheet, text, selection, command, world);
    default:
      return noEffects(unselected(state));
  }
}

/** Highlights what is selected, or has a note written on it; the same stretch has one note. */
function kept(
  state: State,
  sheet: Sheet,
  text: PageText,
  { from, to }: Range,
  command: Command,
  world: World,
): Update {
  const same = placedNotes(sheet, notesOf(state)).placed.find(
    (one) => one.from === from && one.to === to,
  );
  const before = same?.note;
  const quote = before?.quote ?? quoteOf(text, { from, to });
  if (command !== 'select.highlight')
    return writing(state, command === 'select.write' ? 'line' : 'editor', {
      quote,
      ...(before === undefined ? {} : { before }),
    });
  const done = { ...unselected(state), notice: world.messages.notice.highlighted };
  return { state: done, effects: before === undefined ? noted(state, world, quote, '') : [] };
}

/** The selection of `before` on the page of `after`, which was set anew; none where its text is gone. */
export function reselected(before: State, after: State, world: World): State {
  const selection = before.reader?.selection;
  if (selection === undefined || after.reader?.selection === undefined) return after;
  const [old, sheet] = [sheetOf(before, world), sheetOf(after, world)];
  if (old === undefined || sheet === undefined || sheet.cut !== undefined) return unselected(after);
  if (old.page === sheet.page) return after;
  const quote = quoteOf(pageText(old.page.lines), selection);
  const range = findQuote(pageText(sheet.page.lines), quote);
  return range === undefined
    ? unselected(after)
    : inView(withSelection(after, { ...range, end: selection.end }), sheet);
}
