// The cache's tables. A change here is a new version; caches of other versions are left alone and expire.

/** Raised whenever what is written into the tables changes while the tables stay as they are. */
const REVISION = 6;

/** Which rows of `files` the full-text index does not have as they are. */
export const UNINDEXED = 'indexed IS NOT hash OR hash IS NULL';

/**
 * A `stamp` is null where the thing must be looked at in any case.
 *
 * - `folders`: each folder below the roots as it was listed, and its stamp. A root's row comes first.
 * - `series`: what orders and names a series; `by_name` where its order follows from file names alone,
 *   `placed` where `files.place` holds.
 * - `files`: one row an article. Names are known as soon as the folders are listed; `card` and all that
 *   comes from the text once it was read (`hash` is null before). `indexed` is the hash of the text that
 *   `texts` has the terms of, null where it has none of the file's.
 * - `manifests`: ids and stamps of `files` again, a folder at a time.
 * - `documents`: parsed articles, by the hash of their bytes; of a long one what its `parts` are, which lie
 *   in rows of their own (bytes: a reader decodes only those it needs).
 * - `texts`: stems of all words. FTS5 keeps a copy of them: without one (contentless_delete), deleting
 *   leaves the totals as they were (3.53), and ranks would differ from those of a fresh index.
 * - `words`: every word with its stem, and, for German, the stem backwards, so that compounds are found by
 *   their ends.
 */
export const SCHEMA = `
CREATE TABLE folders (
  position INTEGER PRIMARY KEY, path TEXT, root INTEGER, place TEXT, listing TEXT,
  stamp INTEGER, links INTEGER
);
CREATE TABLE series (
  key TEXT PRIMARY KEY, rank INTEGER, count INTEGER, file TEXT, stamp INTEGER,
  fields TEXT, by_name INTEGER, placed INTEGER
) WITHOUT ROWID;
CREATE TABLE files (
  id INTEGER PRIMARY KEY, path TEXT NOT NULL, article TEXT NOT NULL, slug TEXT, series TEXT,
  name TEXT, folded_slug TEXT, folded_id TEXT, stamp INTEGER, hash TEXT,
  place INTEGER, date TEXT, card TEXT, indexed TEXT
);
CREATE INDEX files_article ON files (article);
CREATE INDEX files_series ON files (series, place);
CREATE INDEX files_slug ON files (folded_slug);
CREATE INDEX files_id ON files (folded_id);
CREATE INDEX files_unindexed ON files (id) WHERE ${UNINDEXED};
CREATE TABLE manifests (id INTEGER PRIMARY KEY, folder TEXT, names TEXT, numbers BLOB);
CREATE INDEX manifests_folder ON manifests (folder);
CREATE TABLE documents (file INTEGER PRIMARY KEY, hash TEXT, version TEXT, json TEXT);
CREATE TABLE parts (file INTEGER, part INTEGER, json BLOB);
CREATE UNIQUE INDEX parts_part ON parts (file, part);
CREATE TRIGGER documents_gone AFTER DELETE ON documents BEGIN
  DELETE FROM parts WHERE file = old.file;
END;
CREATE VIRTUAL TABLE texts USING fts5(
  title, summary, tags, authors, body,
  tokenize="ascii tokenchars '_'"
);
INSERT INTO texts (texts, rank) VALUES ('hashsize', 33554432);
INSERT INTO texts (texts, rank) VALUES ('rank', 'bm25(10.0, 4.0, 6.0, 3.0, 1.0)');
CREATE TABLE words (
  form TEXT, word TEXT, term TEXT, reversed TEXT, PRIMARY KEY (form, word, term)
) WITHOUT ROWID;
CREATE INDEX words_term ON words (term);
CREATE INDEX words_reversed ON words (reversed, term) WHERE reversed IS NOT NULL;
`;

/** Changes with the tables by itself: a cache of other tables is never taken for one of these. */
export const SCHEMA_VERSION = versionOf(`${REVISION} ${SCHEMA}`);

/** A number of 31 bits from a text (FNV-1a), as SQLite's user_version holds it. */
function versionOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash & 0x7fffffff;
}
