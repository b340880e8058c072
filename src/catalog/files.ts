// Brings articles in the cache up to date with their files: cards, and with an indexer their texts.

import type { DatabaseSync } from 'node:sqlite';
import { type Article, readArticle, readArticleQuickly } from '../library/article.ts';
import { readArticleFile, SIZE_LIMIT } from '../library/article-file.ts';
import type { FileName } from '../library/slug.ts';
import { digestOf } from './digest.ts';
import { type Stamped, writeStamps } from './manifests.ts';
import { stampOf } from './stamp.ts';
import { writing } from './store.ts';

/** Articles that are read before they are written in one transaction; what an interruption can cost. */
const BATCH = 2000;
/** Articles between two reports, and two chances for others to do something. */
const STRIDE = 100;
/** Bytes of a file that is read without memory of its own: touching new memory took longer than reading. */
const ROOM = 256 * 1024;

export interface KnownFile {
  readonly id: number;
  readonly path: string;
  readonly article: string;
  readonly slug: string;
  readonly series: string;
  readonly name: string;
  readonly hash: string | null;
  readonly indexed: string | null;
}

/** Makes terms of articles and writes them, with what goes by their files' rows. */
export interface Indexer<Terms> {
  readonly termsOf: (article: Article, series: string) => Terms;
  /** Belongs inside of a transaction; `again` where the index has an earlier text of the file. */
  readonly write: (file: number, terms: Terms, again: boolean) => void;
  /** Belongs at the end of the same transaction. */
  readonly end: () => void;
}

/** A file as it was read; without a card where its bytes are the known ones. */
interface ReadFile<Terms> {
  readonly known: KnownFile;
  readonly stamp: number | undefined;
  readonly hash: string;
  readonly fresh?: { readonly card: string; readonly date: string | null };
  readonly terms?: Terms;
}

/** What the row of a file says when it is about to be written. */
interface WrittenFile {
  readonly id: number;
  readonly path: string;
  readonly date: string | null;
  readonly unread: number;
  readonly indexed: string | null;
}

/** Reads some files again and writes what has changed. */
export async function repairFiles<Terms>(
  db: DatabaseSync,
  ids: readonly number[],
  onProgress?: (done: number, total: number) => void,
  indexer?: Indexer<Terms>,
): Promise<void> {
  const room = Buffer.allocUnsafeSlow(ids.length > 1 ? ROOM : 0);
  let batch: ReadFile<Terms>[] = [];
  for (let at = 0; at < ids.length; at += STRIDE) {
    const columns = 'id, path, article, slug, series, name, hash, indexed';
    for (const known of selectByIds<KnownFile>(db, columns, ids.slice(at, at + STRIDE))) {
      batch.push(await readFile(known, room, indexer));
    }
    if (batch.length >= BATCH) {
      writeFiles(db, batch, indexer);
      batch = [];
    }
    if (at + STRIDE <= ids.length) {
      onProgress?.(at + STRIDE, ids.length);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  writeFiles(db, batch, indexer);
  if (ids.length >= STRIDE) onProgress?.(ids.length, ids.length);
}

/** Rows of `files`; all at once, since one by one each takes ten times as long. */
function selectByIds<Row>(db: DatabaseSync, columns: string, ids: readonly number[]): Row[] {
  return db
    .prepare(`SELECT ${columns} FROM files WHERE id IN (SELECT value FROM json_each(?))`)
    .all(JSON.stringify(ids)) as unknown as Row[];
}

/** What is made of a file is text on its own: the article would hold on to all it was made from. */
async function readFile<Terms>(
  known: KnownFile,
  room: Buffer,
  indexer: Indexer<Terms> | undefined,
): Promise<ReadFile<Terms>> {
  const stamp = stampOf(known.path);
  const file = readArticleFile(known.path, SIZE_LIMIT, room);
  // A file that can't be read is an article without words, and known by the reason.
  const hash = file.kind === 'text' ? digestOf(file.bytes) : file.kind;
  const isKnown = hash === known.hash;
  if (isKnown && (!indexer || hash === known.indexed)) return { known, stamp, hash };
  const { file: name, date } = JSON.parse(known.name) as FileName;
  const text = file.kind === 'text' ? file.text : '';
  const article = readArticleQuickly(text, name) ?? (await readArticle(text, name));
  const terms = indexer?.termsOf(article, known.series);
  const day = article.fields.date ?? date ?? null;
  return {
    known,
    stamp,
    hash,
    ...(terms === undefined ? {} : { terms }),
    ...(isKnown ? {} : { fresh: { card: cardJson(known, article, day), date: day } }),
  };
}

function writeFiles<Terms>(
  db: DatabaseSync,
  files: readonly ReadFile<Terms>[],
  indexer: Indexer<Terms> | undefined,
): void {
  if (files.length === 0) return;
  writing(db, () => {
    const ids = files.map(({ known }) => known.id);
    const columns = 'id, path, date, card IS NULL AS unread, indexed';
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
        if (now.unread === 1 || now.date !== fresh.date) unplace.run(known.series);
        update.run(stamp, hash, fresh.date, fresh.card, known.id);
        if (now.unread === 0) forget.run(known.id);
        stamped.push({ ...known, stamp });
      } else if (confirm.run(stamp, known.id, hash).changes > 0) stamped.push({ ...known, stamp });
      if (terms === undefined) continue;
      indexer?.write(known.id, terms, now.indexed !== null);
      index.run(hash, known.id);
    }
    indexer?.end();
    writeStamps(db, stamped);
  });
}

/** A card without what hangs on other files: its number, and a language from its series. */
function cardJson(known: KnownFile, article: Article, date: string | null): string {
  const { fields, title, titleFrom, words, minutes } = article;
  const { article: id, slug, series, path } = known;
  return JSON.stringify({
    id,
    slug,
    series,
    path,
    ...fields,
    ...(date === null ? {} : { date }),
    title,
    titleFrom,
    words,
    minutes,
  });
}
