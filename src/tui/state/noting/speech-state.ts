// Reading aloud, as the screen shows it: which sentence is said, and keeping it in view. Pure.

import type { Command } from '../../keys/bindings.ts';
import type { SpokenSentence } from '../../pages/options.ts';
import { placeAt, type Sheet } from '../../pages/sheet.ts';
import { lineOfIndex, pageText } from '../../pages/text/page-text.ts';
import { spokenRange } from '../../pages/text/spoken-range.ts';
import { bodyRows, scrolledTo, sheetOf } from '../scroll-state.ts';
import { noEffects, type ReaderView, type State, type Update, type World } from '../state.ts';

/** How fast one may be read to, 1 as the engine does by itself. */
const RATES = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3];

/** The state in which nothing is read aloud. */
export function silent(state: State): State {
  if (state.reader?.speech === undefined) return state;
  const { speech: _speech, ...reader } = state.reader;
  return { ...state, reader };
}

/** Begins at the top of the screen. */
export function beginSpeech(state: State, sheet: Sheet): Update {
  const { focus: _focus, ...reader } = state.reader as ReaderView;
  const { top, card } = reader;
  const rate = state.rate ?? 1;
  return {
    state: { ...state, reader: { ...reader, speech: {} } },
    effects: [{ kind: 'speak', card, place: placeAt(sheet, top), rate }],
  };
}

/** The sentence that is said now, with its lines on the screen. */
export function spokenOn(state: State, id: string, sentence: SpokenSentence, world: World): State {
  if (state.reader?.card.id !== id || state.reader.speech === undefined) return state;
  const next: State = { ...state, reader: { ...state.reader, speech: { sentence } } };
  const sheet = sheetOf(next, world);
  if (sheet === undefined) return next;
  const text = pageText(sheet.page.lines);
  const range = spokenRange(text, sentence);
  if (range === undefined) return sentence.block < 0 ? scrolledTo(next, sheet, 0) : next;
  const first = sheet.head.length + lineOfIndex(text, range.from);
  const last = sheet.head.length + lineOfIndex(text, range.to - 1);
  const { top } = state.reader;
  const body = bodyRows(state);
  const isShown = first >= top && last < top + body;
  return isShown ? next : scrolledTo(next, sheet, first - Math.floor(body / 4));
}

/** What a command does while an article is read aloud. */
export function updateSpeech(state: State, command: Command, world: World): Update {
  const now = state.rate ?? 1;
  switch (command) {
    case 'speak.next':
    case 'speak.previous':
      return { state, effects: [{ kind: 'skip', by: command === 'speak.next' ? 1 : -1 }] };
    case 'speak.faster':
    case 'speak.slower': {
      const at = RATES.indexOf(now) + (command === 'speak.faster' ? 1 : -1);
      const rate = RATES[Math.max(0, Math.min(at, RATES.length - 1))] ?? 1;
      const notice = world.messages.notice.rate(world.number(Math.round(100 * rate)));
      return { state: { ...state, rate, notice }, effects: [{ kind: 'rate', rate }] };
    }
    case 'speak.stop':
      return { state: silent(state), effects: [{ kind: 'silence' }] };
    default:
      return noEffects(state);
  }
}
