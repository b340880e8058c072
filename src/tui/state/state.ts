// The full-screen reader as data: state, actions, effects.

import type { SearchResult } from '../../catalog/catalog.ts';
import type { HistoryEvent, Reading } from '../../history/event.ts';
import type { Place } from '../../history/place.ts';
import type { Card, Neighbours, Series } from '../../library/article/card.ts';
import type { TuiMessages } from '../../messages/en/tui.ts';
import type { Block } from '../../typeset/document/document.ts';
import type { Command, KeyContext } from '../keys/bindings.ts';
import type { Keymap } from '../keys/keymap.ts';
import type { FindQuery } from '../pages/find.ts';
import type { Size } from '../pages/geometry.ts';
import type { LinkedCards } from '../pages/linked-cards.ts';
import type { FeedFacts, SpokenSentence } from '../pages/options.ts';
import type { Overlay } from '../pages/overlay.ts';
import { type LinkSpot, type Measure, type Sheet, type Span, START } from '../pages/sheet.ts';
import type { Selection, Writing } from './noting/selection.ts';

/** What the reader knows of the library, and the pages it can ask for. */
export interface World {
  readonly cards: readonly Card[];
  readonly series: readonly Series[];
  readonly messages: TuiMessages;
  readonly keymap: Keymap;
  neighbours(card: Card): Neighbours;
  /** The article set at a measure, all of it or a span; undefined while it is not loaded. */
  sheet(card: Card, measure: Measure, span?: Span): Sheet | undefined;
  /** Whether the whole article is set at a measure. */
  isSet(card: Card, measure: Measure): boolean;
  /** The span of an article that shows a place and `rows` lines around it; undefined where it is set as a whole. */
  around(card: Card, measure: Measure, place: Place, rows: number): Span | undefined;
  /** A top-level block of an article that is loaded, by its number. */
  block(card: Card, index: number): Block | undefined;
  /** Where links lead to, and which articles link to one. */
  linked(): LinkedCards;
  now(): string;
  number(value: number): string;
}

export interface Shelf {
  readonly filter: string;
  readonly typing: boolean;
  readonly unreadOnly: boolean;
  readonly starredOnly?: boolean;
  readonly shown: readonly Card[];
  /** Index into `shown`. */
  readonly cursor: number;
  /** The address that is typed, to be added. */
  readonly adding?: string;
  /** Row at the top. */
  readonly top: number;
}

export interface Find {
  readonly query: FindQuery;
  readonly typing: boolean;
  /** Index of the current hit; -1 without any. */
  readonly current: number;
  /** What `current` was, and is again when a long article is set to its end at another width. */
  readonly kept?: number;
  /** Where the search began, to return to. */
  readonly origin: { readonly top: number; readonly place: Place };
  /** How far back in the earlier searches the line stands; -1 on a new one. */
  readonly recalled: number;
}

export interface ReaderView {
  readonly card: Card;
  readonly status: 'loading' | 'ready' | 'failed';
  /** Why it failed. */
  readonly why?: string;
  /** Line at the top, at the present width. */
  readonly top: number;
  /** The place that the top line shows; survives another width. */
  readonly place: Place;
  /** Greatest share seen in this visit, 0 to 1. */
  readonly seen: number;
  /** Index into `page.links` of the link in focus. */
  readonly focus?: number;
  /** What else to find again once the page is there. */
  readonly again?: Pick<Stop, 'below' | 'link'>;
  readonly find?: Find;
  /** The stretch of text that is selected. */
  readonly selection?: Selection;
  /** The note that is written in a line. */
  readonly writing?: Writing;
  /** What is said aloud; no sentence yet at its beginning. */
  readonly speech?: { readonly sentence?: SpokenSentence };
  /** Columns by which lines wider than the window are moved left. */
  readonly pan?: number;
  /** Where to go once the page is there. */
  readonly aim?: { readonly heading: string } | { readonly words: readonly string[] };
  /** What the sheet has of a long article until that is set to its end. */
  readonly span?: Span;
  /** What was pressed before the text was there, in order, or a command that waits for its rest. */
  readonly pendingInput?: readonly Pressed[];
  /** Whether loading, or setting the rest, takes long enough to say so. */
  readonly slow?: boolean;
}

/** A place that was left by following something. */
export interface Stop {
  readonly card: Card;
  readonly place: Place;
  /** Lines from the first that shows the place to the one at the top. */
  readonly below?: number;
  /** The link in focus. */
  readonly link?: LinkSpot;
}

export interface State {
  readonly size: Size;
  readonly screen: 'shelf' | 'reader';
  readonly shelf: Shelf;
  readonly reader?: ReaderView;
  readonly overlay?: Overlay;
  readonly back: readonly Stop[];
  readonly readings: ReadonlyMap<string, Reading>;
  /** Columns of text that the person wishes for. */
  readonly textWidth: number;
  /** How fast articles are read aloud, if not as usual. */
  readonly rate?: number;
  /** Earlier searches in articles, newest first. */
  readonly finds: readonly string[];
  /** What is known of the series that follow a feed, by their keys. */
  readonly feeds?: ReadonlyMap<string, FeedFacts>;
  /** The line of the block that was copied last, until another key comes. */
  readonly copied?: number;
  /** The article that was asked about, to be removed if the key comes again. */
  readonly doomed?: string;
  /** The line behind `:` or `%`, while it is typed. */
  readonly goto?: { readonly text: string; readonly percent: boolean };
  /** One line for the footer, gone with the next key. */
  readonly notice?: string;
}

