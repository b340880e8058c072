// Brings a feed that was read into its folder: writes what is new or changed, and what is to be remembered.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { namesIn } from '../../folder.ts';
import { readArticleFile } from '../../library/article/article-file.ts';
import { isArticleName } from '../../library/article/slug.ts';
import { isAsWritten } from '../../library/write/article-text.ts';
import { addRemoved, type RemovedItem, removedIn } from '../../library/write/removed.ts';
import { sweepDrafts, writeWhole } from '../../library/write/whole-file.ts';
import { skipperOf } from '../items/filters.ts';
import { plainAddress, plainGuid } from '../items/identity.ts';
import { type KnownItem, mergeItems, type Write } from '../items/merge.ts';
import type { Feed, FeedItem } from '../parse/feed.ts';
import { itemsOfFiles } from '../store/folder-items.ts';
import type { Followed } from '../store/followed.ts';
import type { FullText } from './full-text.ts';

/** Pages of items asked for at once. */
const PAGES = 12;

export interface Taken {
  /** Names of new files, the newest first. */
  readonly added: readonly string[];
  readonly changed: readonly string[];
  /** Files that the feed changed and so did the reader; left alone, and named once. */
  readonly kept: readonly string[];
  readonly items: readonly KnownItem[];
}

/** Writes items whole or not at all; what to remember survives a full disk (`failed`). `now` in milliseconds. */
export async function takeIn(
  { folder, fields }: Followed,
  feed: Feed,
  known: readonly KnownItem[],
  now: number,
  fullText?: FullText,
): Promise<Taken> {
  const today = new Date(now).toISOString().slice(0, 10);
  const names = namesIn(folder);
  sweepDrafts(folder, now);
  const files = names.filter(isArticleName).sort();
  const all = [...known, ...itemsOfFiles(folder, files, known, today)];
  const isUnwanted = skipperOf(fields.skip ?? []);
  const isRemoved = removedBy(removedIn(folder, names));
  const there = new Set(files);
  const skip = (item: FeedItem): boolean => isUnwanted(item) || isRemoved(item);
  const merge = mergeItems(feed.items, all, there, skip, today);
  addRemoved(folder, goneOf(known, there));
  // What reads HTML takes time to load, and mostly nothing has changed.
  const { itemText } = await import('../items/item-text.ts');
  const added: string[] = [];
  const changed: string[] = [];
  const told = new Set<KnownItem>();
  // Some at a time, so that little is lost where the process is killed between.
  const room = fullText ? PAGES : merge.writes.length;
  for (let at = 0; at < merge.writes.length; at += room) {
    const some = merge.writes.slice(at, at + room);
    const bodies = fullText ? await Promise.all(some.map(({ item }) => fullText(item))) : [];
    some.forEach((write, index) => {
      const { item, known: one } = write;
      const text = itemText(withLang(item, feed), one.seen, bodies[index]);
      const done = place(join(folder, one.file), text, write);
      if (done === 'added') added.unshift(one.file);
      else if (done === 'changed') changed.push(one.file);
      else if (done === 'kept' && !one.told) told.add(one);
    });
  }
  return {
    added,
    changed,
    kept: [...told].map(({ file }) => file),
    items: merge.known.map((one) => (told.has(one) ? { ...one, told: true } : one)),
  };
}

/** Items that were once written, whose files were taken away since. */
export const goneOf = (known: readonly KnownItem[], files: ReadonlySet<string>): RemovedItem[] =>
  known.filter(({ file }) => !files.has(file)).map(({ guid, link }) => ({ guid, source: link }));

/** Whether an item was removed, on this machine or another. */
function removedBy(removed: readonly RemovedItem[]): (item: FeedItem) => boolean {
  const guids = new Set(removed.flatMap(({ guid }) => (guid ? plainGuid(guid) : [])));
  const links = new Set(
    removed.flatMap(({ guid, source }) => (!guid && source ? plainAddress(source) : [])),
  );
  return ({ guid, link }) =>
    guid === undefined
      ? link !== undefined && links.has(plainAddress(link))
      : guids.has(plainGuid(guid));
}

function place(
  path: string,
  text: string,
  { isNew }: Write,
): 'added' | 'changed' | 'same' | 'kept' {
  if (isNew && !existsSync(path)) {
    writeWhole(path, text, true);
    return 'added';
  }
  const file = readArticleFile(path);
  if (file.kind !== 'text') return 'same';
  if (file.text === text) return 'same';
  if (!isAsWritten(file.text)) return 'kept';
  writeWhole(path, text, true);
  return 'changed';
}

/** An item in the language of its feed says nothing of it: the series does. */
function withLang(item: FeedItem, feed: Feed): FeedItem {
  if (item.lang === undefined || item.lang !== feed.lang) return item;
  const { lang: _, ...rest } = item;
  return rest;
}
