// The rows of the cache's tables as values, and how they become cards and series.

import type { DatabaseSync } from 'node:sqlite';
import type { Card, Series } from '../../library/article/card.ts';
import type { SeriesFields } from '../../library/article/matter-fields.ts';
import { seriesOf } from '../../library/library.ts';

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
  return placed(parsed(row.card) as Card, row.place ?? 0, fields);
}

/** Cards that are made in one go: row by row takes longer, and so does one text of them all. */
const TOGETHER = 256;

/** All cards in the library's order, that of `series` and then of places. */
export function selectAllCards(db: DatabaseSync, series: readonly SeriesRow[]): Card[] {
  const select = db.prepare(`SELECT max(id) AS last, '[' || group_concat(card) || ']' AS cards,
      '[' || group_concat(ifnull(place, 0)) || ']' AS places
      FROM (SELECT id, card, place FROM files WHERE id > ? AND card IS NOT NULL ORDER BY id LIMIT ${TOGETHER})`);
  const bySeries = new Map(
    series.map((row) => [row.key, { fields: fieldsOf(row), cards: [] as Card[] }]),
  );
  for (let last = 0; ; ) {
    const row = select.get(last) as {
      readonly last: number | null;
      readonly cards: string;
      readonly places: string;
    };
    if (row.last === null) break;
    last = row.last;
    const cards = parsed(row.cards) as readonly Card[];
    const places = parsed(row.places) as readonly number[];
    cards.forEach((card, index) => {
      const own = bySeries.get(card.series);
      own?.cards.push(placed(card, places[index] ?? 0, own.fields));
    });
  }
  return [...bySeries.values()].flatMap(({ cards }) => cards.sort((a, b) => a.number - b.number));
}

/** A card is kept without what hangs on other files; `card` was made for this, and is completed in place. */
function placed(
  card: { number?: number; lang?: string } & Omit<Card, 'number' | 'lang'>,
  place: number,
  { lang }: SeriesFields,
): Card {
  card.number = place;
  if (card.lang === undefined && lang !== undefined) card.lang = lang;
  return card as Card;
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
