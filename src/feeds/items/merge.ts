// What a feed's items mean for a folder: new, changed, taken away. Pure.

import type { FeedItem } from '../parse/feed.ts';
import { digestOf } from './digest.ts';
import { dayOf, fileNameFor } from './file-name.ts';
import { distinctItems, type Identity, matchItems } from './identity.ts';
import { shownTitle } from './shown-title.ts';

/** An item that was once written, whether or not its file is still there. */
export interface KnownItem extends Identity {
  readonly file: string;
  /** The day it was first seen on. */
  readonly seen: string;
  /** Digest of all that the feed says of it; unknown for a file that somebody else wrote. */
  readonly raw?: string;
  /** The reader was told that the feed's change was not written, since the file is changed too. */
  readonly told?: true;
}

export interface Write {
  readonly item: FeedItem;
  readonly known: KnownItem;
  readonly isNew: boolean;
}

export interface Merge {
  /** New items in the order in which they should be written, the oldest first; then changed ones. */
  readonly writes: readonly Write[];
  /** All items to be remembered, in the feed's order; then those it has no longer. */
  readonly known: readonly KnownItem[];
}

/** Items without a file that are remembered beyond those of the feed. */
const MOST_GONE = 5_000;

/**
 * Merges items into what is known of them: `files` in the folder, `skip` unwanted ones, `today` YYYY-MM-DD.
 */
export function mergeItems(
  items: readonly FeedItem[],
  known: readonly KnownItem[],
  files: ReadonlySet<string>,
  skip: (item: FeedItem) => boolean,
  today: string,
): Merge {
  const wanted = distinctItems(items).filter(
    ({ item }) => item.title !== '' || item.content || item.link || item.enclosures.length > 0,
  );
  const once = distinctKnown(known);
  const matches = matchItems(
    wanted.map(({ identity }) => identity),
    once,
  );
  const taken = new Set([...files, ...known.map(({ file }) => file)].map(slugOfFile));
  const fresh: Write[] = [];
  const changed: Write[] = [];
  const matched = new Set<KnownItem>();
  const current: KnownItem[] = [];
  wanted.forEach(({ item, identity }, index) => {
    const before = matches[index];
    const raw = rawDigest(item);
    if (before) {
      matched.add(before);
      const { told, ...rest } = before;
      const isSame = before.raw === raw;
      const next: KnownItem = { ...rest, ...identity, raw, ...(told && isSame ? { told } : {}) };
      current.push(next);
      if (!isSame && files.has(before.file)) changed.push({ item, known: next, isNew: false });
      return;
    }
    if (skip(item)) return;
    const time = item.published ?? item.updated;
    const day = time === undefined ? today : ([dayOf(time), today].sort()[0] as string);
    const { file, slug } = fileNameFor(day, shownTitle(item), taken);
    taken.add(slug);
    const next: KnownItem = { ...identity, file, seen: today, raw };
    current.push(next);
    fresh.push({ item, known: next, isNew: true });
  });
  const others = once.filter((one) => !matched.has(one));
  const there = others.filter(({ file }) => files.has(file));
  const gone = others.filter(({ file }) => !files.has(file)).slice(0, MOST_GONE);
  return { writes: [...fresh.reverse(), ...changed], known: [...current, ...there, ...gone] };
}

/** The digest of all that a feed says of an item, but for what it changes at every fetch. */
function rawDigest(item: FeedItem): string {
  const content = item.content && {
    ...item.content,
    value: item.content.value.replace(/<img\b[^>]*\b(?:width|height)=["']?[01]["']?\b[^>]*>/gi, ''),
  };
  return digestOf(JSON.stringify({ ...item, content }));
}

/** Without files of an item that is known by another: two machines may have written it under two names. */
function distinctKnown(known: readonly KnownItem[]): KnownItem[] {
  const keyOf = ({ guid, link }: KnownItem): string => `${guid ?? ''}\n${link ?? ''}`;
  const found = new Set<string>();
  for (const one of known) if (one.raw !== undefined) found.add(keyOf(one));
  return known.filter((one) => {
    if (one.raw !== undefined || one.guid === undefined) return true;
    if (found.has(keyOf(one))) return false;
    found.add(keyOf(one));
    return true;
  });
}

const slugOfFile = (file: string): string =>
  file
    .toLowerCase()
    .replace(/\.(?:md|markdown|txt)$/, '')
    .replace(/^\d{4}-\d{2}-\d{2}[-_ ]+/, '');
