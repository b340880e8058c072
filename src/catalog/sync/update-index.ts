// Brings the full-text index up to date with the articles' files. Only a search needs it, and what it takes.

import type { DatabaseSync } from 'node:sqlite';
import { type Indexer, repairFiles } from './files.ts';

/** Reads some files again and writes what has changed, in the index too. */
export async function repairTexts(
  db: DatabaseSync,
  ids: readonly number[],
  onProgress?: (done: number, total: number) => void,
): Promise<void> {
  await repairFiles(db, ids, onProgress, indexerOf(db));
}

function indexerOf(db: DatabaseSync): Indexer {
  const remove = db.prepare('DELETE FROM texts WHERE rowid = ?');
  const insert = db.prepare(
    'INSERT INTO texts (rowid, title, summary, tags, authors, body) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const addWord = db.prepare('INSERT OR IGNORE INTO words VALUES (?, ?, ?, ?)');
  return {
    write: (file, { title, summary, tags, authors, body }, again) => {
      if (again) remove.run(file);
      insert.run(file, title, summary, tags, authors, body);
    },
    writeWords: (words) => {
      for (const { form, word, term, reversed } of words) addWord.run(form, word, term, reversed);
    },
  };
}
