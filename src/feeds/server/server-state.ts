// What is remembered of a server between two synchronisations: the marks that both sides agreed on, which
// tell what either has changed since. All of it may be lost: then what is marked on either side is so.

import { readFileSync } from 'node:fs';
import { writeWhole } from '../../library/write/whole-file.ts';
import type { Trouble } from '../store/feed-state.ts';
import type { Mark } from './settle.ts';

export interface ServerState {
  /** When all was last in step; milliseconds since 1970, as are the others. */
  readonly synced?: number;
  readonly due?: number;
  readonly failures?: number;
  readonly trouble?: Trouble;
  /** By an item's name, without what all names begin with; also of items that are no articles here. */
  readonly marks: Map<string, Mark>;
}

/** A mark as a number: 1 is read, 2 is starred. */
const packed = ({ read, starred }: Mark): number => (read ? 1 : 0) + (starred ? 2 : 0);

/** The state in a file; an empty one where there is none or it is damaged. */
export function readServerState(file: string, now: number): ServerState {
  try {
    const { marks, ...rest } = JSON.parse(readFileSync(file, 'utf8')) as Partial<
      Omit<ServerState, 'marks'>
    > & { readonly marks?: Readonly<Record<string, number>> };
    const isAhead = (rest.synced ?? 0) > now + 60_000;
    const { due, synced, ...others } = rest;
    return {
      ...others,
      ...(isAhead || due === undefined ? {} : { due }),
      ...(synced === undefined ? {} : { synced: Math.min(synced, now) }),
      marks: new Map(
        Object.entries(marks ?? {}).map(([id, bits]) => [
          id,
          { read: (bits & 1) > 0, starred: (bits & 2) > 0 },
        ]),
      ),
    };
  } catch {
    return { marks: new Map() };
  }
}

/** Writes it, whole or not at all. Throws what the file system throws. */
export function writeServerState(file: string, state: ServerState): void {
  const marks = Object.fromEntries([...state.marks].map(([id, mark]) => [id, packed(mark)]));
  writeWhole(file, JSON.stringify({ ...state, marks }), true);
}
