// What the full-screen reader is given by whoever knows settings, processes and flags.

import type { Catalog } from '../../catalog/catalog.ts';
import type { HistoryEvent, HistoryState } from '../../history/event.ts';
import type { Card } from '../../library/article/card.ts';
import type { TuiMessages } from '../../messages/en/tui.ts';
import type { Front } from '../../typeset/blocks/front.ts';
import type { Layout } from '../../typeset/layout.ts';
import type { Theme } from '../../typeset/look/theme.ts';
import type { Line, PageLink, PictureRow, Run } from '../../typeset/page/page.ts';
import type { KeyOverrides } from '../keys/keymap.ts';

export interface TuiHistory {
  state(): HistoryState;
  append(event: HistoryEvent): void;
}

export interface TuiWording {
  readonly messages: TuiMessages;
  /** ISO date -> `28. August 2024` (long) or `28. Aug. 2024` (short). */
  date(iso: string, style: 'long' | 'short'): string;
  number(value: number): string;
  /** A share from 0 to 1 -> `42 %`. */
  percent(share: number): string;
}

/** What is done outside the reader. Every one may fail: the reader then says so and goes on. */
export interface TuiEffects {
  /** Opens an http, https or mailto address in the browser. */
  open(address: string): Promise<void>;
  /** Edits a file with the terminal's own screen handed over; settles when the editor is closed. */
  edit(path: string): Promise<void>;
  /** Has a text written in the editor; what it then is, undefined where nothing was changed. */
  compose(text: string): Promise<string | undefined>;
  /** Stops the process group (Ctrl-Z); settles when it runs again. */
  suspend(): Promise<void>;
  /** What is another whenever the file on disk is; undefined where there is none. */
  stamp(path: string): string | undefined;
  /** Calls back whenever the file on disk is no longer as it was at `since`; the answer ends the watch. */
  watch(path: string, since: string | undefined, changed: () => void): () => void;
  /** Keeps the chosen text width (columns) for the next start. Rejects with a sentence that says why not. */
  rememberWidth(columns: number): Promise<void>;
  /** Brings a page into the library; `said` is told how far it is. Rejects with a sentence that says why not. */
  add(
    address: string,
    said: (text: string) => void,
  ): Promise<{ readonly id: string; readonly text: string }>;
  /** Takes an article's file away; the answer puts it back. Rejects with a sentence that says why not. */
  remove(card: Card): Promise<() => Promise<void>>;
  now(): string;
}

export interface FeedFacts {
  /** When it was fetched last, as it is shown. */
  readonly fetched?: string;
  /** Why it could not be read, or how it is broken, in a sentence. */
  readonly trouble?: string;
}

export interface TuiFeeds {
  /** What is known of each, by the key of its series. */
  facts(): Promise<ReadonlyMap<string, FeedFacts>>;
  /** Fetches what is due, or all; `said` is told how far it is. Resolves to a line about it. */
  fetch(all: boolean, said: (text: string) => void): Promise<string>;
}

/** The pictures of articles, drawn as they are needed. */
export interface TuiPictures {
  /** The runs of a row, if its picture is drawn already. */
  row(card: Card, row: PictureRow): readonly Run[] | undefined;
  /** Draws a picture; resolves to what the terminal is sent first. Never rejects. */
  draw(card: Card, row: PictureRow): Promise<string>;
  /** Forgets a picture; what the terminal is sent for that, or ''. */
  drop(card: Card, row: PictureRow): string;
  /** Columns and rows of the picture at an address where it may take as much as that. */
  large(
    card: Card,
    href: string,
    columns: number,
    rows: number,
  ): { readonly columns: number; readonly rows: number } | undefined;
  /** Whether pictures are text alone now, which stays right whatever becomes of the screen. */
  isText(): boolean;
  /** What the terminal is asked before the first picture; without it, nothing. */
  readonly question?: string;
  /** Takes in the answers; whether pictures are drawn otherwise from now on. */
  heard(answers: readonly string[]): boolean;
}

/** A sentence to be said: its text, the block it is of (-1 for the title), and about how far into it. */
export interface SpokenSentence {
  readonly text: string;
  readonly block: number;
  readonly offset: number;
}

/** Reading aloud. */
export interface TuiSpeech {
  /** Everything that is said of an article. Rejects with a sentence that says why nothing can be. */
  sentences(card: Card): Promise<readonly SpokenSentence[]>;
  /** Says a text in a language (BCP 47); `rate` 1 is the usual one. `signal` stops it at once. Rejects as above. */
  say(
    text: string,
    lang: string | undefined,
    rate: number,
    signal: AbortSignal,
  ): Promise<'said' | 'stopped'>;
}

export interface TuiTerminal {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  /** Whether the terminal has an addressable screen at all. */
  readonly interactive: boolean;
  readonly screenReader: boolean;
  /** Whether the wheel is reported to the reader; selecting text then needs Shift. */
  readonly mouse: boolean;
  /** Whether signs beyond ASCII are shown right. */
  readonly unicode: boolean;
}

export interface TuiOptions {
  readonly catalog: Catalog;
  readonly history: TuiHistory;
  readonly wording: TuiWording;
  readonly theme: Theme;
  readonly terminal: TuiTerminal;
  /** Sets an article at a width (columns of text; code and tables may be `wide`); pure and deterministic, so that answers may be kept. */
  readonly layout: (card: Card, width: number, wide: number) => Layout;
  /** Whether even a long article is set as a whole. */
  readonly whole: boolean;
  /** The lines above a page: title, dateline, summary. */
  readonly front: (front: Front, card: Card, width: number) => readonly Line[];
  /** A line as the terminal gets it, styles closed at its end; `links` are those its runs point into. */
  readonly paint: (line: Pick<Line, 'runs'>, links: readonly PageLink[]) => string;
  readonly effects: TuiEffects;
  /** Without it nothing is followed. */
  readonly feeds?: TuiFeeds;
  /** Without it pictures are not drawn. */
  readonly pictures?: TuiPictures;
  /** Without it nothing is read aloud. */
  readonly speech?: TuiSpeech;
  /** Own keys by command, `{'reader.next': ['n']}`. */
  readonly keys?: KeyOverrides;
  /** Columns of text; 72 without it. */
  readonly textWidth?: number;
  /** Where to begin: in an article, with what a search for the words would find in it marked; on the shelf without a card. */
  readonly start?: { readonly card?: Card; readonly words?: readonly string[] };
}
