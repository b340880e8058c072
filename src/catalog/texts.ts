// Brings the full-text index up to date with the articles' files. Only a search needs it, and what it takes.

import type { DatabaseSync } from 'node:sqlite';
import { type Indexer, repairFiles } from './files.ts';
import { fieldsOf, selectSeries } from './rows.ts';
import { type ArticleTerms, newVocabulary, termsOf } from './terms.ts';

/** Reads some files again and writes what has changed, in the index too. */
export async function repairTexts(
  db: DatabaseSync,
  ids: readonly number[],
  onProgress?: (done: number, total: number) => void,
): Promise<void> {
  await repairFiles(db, ids, onProgress, indexerOf(db));
}

function indexerOf(db: DatabaseSync): Indexer<ArticleTerms> {
  const langs = new Map<string, string | undefined>();
  const vocabulary = newVocabulary();
  const remove = db.prepare('DELETE FROM texts WHERE rowid = ?');
  const insert = db.prepare(
    'INSERT INTO texts (rowid, title, summary, tags, authors, body) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const addWord = db.prepare('INSERT OR IGNORE INTO words VALUES (?, ?, ?, ?)');
  return {
    termsOf: (article, series) => {
      if (!langs.has(series)) {
        const row = selectSeries(db, series);
        langs.set(series, row && fieldsOf(row).lang);
      }
      return termsOf(article, article.fields.lang ?? langs.get(series), vocabulary);
    },
    write: (file, { title, summary, tags, authors, body }, again) => {
      if (again) remove.run(file);
      insert.run(file, title, summary, tags, authors, body);
    },
    end: () => {
      for (const { form, word, term, reversed } of vocabulary.fresh.splice(0)) {
        addWord.run(form, word, term, reversed);
      }
    },
  };
}
