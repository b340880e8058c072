// Brings articles in the cache up to date with their files: cards, and the stems of their words.

import { hash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { type Article, readArticle, readArticleQuickly } from '../library/article.ts';
import { readArticleFile } from '../library/article-file.ts';
import type { FileName } from '../library/slug.ts';
import { fieldsOf, selectSeries } from './rows.ts';
import { stampOf } from './stamp.ts';
import { writing } from './store.ts';
import {
  type ArticleTerms,
  newVocabulary,
  termsOf,
  type Vocabulary,
  type WordRow,
} from './terms.ts';

/** Articles that are read before they are written in one transaction; what an interruption can cost. */
const BATCH = 2000;
/** Articles between two reports, and two chances for others to do something. */
const STRIDE = 100;

interface KnownFile {
  readonly id: number;
  readonly path: string;
  readonly article: string;
  readonly slug: string;
  readonly series: string;
  readonly name: string;
  readonly hash: string | null;
}

/** A file as it was read; without an article where its bytes are the known ones. */
interface ReadFile {
  readonly known: KnownFile;
  readonly stamp: number | undefined;
  readonly hash: string;
  readonly fresh?: { readonly article: Article; readonly terms: ArticleTerms };
}

/** Reads the files of some rows again and writes what has changed. */
export async function repairFiles(
  db: DatabaseSync,
  ids: readonly number[],
  onProgress?: (done: number, total: number) => void,
): Promise<void> {
  const select = db.prepare(
    'SELECT id, path, article, slug, series, name, hash FROM files WHERE id = ?',
  );
  const langs = new Map<string, string | undefined>();
  const vocabulary = newVocabulary();
  let batch: ReadFile[] = [];
  for (const [index, id] of ids.entries()) {
    const known = select.get(id) as KnownFile | undefined;
    if (known) batch.push(await readFile(db, known, langs, vocabulary));
    if (batch.length >= BATCH) {
      writeFiles(db, batch, vocabulary.fresh.splice(0));
      batch = [];
    }
    if ((index + 1) % STRIDE === 0) {
      onProgress?.(index + 1, ids.length);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  writeFiles(db, batch, vocabulary.fresh.splice(0));
  if (ids.length >= STRIDE) onProgress?.(ids.length, ids.length);
}

async function readFile(
  db: DatabaseSync,
  known: KnownFile,
  langs: Map<string, string | undefined>,
  vocabulary: Vocabulary,
): Promise<ReadFile> {
  const stamp = stampOf(known.path);
  const file = readArticleFile(known.path);
  // A file that can't be read is an article without words, and known by the reason.
  const digest = file.kind === 'text' ? hash('sha1', file.bytes, 'base64') : file.kind;
  if (digest === known.hash) return { known, stamp, hash: digest };
  const name = JSON.parse(known.name) as FileName;
  const text = file.kind === 'text' ? file.text : '';
  const article = readArticleQuickly(text, name.file) ?? (await readArticle(text, name.file));
  if (!langs.has(known.series)) {
    const row = selectSeries(db, known.series);
    langs.set(known.series, row && fieldsOf(row).lang);
  }
  const lang = article.fields.lang ?? langs.get(known.series);
  return {
    known,
    stamp,
    hash: digest,
    fresh: { article, terms: termsOf(article, lang, vocabulary) },
  };
}

function writeFiles(db: DatabaseSync, files: readonly ReadFile[], words: readonly WordRow[]): void {
  if (files.length === 0) return;
  writing(db, () => {
    const exists = db.prepare(
      'SELECT series, name, date, card IS NULL AS unread FROM files WHERE id = ? AND path = ?',
    );
    const confirm = db.prepare('UPDATE files SET stamp = ? WHERE id = ? AND hash = ?');
    const update = db.prepare(
      'UPDATE files SET stamp = ?, hash = ?, date = ?, card = ? WHERE id = ?',
    );
    const remove = db.prepare('DELETE FROM texts WHERE rowid = ?');
    const insert = db.prepare(
      'INSERT INTO texts (rowid, title, summary, tags, authors, body) VALUES (?, ?, ?, ?, ?, ?)',
    );
    const forget = db.prepare('DELETE FROM documents WHERE file = ?');
    const unplace = db.prepare('UPDATE series SET placed = 0 WHERE key = ? AND by_name = 0');
    const addWord = db.prepare('INSERT OR IGNORE INTO words VALUES (?, ?, ?, ?)');
    for (const { known, stamp, hash: digest, fresh } of files) {
      const now = exists.get(known.id, known.path) as
        | { readonly date: string | null; readonly unread: number }
        | undefined;
      if (!now) continue;
      if (!fresh) {
        confirm.run(stamp ?? null, known.id, digest);
        continue;
      }
      const { article, terms } = fresh;
      const name = JSON.parse(known.name) as FileName;
      const date = article.fields.date ?? name.date ?? null;
      if (now.unread === 1 || now.date !== date) unplace.run(known.series);
      update.run(stamp ?? null, digest, date, cardJson(known, article, date), known.id);
      if (now.unread === 0) {
        remove.run(known.id);
        forget.run(known.id);
      }
      insert.run(known.id, terms.title, terms.summary, terms.tags, terms.authors, terms.body);
    }
    for (const { form, word, term, reversed } of words) addWord.run(form, word, term, reversed);
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
