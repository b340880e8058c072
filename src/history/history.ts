// The journal of what was read: one JSON line an event, one file a machine, in a folder that may be shared.
// Knows nothing of articles but their ids. Whatever goes wrong with the folder, reading goes on without.

import { hostname } from 'node:os';
import { join } from 'node:path';
import { compactJournal } from './compact.ts';
import type { HistoryEvent, HistoryState } from './event.ts';
import { foldEvents } from './fold-events.ts';
import { isoTime } from './iso-time.ts';
import { appendLine, journalFiles, readJournal, removeJournal } from './journal-file.ts';

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
  /** Writes one event as one line, at once. Never throws. */
  append(event: NewEvent): void;
  /** Forgets everything, other machines' events up to now included. Never throws. */
  clear(): void;
}

const COMPACT_ABOVE = 512 * 1024;

export function openHistory(options: HistoryOptions): History {
  const { folder, now, enabled = true, compactAbove = COMPACT_ABOVE } = options;
  const own = `${(options.machine ?? hostname()).replace(/[^A-Za-z0-9_-]+/g, '-').slice(0, 60) || 'here'}.jsonl`;
  const state = (): HistoryState =>
    foldEvents(
      folder === undefined
        ? []
        : journalFiles(folder).map((name) => readJournal(join(folder, name))),
    );
  if (folder === undefined || !enabled) return { state, append: () => {}, clear: () => {} };
  const file = join(folder, own);
  const stamped = (event: NewEvent): string =>
    JSON.stringify({ ...event, at: event.at ?? isoTime(now().getTime()) });
  return {
    state,
    append: (event) => {
      const size = appendLine(file, stamped(event));
      if (size > compactAbove) compactJournal(file, compactAbove);
    },
    clear: () => {
      const starred = [...state().readings.values()].filter((reading) => reading.starred);
      removeJournal(file);
      // Other machines' files are theirs to write; an event tells them, and every reader, to forget.
      if (journalFiles(folder).length > 0) appendLine(file, stamped({ kind: 'clear' }));
      for (const { id } of starred) appendLine(file, stamped({ kind: 'star', id, starred: true }));
    },
  };
}
