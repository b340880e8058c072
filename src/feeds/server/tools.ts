// What a synchronisation works with, given by who knows the settings and the journal.

import type { Followed } from '../store/followed.ts';
import type { Account } from './session.ts';
import type { Mark, MarkName } from './settle.ts';

/** The marks of articles, by id, as the journal has them. */
export interface Marks {
  of(id: string): Mark;
  /** When the reader set marks of an article since then; milliseconds. */
  touched(id: string): Partial<Readonly<Record<MarkName, number>>>;
  /** Writes what the server says into the journal. */
  take(id: string, marks: Partial<Mark>): void;
}

export interface ServerTools {
  /** How to sign in at an address. Throws a ServerFault. */
  account(address: string): Promise<Account>;
  /** All folders that follow a feed. */
  folders(): Promise<readonly Followed[]>;
  /**
   * What is marked, and was touched since a time; what is taken is of the time `at`. Undefined where no
   * journal is kept.
   */
  marks(since: number, at: number): Marks | undefined;
}
