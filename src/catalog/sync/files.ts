// Brings articles in the cache up to date with their files: cards, and with an indexer their texts.

import type { DatabaseSync } from 'node:sqlite';
import { type Stamped, writeStamps } from '../store/manifests.ts';
import { fieldsOf, selectSeries } from '../store/rows.ts';
import { writing } from '../store/store.ts';
import type { ArticleTerms, WordRow } from '../terms/terms.ts';
import type { KnownFile, ReadFile } from './read-file.ts';
import { readFiles } from './read-files.ts';

/** Articles that are read before they are written in one transaction; what an interruption can cost. */
const BATCH = 2000;
/** Articles between two reports, and two chances for others to do something. */
const STRIDE = 100;

/** Writes terms of articles, with what goes by their files' rows; all inside of a transaction. */
export interface Indexer {
  /** `again` where the index has an earlier text of the file. */
  readonly write: (file: number, terms: ArticleTerms, again: boolean) => void;
  readonly writeWords: (words: readonly WordRow[]) => void;
}

/** What the row of a file says when it is about to be written. */
interface WrittenFile {
  readonly id: number;
  readonly path: string;
  readonly date: string | null;
  readonly title: string | null;
  readonly neighbours: string | null;
  readonly unread: number;
  readonly indexed: string | null;
}

export async function repairFiles(
  db: DatabaseSync,
  ids: readonly number[],
  onProgress?: (done: number, total: number) => void,
  indexer?: Indexer,
): Promise<void> {
  let files: ReadFile[] = [];
  let words: WordRow[] = [];
  let done = 0;
  const order = { terms: indexer !== undefined };
  for await (const read of readFiles(knownFiles(db, ids), ids.length, order)) {
    for (const file of read.files) files.push(file);
    // One by one: a single article may have more words than a call may have arguments.
    for (const word of read.words) words.push(word);
    if (files.length >= BATCH) {
      writeFiles(db, files, words, indexer);
      files = [];
      words = [];
    }
    done += STRIDE;
    if (done <= ids.length) onProgress?.(done, ids.length);
  }
  writeFiles(db, files, words, indexer);
  if (ids.length >= STRIDE) onProgress?.(ids.length, ids.length);
}

/** What is known of some files, a stride at a time. */
function* knownFiles(db: DatabaseSync, ids: readonly number[]): Generator<KnownFile[]> {
  const langs = new Map<string, string | undefined>();
  const langOf = (series: string): string | undefined => {
    if (!langs.has(series)) {
      const row = selectSeries(db, series);
      langs.set(series, row && fieldsOf(row).lang);
    }
    return langs.get(series);
  };
  const columns = 'id, path, article, slug, series, name, hash, indexed';
  for (let at = 0; at < ids.length; at += STRIDE) {
    const rows = selectByIds<KnownFile>(db, columns, ids.slice(at, at + STRIDE));
    yield rows.map((row) => ({ ...row, lang: langOf(row.series) }));
  }
}

/** Rows of `files`; all at once, since one by one each takes ten times as long. */
function selectByIds<Row>(db: DatabaseSync, columns: string, ids: readonly number[]): Row[] {
  return db
    .prepare(`SELECT ${columns} FROM files WHERE id IN (SELECT value FROM json_each(?))`)
    .all(JSON.stringify(ids)) as unknown as Row[];
}

/** Whether what orders a series has changed: an article's day, its title, the neighbours it names. */
const isPlacedAnew = (now: WrittenFile, fresh: NonNullable<ReadFile['fresh']>): boolean =>
  now.unread === 1 ||
  now.date !== fresh.date ||
  now.title !== fresh.title ||
  now.neighbours !== fresh.neighbours;

function writeFiles(
  db: DatabaseSync,
  files: readonly ReadFile[],
  words: readonly WordRow[],
  indexer: Indexer | undefined,
): void {
  if (files.length === 0) return;
  writing(db, () => {
    const ids = files.map(({ known }) => known.id);
    const columns = `id, path, date, card IS NULL AS unread, indexed,
      json_extract(card, '$.title') AS title, json_extract(card, '$.neighbours') AS neighbours`;
    const rows = new Map(selectByIds<WrittenFile>(db, columns, ids).map((row) => [row.id, row]));
    const confirm = db.prepare('UPDATE files SET stamp = ? WHERE id = ? AND hash = ?');
    const update = db.prepare(
      'UPDATE files SET stamp = ?, hash = ?, date = ?, card = ? WHERE id = ?',
    );
    const index = db.prepare('UPDATE files SET indexed = ? WHERE id = ?');
    const forget = db.prepare('DELETE FROM documents WHERE file = ?');
    const unplace = db.prepare('UPDATE series SET placed = 0 WHERE key = ? AND by_name = 0');
    const stamped: Stamped[] = [];
    for (const { known, stamp = null, hash, fresh, terms } of files) {
      const now = rows.get(known.id);
      if (now?.path !== known.path) continue;
      if (fresh) {
        if (isPlacedAnew(now, fresh)) unplace.run(known.series);
        update.run(stamp, hash, fresh.date, fresh.card, known.id);
        if (now.unread === 0) forget.run(known.id);
        stamped.push({ ...known, stamp });
      } else if (confirm.run(stamp, known.id, hash).changes > 0) stamped.push({ ...known, stamp });
      if (terms === undefined) continue;
      indexer?.write(known.id, terms, now.indexed !== null);
      index.run(hash, known.id);
    }
    indexer?.writeWords(words);
    writeStamps(db, stamped);
  });
}
