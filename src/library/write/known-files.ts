// What lies in the reader's own folder already: enough of each file's front matter to know it again.

import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isArticleName, parseFileName } from '../article/slug.ts';
import { matterValues } from './article-text.ts';
import { addressKey } from './same.ts';

export interface KnownFile {
  readonly id: string;
  readonly series: string;
  readonly slug: string;
  readonly path: string;
  readonly number?: number;
  readonly title?: string;
  readonly source?: string;
  /** Of the source, equal for all forms of one address. */
  readonly key?: string;
  readonly viaKey?: string;
  readonly guid?: string;
  readonly added?: string;
}

const HEAD = 16 * 1024;
const FIELDS = ['title', 'source', 'via', 'guid', 'added'];
const DEEPEST = 8;

/** The keys of all series below a folder, hidden ones left out. Links are not followed. */
export function seriesKeys(folder: string): string[] {
  const keys: string[] = [];
  const visit = (path: string, key: string, depth: number): void => {
    for (const entry of entriesOf(path)) {
      if (!entry.isDirectory() || entry.name.startsWith('.') || entry.name === 'node_modules') {
        continue;
      }
      const own = key === '' ? entry.name : `${key}/${entry.name}`;
      keys.push(own);
      if (depth < DEEPEST) visit(join(path, entry.name), own, depth + 1);
    }
  };
  visit(folder, '', 1);
  return keys;
}

export function listSeries(folder: string, series: string): KnownFile[] {
  const path = join(folder, ...series.split('/'));
  return entriesOf(path)
    .filter((entry) => entry.isFile() && isArticleName(entry.name))
    .map(({ name }) => fileAt(series, join(path, name)))
    .filter((file) => file !== undefined)
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

export function fileAt(series: string, path: string): KnownFile | undefined {
  const { slug, number } = parseFileName(basename(path));
  const head = headOf(path);
  if (head === undefined) return undefined;
  const values = matterValues(head, FIELDS);
  const key = addressKey(values['source']);
  const viaKey = addressKey(values['via']);
  return {
    id: `${series}/${slug}`,
    series,
    slug,
    path,
    ...(number === undefined ? {} : { number }),
    ...(key === undefined ? {} : { key }),
    ...(viaKey === undefined ? {} : { viaKey }),
    ...values,
  };
}

function headOf(path: string): string | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const bytes = Buffer.allocUnsafe(HEAD);
    return bytes.toString('utf8', 0, readSync(file, bytes, 0, HEAD, 0));
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function entriesOf(path: string) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch {
    return [];
  }
}
