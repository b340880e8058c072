// The catalog's answers about cards, each from rows that were found to agree with the folders first.

import type { DatabaseSync } from 'node:sqlite';
import type {
  Card,
  ListFilter,
  Neighbours,
  Resolution,
  Series,
} from '../../library/article/card.ts';
import { fold } from '../../library/query/fold.ts';
import { resolve } from '../../library/query/query.ts';
import { compareText } from '../../library/series/order.ts';
import {
  cardFrom,
  type FileRow,
  type FileState,
  fieldsOf,
  type SeriesRow,
  selectAllCards,
  selectAllSeries,
  selectFiles,
  selectSeries,
  seriesFrom,
} from './rows.ts';

/** A look at one snapshot of the cache. Each function throws StaleAnswer where rows are out of date. */
export interface Snapshot {
  readonly db: DatabaseSync;
  readonly names: () => void;
  readonly series: (rows: readonly SeriesRow[]) => void;
  readonly files: (rows: Iterable<FileState>) => void;
  readonly allFiles: () => void;
  /** The same, and their texts in the index. */
  readonly texts: (rows: readonly FileRow[]) => void;
  readonly allTexts: () => void;
  /** The order of some series, whose `series.yaml` is looked at already. */
  readonly places: (rows: readonly SeriesRow[]) => void;
}

/** The cards of some rows, after looking at all that they depend on. */
export function cardsFrom(snapshot: Snapshot, files: readonly FileRow[]): Card[] {
  const keys = [...new Set(files.map(({ series }) => series))];
  const rows = keys.flatMap((key) => selectSeries(snapshot.db, key) ?? []);
  snapshot.series(rows);
  snapshot.files(files);
  snapshot.places(rows);
  const fields = new Map(rows.map((row) => [row.key, fieldsOf(row)]));
  return files.map((file) => cardFrom(file, fields.get(file.series) ?? {}));
}

export function answerCard(snapshot: Snapshot, id: string): Card | undefined {
  snapshot.names();
  return cardsFrom(snapshot, selectFiles(snapshot.db, 'article = ?', id))[0];
}

export function answerSeries(snapshot: Snapshot): Series[] {
  snapshot.names();
  const rows = selectAllSeries(snapshot.db);
  snapshot.series(rows);
  return rows.map(seriesFrom);
}

/** A text that is another one whenever a file or folder came or went. Looks at folders alone. */
export function answerFolders(snapshot: Snapshot): string {
  snapshot.names();
  // What a link leads to changes without its folder's stamp.
  const all = `SELECT group_concat(path || ' ' || ifnull(stamp, '') || iif(links, listing, ''), '\n') AS all_of_them
    FROM (SELECT * FROM folders ORDER BY position)`;
  return String(snapshot.db.prepare(all).get()?.['all_of_them']);
}

export function allCards(snapshot: Snapshot): Card[] {
  allFiles(snapshot);
  const rows = selectAllSeries(snapshot.db);
  snapshot.places(rows);
  return selectAllCards(snapshot.db, rows);
}

export function allFiles(snapshot: Snapshot): void {
  snapshot.names();
  snapshot.series(selectAllSeries(snapshot.db));
  snapshot.allFiles();
}

export function answerFind(snapshot: Snapshot, query: string): Resolution {
  snapshot.names();
  const folded = fold(query.trim());
  // Ids and slugs come first among the rules, and hang on names alone.
  const where = 'folded_slug = ? OR folded_id = ? ORDER BY id';
  const named = selectFiles(snapshot.db, where, folded, folded);
  if (named.length === 1) return resolve(query, cardsFrom(snapshot, named));
  const place = /^(.+)\/(\d{1,9})$/.exec(query.trim());
  const key = place?.[1];
  if (named.length === 0 && key !== undefined && place?.[2] !== undefined) {
    const row = selectSeries(snapshot.db, key);
    if (row) {
      snapshot.series([row]);
      snapshot.places([row]);
      const [file] = selectFiles(snapshot.db, 'series = ? AND place = ?', key, Number(place[2]));
      const [card] = file ? cardsFrom(snapshot, [file]) : [];
      if (card) return { kind: 'found', card };
    }
  }
  return resolve(query, allCards(snapshot));
}

export function answerList(snapshot: Snapshot, filter: ListFilter): Card[] {
  const { sort = 'series' } = filter;
  const cards = allCards(snapshot).filter((card) => suits(card, filter));
  if (sort === 'date') return cards.sort((a, b) => compareText(b.date ?? '', a.date ?? ''));
  if (sort === 'title') {
    const titles = new Map(cards.map((card) => [card, fold(card.title)]));
    return cards.sort((a, b) => compareText(titles.get(a) ?? '', titles.get(b) ?? ''));
  }
  return cards;
}

/** Whether a card is of a series, has a tag, and is in a language (`de` for `de-AT` too), all folded. */
export function suits(card: Card, { series, tag, lang }: Omit<ListFilter, 'sort'>): boolean {
  if (series !== undefined && !isSeries(card.series, series)) return false;
  if (tag !== undefined && !card.tags.some((own) => fold(own) === fold(tag))) return false;
  if (lang === undefined) return true;
  const own = card.lang?.toLowerCase();
  const wanted = lang.toLowerCase().replaceAll('_', '-');
  return own === wanted || own?.startsWith(`${wanted}-`) === true;
}

function isSeries(own: string, wanted: string): boolean {
  const [key, folded] = [fold(own), fold(wanted.replace(/\/+$/, ''))];
  return key === folded || key.startsWith(`${folded}/`);
}

export function answerNeighbours(snapshot: Snapshot, card: Card): Neighbours {
  snapshot.names();
  const series = selectSeries(snapshot.db, card.series);
  const own = selectFiles(snapshot.db, 'article = ?', card.id)[0];
  if (!series || !own) {
    return { series: { key: card.series, title: card.series, count: 0 } };
  }
  snapshot.series([series]);
  snapshot.places([series]);
  const place = own.place ?? 0;
  const around = selectFiles(
    snapshot.db,
    'series = ? AND place IN (?, ?)',
    card.series,
    place - 1,
    place + 1,
  );
  snapshot.files(around);
  const at = (wanted: number): Card | undefined => {
    const file = around.find((row) => row.place === wanted);
    return file && cardFrom(file, fieldsOf(series));
  };
  const previous = at(place - 1);
  const next = at(place + 1);
  return {
    series: seriesFrom(series),
    ...(previous ? { previous } : {}),
    ...(next ? { next } : {}),
  };
}
