// What was removed from the folder of a feed, kept in the folder itself, so that it comes back on no machine
// that shares it: a hidden file a machine, a line an article, so that no two ever write the same file.

import { appendFileSync, readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { namesIn } from '../../folder.ts';
import { writeWhole } from './whole-file.ts';

/** What names the item that an article was: the feed's own name for it, and its address. */
export interface RemovedItem {
  readonly guid?: string | undefined;
  readonly source?: string | undefined;
}

/** Lines that are kept of one machine; items older than these are in no feed any more. */
const MOST = 5_000;
const NAME = /^\.removed\..+\.tsv$/;

const ownFile = (folder: string): string =>
  join(
    folder,
    `.removed.${
      hostname()
        .replace(/[^\w-]+/g, '-')
        .slice(0, 60) || 'here'
    }.tsv`,
  );

const lineOf = ({ guid = '', source = '' }: RemovedItem): string =>
  `${guid.replace(/\s+/g, ' ')}\t${source.replace(/\s+/g, '')}`;

/** Whether a name in a folder is of such a file. */
export const isRemovedFile = (name: string): boolean => NAME.test(name);

/** All that was removed from a folder, by any machine. Never throws. */
export function removedIn(
  folder: string,
  names: readonly string[] = namesIn(folder),
): RemovedItem[] {
  return names.filter(isRemovedFile).flatMap((name) =>
    linesOf(join(folder, name)).map((line) => {
      const [guid, source] = line.split('\t');
      return { guid: guid || undefined, source: source || undefined };
    }),
  );
}

/** Adds to this machine's own. Throws what the file system throws. */
export function addRemoved(folder: string, items: readonly RemovedItem[]): void {
  const file = ownFile(folder);
  const known = linesOf(file);
  const fresh = new Set(items.filter(({ guid, source }) => guid || source).map(lineOf));
  for (const line of known) fresh.delete(line);
  if (fresh.size === 0) return;
  if (known.length + fresh.size > MOST * 1.2) {
    writeWhole(
      file,
      [...known, ...fresh]
        .slice(-MOST)
        .map((line) => `${line}\n`)
        .join(''),
    );
  } else appendFileSync(file, [...fresh].map((line) => `${line}\n`).join(''), { mode: 0o600 });
}

/** Takes one out again: it was put back. Throws what the file system throws. */
export function takeBack(folder: string, item: RemovedItem): void {
  const file = ownFile(folder);
  const lines = linesOf(file);
  const left = lines.filter((line) => line !== lineOf(item));
  if (left.length < lines.length) writeWhole(file, left.map((line) => `${line}\n`).join(''));
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.includes('\t'));
  } catch {
    return [];
  }
}
