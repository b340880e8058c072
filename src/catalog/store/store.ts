// The cache's database: where it lies, its tables, and what becomes of one that is damaged, foreign or
// can't be opened. Knows no article.

import { existsSync, linkSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { makeFolder } from '../../folder.ts';
import { digestOf } from './digest.ts';
import { SCHEMA, SCHEMA_VERSION } from './schema.ts';

export interface Store {
  readonly db: DatabaseSync;
  /** Undefined for one in memory. */
  readonly path?: string;
  /** Where one in memory will be kept. */
  readonly location?: StoreLocation;
}

interface StoreLocation {
  readonly folder: string;
  /** Of the file, without generation and extension. */
  readonly name: string;
  readonly generation: number;
}

/** Milliseconds to wait for another process that writes. */
const PATIENCE = 10_000;
/** Milliseconds after which a cache that nobody opened is removed. */
const OUTDATED = 30 * 24 * 3600 * 1000;
/** Articles from which on a new cache lies in its file at once: what was read survives an interruption there. */
const LARGE = 300;

/** Opens the cache of a list of roots, in memory until it is kept: no answer waits for a disk. Never throws. */
export function openStore(folder: string | undefined, roots: readonly string[]): Store {
  if (folder === undefined) return memoryStore();
  const name = `v${SCHEMA_VERSION}-${nameOf(roots)}`;
  const generation = latestGeneration(folder, name);
  if (generation < 0) return memoryStore({ folder, name, generation: 0 });
  const location = { folder, name, generation };
  try {
    return fileStore(location);
  } catch {
    return replaceStore({ path: pathOf(location) }, folder, roots);
  }
}

/** A new database for a damaged one, under a new name: another process may have the old one open. */
export function replaceStore(
  old: Partial<Store>,
  folder: string | undefined,
  roots: readonly string[],
): Store {
  try {
    old.db?.close();
  } catch {
    // A damaged database need not close.
  }
  if (folder === undefined || old.path === undefined) return memoryStore();
  const name = `v${SCHEMA_VERSION}-${nameOf(roots)}`;
  return memoryStore({ folder, name, generation: latestGeneration(folder, name) + 1 });
}

export function memoryStore(location?: StoreLocation): Store {
  const db = new DatabaseSync(':memory:');
  db.exec(`${SCHEMA} PRAGMA user_version=${SCHEMA_VERSION}`);
  return location ? { db, location } : { db };
}

function fileStore(location: StoreLocation): Store {
  const path = pathOf(location);
  const db = new DatabaseSync(path);
  try {
    db.exec(`PRAGMA busy_timeout=${PATIENCE}`);
    const version = db.prepare('PRAGMA user_version').get()?.['user_version'];
    if (version !== SCHEMA_VERSION) throw new Error('another schema');
    return { db, path };
  } catch (error) {
    db.close();
    throw error;
  }
}

function pathOf({ folder, name, generation }: StoreLocation): string {
  return join(folder, `${name}-${generation}.db`);
}

/** The store itself, or its file where it was new and has become large. */
export function settledStore(store: Store): Store {
  const { db, location } = store;
  if (!location) return store;
  const articles = db.prepare('SELECT count(*) AS count FROM files').get()?.['count'];
  if (Number(articles) < LARGE) return store;
  keepStore(store);
  if (!existsSync(pathOf(location))) return store;
  try {
    const settled = fileStore(location);
    db.close();
    return settled;
  } catch {
    return store;
  }
}

/** Writes a new store to its file, all at once, unless another process was first or it can't be written. */
export function keepStore({ db, location }: Store): void {
  if (!location || db.prepare('SELECT 1 FROM folders').get() === undefined) return;
  const path = pathOf(location);
  if (existsSync(path)) return;
  const draft = `${path}-${Math.random().toString(36).slice(2)}`;
  try {
    makeFolder(location.folder);
    db.prepare('VACUUM INTO ?').run(draft);
    // A journal that lies there belongs to a file that is gone.
    rmSync(`${path}-journal`, { force: true });
    publish(draft, path);
    removeOld(location);
  } catch {
    // The next process starts anew.
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Gives a whole file its name, which must not be taken; some file systems can only rename. */
function publish(draft: string, path: string): void {
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST' || existsSync(path)) throw error;
    renameSync(draft, path);
  }
}

/** Runs `write` as one transaction that no other process comes between. */
export function writing<T>(db: DatabaseSync, write: () => T): T {
  // Settings of a connection that only a writer needs: reading alone stays quicker without.
  db.exec(
    'PRAGMA synchronous=NORMAL; PRAGMA journal_mode=TRUNCATE; PRAGMA cache_size=-65536; BEGIN IMMEDIATE',
  );
  try {
    const result = write();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    try {
      db.exec('ROLLBACK');
    } catch {
      // The failure itself may have ended the transaction.
    }
    throw error;
  }
}

function latestGeneration(folder: string, name: string): number {
  let latest = -1;
  try {
    for (const file of readdirSync(folder)) {
      if (!file.startsWith(`${name}-`) || !file.endsWith('.db')) continue;
      latest = Math.max(latest, Number(file.slice(name.length + 1, -3)) || 0);
    }
  } catch {
    // No folder, no files.
  }
  return latest;
}

/** Removes earlier generations that have come to rest, and caches that were not used for long. */
function removeOld(location: StoreLocation): void {
  const { folder, name } = location;
  const current = basename(pathOf(location));
  for (const file of readdirSync(folder)) {
    if (!/^v\d+-[0-9a-z]+-\d+\.db/.test(file) || isOf(current, file)) continue;
    const path = join(folder, file);
    const age = Date.now() - statSync(path).mtimeMs;
    if (age > (file.startsWith(`${name}-`) ? 60_000 : OUTDATED)) rmSync(path, { force: true });
  }
}

/** Whether a file is a database, or what SQLite keeps beside it. */
function isOf(database: string, file: string): boolean {
  return [database, `${database}-journal`].includes(file);
}

function nameOf(roots: readonly string[]): string {
  return digestOf(new TextEncoder().encode(roots.join('\0'))).replaceAll('-', '');
}
