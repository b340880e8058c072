// The cache's database: where it lies, its tables, and what becomes of one that is damaged, foreign or
// can't be opened. Knows no article.

import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { makeFolder } from '../folder.ts';
import { SCHEMA, SCHEMA_VERSION } from './schema.ts';

/** An open database. */
export interface Store {
  readonly db: DatabaseSync;
  /** Undefined for one in memory. */
  readonly path?: string;
}

/** Milliseconds to wait for another process that writes. */
const PATIENCE = 10_000;
/** Milliseconds after which a cache that nobody opened is removed. */
const OUTDATED = 30 * 24 * 3600 * 1000;

/**
 * Opens the cache of a list of roots in a folder, in memory without a folder or where it can't be opened.
 * Never throws.
 */
export function openStore(folder: string | undefined, roots: readonly string[]): Store {
  if (folder === undefined) return memoryStore();
  const name = `v${SCHEMA_VERSION}-${nameOf(roots)}`;
  try {
    return fileStore(folder, name, latestGeneration(folder, name), roots);
  } catch {
    return replaceStore({ path: join(folder, `${name}-0.db`) }, folder, roots);
  }
}

/**
 * A new database in place of one that is damaged. It gets a new name, since another process may still
 * have the old one open; a second failure leads to one in memory.
 */
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
  try {
    makeFolder(folder);
    const generation = latestGeneration(folder, name) + 1;
    const store = fileStore(folder, name, generation, roots);
    removeOld(folder, `${name}-${generation}.db`, name);
    return store;
  } catch {
    return memoryStore();
  }
}

export function memoryStore(): Store {
  const db = new DatabaseSync(':memory:');
  db.exec(SCHEMA);
  return { db };
}

function fileStore(
  folder: string,
  name: string,
  generation: number,
  roots: readonly string[],
): Store {
  const path = join(folder, `${name}-${Math.max(0, generation)}.db`);
  const db = new DatabaseSync(path);
  try {
    db.exec(`PRAGMA busy_timeout=${PATIENCE}`);
    const version = db.prepare('PRAGMA user_version').get()?.['user_version'];
    if (version === 0) create(db, roots);
    else if (version !== SCHEMA_VERSION) throw new Error('another schema');
    return { db, path };
  } catch (error) {
    db.close();
    throw error;
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

function create(db: DatabaseSync, roots: readonly string[]): void {
  db.exec('BEGIN IMMEDIATE');
  // Another process may have been first.
  if (db.prepare('PRAGMA user_version').get()?.['user_version'] === 0) {
    db.exec(SCHEMA);
    db.prepare('INSERT INTO meta (name, value) VALUES (?, ?)').run('roots', JSON.stringify(roots));
    db.exec(`PRAGMA user_version=${SCHEMA_VERSION}`);
  }
  db.exec('COMMIT');
}

function latestGeneration(folder: string, name: string): number {
  let latest = -1;
  try {
    for (const file of readdirSync(folder)) {
      if (!file.startsWith(`${name}-`) || !file.endsWith('.db')) continue;
      latest = Math.max(latest, Number(file.slice(name.length + 1, -3)) || 0);
    }
  } catch {
    makeFolder(folder);
  }
  return latest;
}

/** Removes earlier generations that have come to rest, and caches that were not used for long. */
function removeOld(folder: string, current: string, name: string): void {
  for (const file of readdirSync(folder)) {
    if (!/^v\d+-[0-9a-z]+-\d+\.db/.test(file) || file.startsWith(current)) continue;
    const path = join(folder, file);
    const age = Date.now() - statSync(path).mtimeMs;
    if (age > (file.startsWith(`${name}-`) ? 60_000 : OUTDATED)) rmSync(path, { force: true });
  }
}

/** A short name for a list of roots: two 53-bit hashes, each with its own seed (cyrb53). */
function nameOf(roots: readonly string[]): string {
  const text = roots.join('\0');
  return hash(text, 1).toString(36) + hash(text, 2).toString(36);
}

function hash(text: string, seed: number): number {
  let h1 = 0xdeadbeef ^ seed;
  let h2 = 0x41c6ce57 ^ seed;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    h1 = Math.imul(h1 ^ code, 2654435761);
    h2 = Math.imul(h2 ^ code, 1597334677);
  }
  h1 = Math.imul(h1 ^ (h1 >>> 16), 2246822507) ^ Math.imul(h2 ^ (h2 >>> 13), 3266489909);
  h2 = Math.imul(h2 ^ (h2 >>> 16), 2246822507) ^ Math.imul(h1 ^ (h1 >>> 13), 3266489909);
  return 4294967296 * (2097151 & h2) + (h1 >>> 0);
}
