// Brings the names in the cache up to date: which folders, series and articles there are. Opens no article.

import type { DatabaseSync } from 'node:sqlite';
import {
  type Entry,
  entriesOf,
  type ListedFolder,
  listRoots,
  seriesFilesOf,
  seriesOrder,
} from '../../library/library.ts';
import { fold } from '../../library/query/fold.ts';
import { type Stamped, writeManifests } from '../store/manifests.ts';
import { NOTHING, stampOf } from '../store/stamp.ts';
import { writing } from '../store/store.ts';
import { placeSeries } from './places.ts';

interface KnownFile extends Stamped {
  readonly article: string;
}

/** Lists all folders anew and writes what has changed, in the order that suits a reader of `language`. */
export function repairNames(db: DatabaseSync, roots: readonly string[], language?: string): void {
  // Stamps are taken before the folders are listed: what comes between shows next time.
  const stamps = new Map<string, number | undefined>();
  const folders = listRoots(roots, (path) => stamps.set(path, stampOf(path)));
  writing(db, () => {
    writeFolders(db, folders, stamps);
    const changed = writeEntries(db, entriesOf(folders));
    writeSeries(db, folders, changed, language);
    for (const key of changed) placeSeries(db, key);
  });
}

function writeFolders(
  db: DatabaseSync,
  folders: readonly ListedFolder[],
  stamps: ReadonlyMap<string, number | undefined>,
): void {
  db.exec('DELETE FROM folders');
  // Two roots may hold the same folder; each has its own row.
  const insert = db.prepare('INSERT INTO folders VALUES (?, ?, ?, ?, ?, ?, ?)');
  folders.forEach(({ place, listing, root }, position) => {
    insert.run(
      position,
      place.path,
      root,
      JSON.stringify(place),
      JSON.stringify(listing),
      stamps.get(place.path) ?? null,
      listing.links ? 1 : 0,
    );
  });
}

/** Writes the articles that came, and removes those that went; says which series that concerns. */
function writeEntries(db: DatabaseSync, entries: readonly Entry[]): Set<string> {
  const changed = new Set<string>();
  const paths: string[] = [];
  const files = new Map<number, Stamped>();
  const known = db
    .prepare('SELECT id, path, article, stamp FROM files')
    .all() as unknown as KnownFile[];
  const wanted = new Map(entries.map((entry) => [`${entry.path}\0${entry.id}`, entry]));
  const remove = [
    'DELETE FROM texts WHERE rowid = ?',
    'DELETE FROM documents WHERE file = ?',
    'DELETE FROM files WHERE id = ?',
  ].map((sql) => db.prepare(sql));
  for (const file of known) {
    const { id, path, article } = file;
    if (wanted.delete(`${path}\0${article}`)) {
      files.set(id, file);
      continue;
    }
    changed.add(article.slice(0, article.lastIndexOf('/')));
    paths.push(path);
    for (const statement of remove) statement.run(id);
  }
  const insert = db.prepare(
    'INSERT INTO files (path, article, slug, series, name, folded_slug, folded_id) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  for (const { id: article, slug, series, name, path } of wanted.values()) {
    changed.add(series);
    paths.push(path);
    const values = [path, article, slug, series, JSON.stringify(name), fold(slug), fold(article)];
    const id = Number(insert.run(...values).lastInsertRowid);
    files.set(id, { id, path, stamp: null });
  }
  writeManifests(db, files.values(), paths);
  return changed;
}

function writeSeries(
  db: DatabaseSync,
  folders: readonly ListedFolder[],
  changed: ReadonlySet<string>,
  language: string | undefined,
): void {
  const counts = new Map(
    (
      db
        .prepare('SELECT series, count(*) AS count FROM files GROUP BY series')
        .all() as unknown as {
        readonly series: string;
        readonly count: number;
      }[]
    ).map(({ series, count }) => [series, count]),
  );
  const files = seriesFilesOf(folders);
  const rows = new Map(
    (
      db.prepare('SELECT key, file FROM series').all() as unknown as {
        readonly key: string;
        readonly file: string | null;
      }[]
    ).map(({ key, file }) => [key, file]),
  );
  const order = seriesOrder(folders, language).filter((key) => counts.has(key));
  const insert =
    db.prepare(`INSERT INTO series (key, rank, count, file, stamp, fields, by_name, placed)
    VALUES (?, ?, ?, ?, ?, '{}', 0, 0)`);
  const update = db.prepare('UPDATE series SET rank = ?, count = ? WHERE key = ?');
  const remove = db.prepare('DELETE FROM series WHERE key = ?');
  const refile = db.prepare('UPDATE series SET file = ?, stamp = NULL WHERE key = ?');
  order.forEach((key, rank) => {
    const file = files.get(key) ?? null;
    const count = counts.get(key) ?? 0;
    const before = rows.get(key);
    rows.delete(key);
    // Without a file there is nothing to read, so its state is known at once.
    if (before === undefined) insert.run(key, rank, count, file, file === null ? NOTHING : null);
    else {
      update.run(rank, count, key);
      if (before !== file) refile.run(file, key);
    }
  });
  for (const key of rows.keys()) {
    remove.run(key);
    (changed as Set<string>).delete(key);
  }
}
