// Takes away what a series keeps no longer.

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readArticleFile } from '../../library/article/article-file.ts';
import { isArticleName, parseFileName } from '../../library/article/slug.ts';
import { isAsWritten } from '../../library/write/article-text.ts';
import { beyond, keepOf } from '../items/filters.ts';
import type { Followed } from '../store/followed.ts';

/** Removes files beyond `keep` that are read (`mayGo`) and as the feed gave them; says how many. */
export function prune(
  { key, folder, fields }: Followed,
  names: readonly string[],
  mayGo: (id: string) => boolean,
  today: string,
): number {
  const keep = fields.keep === undefined ? undefined : keepOf(fields.keep);
  if (!keep) return 0;
  const files = names
    .filter(isArticleName)
    .map(parseFileName)
    .flatMap(({ file, slug, date }) => (date === undefined ? [] : [{ file, slug, date }]))
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
  let gone = 0;
  for (const { file, slug } of beyond(files, keep, today)) {
    if (!mayGo(`${key}/${slug}`)) continue;
    const path = join(folder, file);
    const read = readArticleFile(path);
    // What the reader has written into is the reader's.
    if (read.kind !== 'text' || !isAsWritten(read.text)) continue;
    rmSync(path, { force: true });
    gone++;
  }
  return gone;
}
