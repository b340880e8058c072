// The rows of the cache's tables as values, and how they become cards and series.

import type { DatabaseSync } from 'node:sqlite';
import type { Card, Series } from '../library/card.ts';
import { seriesOf } from '../library/library.ts';
import type { SeriesFields } from '../library/matter-fields.ts';

/** What is needed to say whether a file is as it was. */
export interface FileState {
  readonly id: number;
  readonly path: string;
  readonly series: string;
  readonly stamp: string | null;
  readonly sure: number | null;
}

export interface FileRow extends FileState {
  readonly article: string;
  readonly slug: string;
  readonly place: number | null;
  readonly hash: string | null;
  readonly card: string | null;
}

export interface SeriesRow {
  readonly key: string;
  readonly count: number;
  readonly file: string | null;
  readonly stamp: string | null;
  readonly sure: number | null;
  readonly fields: string;
  readonly by_name: number;
  readonly placed: number;
}

export const FILE = 'id, path, series, stamp, sure, article, slug, place, hash, card';

/** A row holds what this program would never have written. */
export class DamagedStore extends Error {}

export function selectFiles(
  db: DatabaseSync,
  where: string,
  ...values: readonly (string | number)[]
): FileRow[] {
  return db
    .prepare(`SELECT ${FILE} FROM files WHERE ${where}`)
    .all(...values) as unknown as FileRow[];
}

export function selectSeries(db: DatabaseSync, key: string): SeriesRow | undefined {
  return db.prepare('SELECT * FROM series WHERE key = ?').get(key) as SeriesRow | undefined;
}

/** All series, in the library's order. */
export function selectAllSeries(db: DatabaseSync): SeriesRow[] {
  return db.prepare('SELECT * FROM series ORDER BY rank').all() as unknown as SeriesRow[];
}

/** What `series.yaml` says, as it was kept. */
export function fieldsOf(row: SeriesRow): SeriesFields {
  return parsed(row.fields) as SeriesFields;
}

export function seriesFrom(row: SeriesRow): Series {
  return seriesOf(row.key, fieldsOf(row), row.count);
}

/** The card of an article whose row is up to date; the language is its series' where it has none. */
export function cardFrom(row: FileRow, fields: SeriesFields): Card {
  const { lang, ...own } = parsed(row.card) as Card;
  const language = lang ?? fields.lang;
  return {
    ...own,
    id: row.article,
    slug: row.slug,
    series: row.series,
    number: row.place ?? 0,
    path: row.path,
    ...(language === undefined ? {} : { lang: language }),
  };
}

function parsed(json: string | null): object {
  try {
    const value: unknown = JSON.parse(json ?? '');
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // Said below.
  }
  throw new DamagedStore('a row of the cache is no JSON');
}
