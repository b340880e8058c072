// Says whether what the cache holds is what the folders hold. Looks only where an answer depends on it:
// a folder's stamp tells of files that came, went or were renamed, a file's stamp of its text.

import type { DatabaseSync } from 'node:sqlite';
import { type FolderPlace, listFolder, rootPlace } from '../../library/series/folder.ts';
import { staleFiles } from './manifests.ts';
import type { FileRow, FileState, SeriesRow } from './rows.ts';
import { UNINDEXED } from './schema.ts';
import { stampOf } from './stamp.ts';

/** What has to be read again before an answer can be given; the first that is not empty comes first. */
export interface Stale {
  readonly names?: true;
  readonly series?: readonly string[];
  /** Files, and whether the index must have their texts too. */
  readonly files?: readonly number[];
  readonly texts?: readonly number[];
  readonly places?: readonly string[];
}

/** Thrown out of an answer that would not be true. */
export class StaleAnswer {
  readonly stale: Stale;

  constructor(stale: Stale) {
    this.stale = stale;
  }
}

/** What has been found to hold already, so that nothing is looked at twice. */
export interface Confirmed {
  names: boolean;
  allFiles: boolean;
  readonly series: Set<string>;
  readonly files: Set<number>;
}

export function nothingConfirmed(): Confirmed {
  return { names: false, allFiles: false, series: new Set(), files: new Set() };
}

interface FolderRow {
  readonly position: number;
  readonly path: string;
  readonly root: number;
  readonly place: string;
  readonly stamp: number | null;
  readonly links: number;
}

/** Throws StaleAnswer unless each root and folder is as it was listed. */
export function checkNames(db: DatabaseSync, roots: readonly string[], confirmed: Confirmed): void {
  if (confirmed.names) return;
  const known = new Map<number, FolderPlace>();
  const rows = db
    .prepare('SELECT position, path, root, place, stamp, links FROM folders ORDER BY position')
    .all() as unknown as FolderRow[];
  for (const row of rows) {
    let root = known.get(row.root);
    const isRoot = root === undefined;
    const place = isRoot || row.links === 1 ? (JSON.parse(row.place) as FolderPlace) : undefined;
    if (!root && place) {
      const now = rootPlace(roots[row.root] ?? '');
      if (!now || now.real !== place.real) throw new StaleAnswer({ names: true });
      root = place;
      known.set(row.root, root);
    }
    const same = row.stamp !== null && stampOf(row.path) === row.stamp;
    // What a link leads to changes without the folder: such a folder is listed again each time.
    const listed =
      place && row.links === 1 ? listFolder(place, isRoot ? place : (root ?? place)) : undefined;
    if (!same || (listed && JSON.stringify(listed) !== listingOf(db, row))) {
      throw new StaleAnswer({ names: true });
    }
  }
  roots.forEach((path, index) => {
    if (!known.has(index) && rootPlace(path)) throw new StaleAnswer({ names: true });
  });
  confirmed.names = true;
}

// Listings are long, and hardly any folder needs its own.
function listingOf(db: DatabaseSync, { position }: FolderRow): unknown {
  return db.prepare('SELECT listing FROM folders WHERE position = ?').get(position)?.['listing'];
}

/** Throws StaleAnswer unless each series' `series.yaml` is as it was read. */
export function checkSeries(rows: readonly SeriesRow[], confirmed: Confirmed): void {
  const stale: string[] = [];
  for (const { key, file, stamp } of rows) {
    if (confirmed.series.has(key)) continue;
    if (stamp === null || (file !== null && stampOf(file) !== stamp)) stale.push(key);
    else confirmed.series.add(key);
  }
  if (stale.length > 0) throw new StaleAnswer({ series: stale });
}

/** Throws StaleAnswer unless each file is as it was read. */
export function checkFiles(rows: Iterable<FileState>, confirmed: Confirmed): void {
  const stale: number[] = [];
  for (const { id, path, stamp } of rows) {
    if (confirmed.allFiles || confirmed.files.has(id)) continue;
    if (stamp === null || stampOf(path) !== stamp) stale.push(id);
    else confirmed.files.add(id);
  }
  if (stale.length > 0) throw new StaleAnswer({ files: stale });
}

export function checkAllFiles(db: DatabaseSync, confirmed: Confirmed): void {
  if (confirmed.allFiles) return;
  const stale = staleFiles(db).filter((id) => !confirmed.files.has(id));
  if (stale.length > 0) throw new StaleAnswer({ files: stale });
  confirmed.allFiles = true;
}

/** Throws StaleAnswer unless all files are as they were read, and the index has their texts. */
export function checkAllTexts(db: DatabaseSync, confirmed: Confirmed): void {
  const stale = confirmed.allFiles ? [] : staleFiles(db).filter((id) => !confirmed.files.has(id));
  const missing = db.prepare(`SELECT id FROM files WHERE ${UNINDEXED}`).all();
  const ids = new Set([...stale, ...missing.map((row) => row['id'] as number)]);
  if (ids.size > 0) throw new StaleAnswer({ texts: [...ids].sort((a, b) => a - b) });
  confirmed.allFiles = true;
}

export function checkTexts(rows: readonly FileRow[], confirmed: Confirmed): void {
  try {
    checkFiles(rows, confirmed);
  } catch (error) {
    if (!(error instanceof StaleAnswer)) throw error;
    throw new StaleAnswer({ texts: error.stale.files ?? [] });
  }
  const missing = rows.filter(({ hash, indexed }) => hash === null || indexed !== hash);
  if (missing.length > 0) throw new StaleAnswer({ texts: missing.map(({ id }) => id) });
}