export type Action =
  | { readonly kind: 'command'; readonly command: Command }
  /** Text typed or pasted into the line being edited. */
  | { readonly kind: 'type'; readonly text: string }
  | { readonly kind: 'wheel'; readonly direction: -1 | 1 }
  | { readonly kind: 'resize'; readonly size: Size }
  | { readonly kind: 'loaded'; readonly id: string; readonly changed: boolean }
  /** A long article is set to its end. */
  | { readonly kind: 'grown'; readonly id: string }
  /** A picture of an article is there. */
  | { readonly kind: 'drawn'; readonly id: string }
  | { readonly kind: 'failed'; readonly id: string; readonly why: string }
  | { readonly kind: 'slow'; readonly id: string }
  | { readonly kind: 'searched'; readonly text: string; readonly result: SearchResult }
  | { readonly kind: 'notice'; readonly text: string }
  /** The editor has given a note back. */
  | { readonly kind: 'written'; readonly id: string; readonly writing: Writing }
  /** A sentence is being said; nothing is said any more. */
  | { readonly kind: 'spoken'; readonly id: string; readonly sentence: SpokenSentence }
  | { readonly kind: 'silent'; readonly id: string; readonly notice?: string }
  | { readonly kind: 'feeds'; readonly feeds: ReadonlyMap<string, FeedFacts> }
  | { readonly kind: 'readings'; readonly readings: ReadonlyMap<string, Reading> }
  /** The world has other cards than before; `id` is the one to stand on, where it is on the shelf. */
  | { readonly kind: 'library'; readonly id?: string; readonly notice?: string };

/** What keys bring about. */
export type Pressed = Extract<Action, { kind: 'command' | 'type' }>;

/** What must be done outside; each may lead to further actions. */
export type Effect =
  | { readonly kind: 'load'; readonly card: Card }
  | { readonly kind: 'record'; readonly event: HistoryEvent }
  | { readonly kind: 'open'; readonly address: string }
  | { readonly kind: 'copy'; readonly text: string }
  | { readonly kind: 'edit'; readonly card: Card }
  /** Has a note written in the editor. */
  | { readonly kind: 'compose'; readonly id: string; readonly writing: Writing }
  | { readonly kind: 'add'; readonly address: string }
  /** Fetches the feeds that are due, or all. */
  | { readonly kind: 'fetch'; readonly all: boolean }
  | { readonly kind: 'remove'; readonly card: Card }
  | { readonly kind: 'speak'; readonly card: Card; readonly place: Place; readonly rate: number }
  | { readonly kind: 'skip'; readonly by: 1 | -1 }
  | { readonly kind: 'rate'; readonly rate: number }
  | { readonly kind: 'silence' }
  | { readonly kind: 'undo' }
  | { readonly kind: 'search'; readonly text: string }
  | { readonly kind: 'width'; readonly columns: number }
  | { readonly kind: 'suspend' }
  | { readonly kind: 'quit' };

export interface Update {
  readonly state: State;
  readonly effects: readonly Effect[];
}

/** A state with nothing more to do. */
export const noEffects = (state: State): Update => ({ state, effects: [] });

/** Where keys are pressed now, which decides what they mean. */
export function contextOf(state: State): KeyContext {
  if (state.overlay?.kind === 'search') return 'typing';
  if (state.overlay?.kind === 'note') return 'note';
  if (state.overlay !== undefined) return 'list';
  if (state.goto !== undefined) return 'typing';
  if (state.screen === 'shelf')
    return state.shelf.typing || state.shelf.adding !== undefined ? 'typing' : 'shelf';
  const { find, writing, selection, speech } = state.reader ?? {};
  if (speech !== undefined) return 'speak';
  if (find?.typing === true || writing !== undefined || awaitsLine(state)) return 'typing';
  return selection === undefined ? 'reader' : 'select';
}

/** The state with something more that has to wait. */
export function awaiting(state: State, pressed: Pressed): State {
  const reader = state.reader as ReaderView;
  return {
    ...state,
    reader: { ...reader, pendingInput: [...(reader.pendingInput ?? []), pressed] },
  };
}

/** Whether a line to type in waits for the text: what is typed is meant for it. */
export function awaitsLine({ reader }: State): boolean {
  if (reader?.status !== 'loading') return false;
  const last = reader.pendingInput?.findLast(
    (one) => one.kind === 'command' && OF_A_LINE.has(one.command),
  );
  return last?.kind === 'command' && last.command === 'reader.find';
}

/** What begins a line and ends it. */
const OF_A_LINE: ReadonlySet<Command> = new Set(['reader.find', 'typing.accept', 'typing.cancel']);

/** The place an article is reopened at: where it was left, unless it was read to its end. */
export function rememberedPlace(state: State, id: string): Place {
  return state.readings.get(id)?.place ?? START;
}
