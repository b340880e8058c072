// One writer at a time: the system's lock on an empty database file, which dies with its process.

import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { makeFolder } from '../../folder.ts';

/** Milliseconds to wait for another process. */
const PATIENCE = 30_000;

export interface Lock {
  /** Does some work while no other process does any under the same name. */
  hold<T>(work: () => T): T;
  close(): void;
}

/** A lock for `path` in the folder `locks`; where none can be made work is done without. */
export function openLock(locks: string, path: string): Lock {
  const name = createHash('sha256').update(path).digest('hex').slice(0, 16);
  let db: DatabaseSync | undefined;
  try {
    makeFolder(locks);
    db = new DatabaseSync(join(locks, `lock-${name}`));
    db.exec(`PRAGMA busy_timeout=${PATIENCE}`);
  } catch {
    db = undefined;
  }
  return {
    hold(work) {
      let held = false;
      try {
        db?.exec('BEGIN EXCLUSIVE');
        held = db !== undefined;
      } catch {
        // Whoever holds it for so long does something else.
      }
      try {
        return work();
      } finally {
        if (held) db?.exec('ROLLBACK');
      }
    },
    close: () => db?.close(),
  };
}
