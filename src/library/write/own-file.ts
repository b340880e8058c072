// Taking an article's file out of the reader's own folder, and putting it back.

import { readFileSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { parseFileName } from '../article/slug.ts';
import { matterValues } from './article-text.ts';
import { addRemoved, takeBack } from './removed.ts';
import { PICTURES } from './shelf.ts';

import { writeWhole } from './whole-file.ts';

/** Bytes that front matter is looked for in. */
const HEAD = 16 * 1024;

/** Whether a file lies in a folder, links followed: nothing outside is ever touched. */
export function isOwnFile(path: string, folder: string): boolean {
  try {
    const root = realpathSync(folder);
    return realpathSync(path).startsWith(root.endsWith(sep) ? root : root + sep);
  } catch {
    return false;
  }
}

/** An article that was taken away, for as long as it can be put back. */
export interface Removed {
  /** Puts it back where it was. Throws what the file system throws. */
  restore(): void;
  /** Gives it up for good. Never throws. */
  forget(): void;
}

/** Takes a file away and sets its pictures aside. Throws what the file system throws, with all as it was. */
export function removeArticle(path: string): Removed {
  const text = readFileSync(path);
  const folder = dirname(path);
  // What a feed gave must not come back, on no machine that has the folder.
  const { guid, source } = matterValues(text.toString('utf8', 0, HEAD), ['guid', 'source']);
  const item = guid === undefined ? undefined : { guid, source };
  const pictures = join(folder, PICTURES, parseFileName(basename(path)).slug);
  const aside = `${pictures}.removed`;
  rmSync(path);
  if (item) addRemoved(folder, [item]);
  const moved = moveAway(pictures, aside);
  return {
    restore() {
      writeWhole(path, text);
      if (item) takeBack(folder, item);
      if (moved) renameSync(aside, pictures);
    },
    forget() {
      rmSync(aside, { recursive: true, force: true });
    },
  };
}

function moveAway(from: string, to: string): boolean {
  try {
    rmSync(to, { recursive: true, force: true });
    renameSync(from, to);
    return true;
  } catch {
    // It has none.
    return false;
  }
}
