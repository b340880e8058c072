// What the journal records, and what all of it together says.

import type { Note } from './note.ts';
import type { Place } from './place.ts';

/** One line of the journal; later versions' fields and kinds are kept. Without a share: opened. */
export type HistoryEvent =
  | {
      readonly kind: 'read';
      readonly id: string;
      readonly at: string;
      readonly place?: Place;
      readonly share?: number;
    }
  | { readonly kind: 'mark'; readonly id: string; readonly at: string; readonly read: boolean }
  | { readonly kind: 'star'; readonly id: string; readonly at: string; readonly starred: boolean }
  | ({ readonly kind: 'note'; readonly id: string } & Note)
  | { readonly kind: 'unnote'; readonly id: string; readonly at: string; readonly note: string }
  | { readonly kind: 'clear'; readonly at: string };

/** What is known of one article. */
export interface Reading {
  readonly id: string;
  /** ISO time of the last reading or mark. */
  readonly at: string;
  readonly place?: Place;
  /** How far it was read, 0 to 1. */
  readonly share: number;
  readonly read: boolean;
  /** Whether it was opened at all, and not only marked. */
  readonly opened?: boolean;
  readonly starred?: boolean;
  /** Notes and highlights, in the order in which they were made. */
  readonly notes?: readonly Note[];
}

export interface HistoryState {
  readonly readings: ReadonlyMap<string, Reading>;
  /** Id of the article read last. */
  readonly last?: string;
}
