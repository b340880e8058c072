// Stamps of all files in few rows: ten thousand rows took longer to read than to compare. Whoever
// changes a path or stamp in `files` says so here in the same transaction.

import type { DatabaseSync } from 'node:sqlite';
import { DamagedStore } from './rows.ts';
import { stampOf } from './stamp.ts';

/** Files of one folder in one row, at most: what a single change writes anew. */
const MOST = 500;
/** The stamp of a file that must be looked at in any case. */
const UNKNOWN = -1;

/** A file's row, as far as it counts here. */
export interface Stamped {
  readonly id: number;
  readonly path: string;
  readonly stamp: number | null;
}

interface ManifestRow {
  readonly folder: string;
  readonly names: string;
  /** For each name the file's id and stamp, as numbers of 64 bits. */
  readonly numbers: Uint8Array;
}

function folderOf(path: string): string {
  return path.slice(0, path.length - nameOf(path).length);
}

function nameOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

/** Writes the manifests of those folders anew in which one of `changed` (paths) lies; `files` are all there are. */
export function writeManifests(
  db: DatabaseSync,
  files: Iterable<Stamped>,
  changed: Iterable<string>,
): void {
  const folders = new Map<string, Stamped[]>();
  for (const path of changed) folders.set(folderOf(path), []);
  for (const file of files) folders.get(folderOf(file.path))?.push(file);
  const remove = db.prepare('DELETE FROM manifests WHERE folder = ?');
  const insert = db.prepare('INSERT INTO manifests (folder, names, numbers) VALUES (?, ?, ?)');
  for (const [folder, own] of folders) {
    remove.run(folder);
    for (let at = 0; at < own.length; at += MOST) {
      const some = own.slice(at, at + MOST);
      insert.run(
        folder,
        some.map(({ path }) => nameOf(path)).join('/'),
        bytesOf(Float64Array.from(some.flatMap(({ id, stamp }) => [id, stamp ?? UNKNOWN]))),
      );
    }
  }
}

export function writeStamps(db: DatabaseSync, files: readonly Stamped[]): void {
  const folders = new Map<string, Map<number, number>>();
  for (const { id, path, stamp } of files) {
    const folder = folderOf(path);
    const stamps = folders.get(folder) ?? new Map<number, number>();
    folders.set(folder, stamps.set(id, stamp ?? UNKNOWN));
  }
  const select = db.prepare('SELECT id, numbers FROM manifests WHERE folder = ?');
  const update = db.prepare('UPDATE manifests SET numbers = ? WHERE id = ?');
  for (const [folder, stamps] of folders) {
    for (const row of select.all(folder)) {
      const numbers = numbersOf(row['numbers'] as Uint8Array);
      let isChanged = false;
      for (let at = 0; at < numbers.length; at += 2) {
        const stamp = stamps.get(numbers[at] as number);
        if (stamp === undefined || stamp === numbers[at + 1]) continue;
        numbers[at + 1] = stamp;
        isChanged = true;
      }
      if (isChanged) update.run(bytesOf(numbers), row['id'] as number);
    }
  }
}

/** The ids of all files that are not as their stamps say. */
export function staleFiles(db: DatabaseSync): number[] {
  const rows = db
    .prepare('SELECT folder, names, numbers FROM manifests')
    .iterate() as Iterable<unknown> as Iterable<ManifestRow>;
  const stale: number[] = [];
  for (const row of rows) {
    const numbers = numbersOf(row.numbers);
    const names = row.names.split('/');
    if (names.length * 2 !== numbers.length) throw new DamagedStore('a manifest without its files');
    for (let at = 0; at < names.length; at++) {
      if (stampOf(row.folder + (names[at] ?? '')) !== numbers[2 * at + 1]) {
        stale.push(numbers[2 * at] as number);
      }
    }
  }
  return stale;
}

function numbersOf(bytes: Uint8Array): Float64Array {
  // A value out of the database may lie where no number of 64 bits can be read.
  return new Float64Array(bytes.slice().buffer, 0, bytes.length >>> 3);
}

function bytesOf(numbers: Float64Array): Uint8Array {
  return new Uint8Array(numbers.buffer);
}
