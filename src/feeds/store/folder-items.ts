// The article files of a followed folder: which items they are, where nothing else remembers it.

import { basename, join } from 'node:path';
import { readArticleFile } from '../../library/article/article-file.ts';
import { matterValues } from '../../library/write/article-text.ts';
import { digestOf } from '../items/digest.ts';
import { plainAddress, plainGuid } from '../items/identity.ts';
import type { KnownItem } from '../items/merge.ts';

/** Items for those of `files` that `known` has not, from the front matter of each. */
export function itemsOfFiles(
  folder: string,
  files: readonly string[],
  known: readonly KnownItem[],
  today: string,
): KnownItem[] {
  const names = new Set(known.map(({ file }) => file));
  return files
    .filter((file) => !names.has(file))
    .flatMap((file) => itemOfFile(folder, file, today) ?? []);
}

function itemOfFile(folder: string, file: string, today: string): KnownItem | undefined {
  const read = readArticleFile(join(folder, basename(file)), 16 * 1024 * 1024);
  if (read.kind !== 'text') return undefined;
  const { guid, source, date, title } = matterValues(read.text, [
    'guid',
    'source',
    'date',
    'title',
  ]);
  return {
    file,
    seen: date && /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : today,
    ...(guid === undefined ? {} : { guid: plainGuid(guid) }),
    ...(source === undefined ? {} : { link: plainAddress(source) }),
    title: digestOf(title ?? ''),
  };
}
