// The rows of the cache's tables as values, and how they become cards and series.

import type { DatabaseSync } from 'node:sqlite';
import type { Card, Series } from '../library/card.ts';
import { seriesOf } from '../library/library.ts';
import type { SeriesFields } from '../library/matter-fields.ts';

/** What is needed to say whether a file is as it was. */
export interface FileState {
  readonly id: number;
  readonly path: string;
  readonly stamp: number | null;
}

export interface FileRow extends FileState {
  readonly series: string;
  readonly article: string;
  readonly place: number | null;
  readonly hash: string | null;
  readonly indexed: string | null;
  readonly card: string | null;
}

export interface SeriesRow {
  readonly key: string;
  readonly count: number;
  readonly file: string | null;
  readonly stamp: number | null;
  readonly fields: string;
  readonly by_name: number;
  readonly placed: number;
}

export const FILE = 'id, path, series, stamp, article, place, hash, indexed, card';

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
  return placed(parsed(row.card) as Card, row.place, fields);
}

/** All cards in the library's order. They are made in one go: row by row takes twice as long. */
export function selectAllCards(db: DatabaseSync, series: readonly SeriesRow[]): Card[] {
  const fields = new Map(series.map((row) => [row.key, fieldsOf(row)]));
  const row = db
    .prepare(`SELECT '[' || group_concat(card, ',' ORDER BY rank, place) || ']' AS cards,
      '[' || group_concat(place, ',' ORDER BY rank, place) || ']' AS places
      FROM files JOIN series ON series.key = files.series`)
    .get() as { readonly cards: string | null; readonly places: string | null };
  const cards = parsed(row.cards ?? '[]') as readonly Card[];
  const places = parsed(row.places ?? '[]') as readonly number[];
  return cards.map((card, index) =>
    placed(card, places[index] ?? null, fields.get(card.series) ?? {}),
  );
}

/** A card is kept without what hangs on other files. */
function placed(card: Card, place: number | null, { lang }: SeriesFields): Card {
  return {
    ...card,
    number: place ?? 0,
    ...(card.lang === undefined && lang !== undefined ? { lang } : {}),
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
