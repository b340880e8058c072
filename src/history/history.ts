// The journal: one JSON line an event, one file a machine. Without its folder reading goes on.

import { hostname } from 'node:os';
import { join } from 'node:path';
import { compactJournal, forgetReadings } from './compact.ts';
import type { HistoryEvent, HistoryState } from './event.ts';
import { foldEvents } from './fold-events.ts';
import { isoTime } from './iso-time.ts';
import {
  appendLine,
  type JournalLine,
  journalFiles,
  noteLines,
  readJournal,
  removeJournal,
} from './journal-file.ts';
import type { Note } from './note.ts';

/** An event; without `at` it is stamped with the time of appending. */
export type NewEvent = HistoryEvent extends infer E
  ? E extends HistoryEvent
    ? Omit<E, 'at'> & { readonly at?: string }
    : never
  : never;

export interface HistoryOptions {
  /** Folder of the journals; without one nothing is kept. */
  readonly folder: string | undefined;
  /** Name of this machine (else its host name), the journal's file name; each machine in the folder has its own. */
  readonly machine?: string;
  readonly now: () => Date;
  /** Whether anything may be written; reading what is there is allowed either way. */
  readonly enabled?: boolean;
  /** Bytes beyond which this machine's journal is compacted. */
  readonly compactAbove?: number;
}

export interface History {
  /** The fold over all machines' journals. Never throws. */
  state(): HistoryState;
  /** The notes on one article, without what else is known. Never throws. */
  notesOf(id: string): readonly Note[];
  append(event: NewEvent): void;
  /** Forgets what was read, on other machines up to now too; stars and notes stay. Never throws. */
  clear(): void;
}

const COMPACT_ABOVE = 512 * 1024;

export function openHistory(options: HistoryOptions): History {
  const { folder, now, enabled = true, compactAbove = COMPACT_ABOVE } = options;
  const own = `${(options.machine ?? hostname()).replace(/[^A-Za-z0-9_-]+/g, '-').slice(0, 60) || 'here'}.jsonl`;
  const folded = (read: (file: string) => JournalLine[]): HistoryState =>
    foldEvents(
      folder === undefined ? [] : journalFiles(folder).map((name) => read(join(folder, name))),
    );
  const state = (): HistoryState => folded(readJournal);
  const notesOf = (id: string): readonly Note[] =>
    folded((file) => noteLines(file, id)).readings.get(id)?.notes ?? [];
  if (folder === undefined || !enabled)
    return { state, notesOf, append: () => {}, clear: () => {} };
  const file = join(folder, own);
  const stamped = (event: NewEvent): string =>
    JSON.stringify({ ...event, at: event.at ?? isoTime(now().getTime()) });
  return {
    state,
    notesOf,
    append: (event) => {
      const line = stamped(event);
      const size = appendLine(file, line);
      // Tried again only when it has grown by a quarter: a journal may be large for good reason.
      const steps = (bytes: number): number => Math.floor((4 * bytes) / compactAbove);
      if (size > compactAbove && steps(size) > steps(size - Buffer.byteLength(line) - 1))
        compactJournal(file, compactAbove);
    },
    clear: () => {
      const isKept = [...state().readings.values()].some(({ starred, notes }) => starred || notes);
      if (!isKept) removeJournal(file);
      // Other machines' files are theirs to write; an event tells them, and every reader, to forget.
      if (journalFiles(folder).length > 0) appendLine(file, stamped({ kind: 'clear' }));
      if (isKept) forgetReadings(file);
    },
  };
}
