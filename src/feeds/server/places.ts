// The folders of a server's feeds: one for each subscription, those that are there found again, those that
// are subscribed no more let go.

import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { namesIn } from '../../folder.ts';
import { isArticleName } from '../../library/article/slug.ts';
import { slugFor } from '../../library/write/names.ts';
import { yamlLines } from '../../library/write/yaml-text.ts';
import type { FetchOptions } from '../fetch/fetch-feed.ts';
import type { Taken } from '../fetch/take-in.ts';
import { makeSeries } from '../follow/follow.ts';
import { plainAddress } from '../items/identity.ts';
import type { KnownItem } from '../items/merge.ts';
import { type FeedState, readState, stateFileOf } from '../store/feed-state.ts';
import { itemsOfFiles } from '../store/folder-items.ts';
import { dropFeed, type Followed } from '../store/followed.ts';
import type { Subscription } from './session.ts';

/** A folder, what is remembered of it, and what came into it this time. */
export interface Place {
  readonly followed: Followed;
  readonly stateFile: string;
  state: FeedState;
  taken: Pick<Taken, 'added' | 'changed' | 'kept'>;
}

/** The places by the subscriptions' names. `all` are all followed folders, `address` the server's. */
export function placesOf(
  subscriptions: readonly Subscription[],
  all: readonly Followed[],
  address: string,
  { articles, stateFolder, now }: FetchOptions,
): ReadonlyMap<string, Place> {
  const byFeed = new Map(all.map((one) => [plainAddress(one.fields.feed), one]));
  const places = new Map<string, Place>();
  for (const { id, url, title, labels } of subscriptions) {
    const known = byFeed.get(plainAddress(url));
    // One that was followed by itself is the server's from now on; another server's stays there.
    if (known !== undefined && known.fields.server === undefined) addServer(known, address);
    else if (known !== undefined && known.fields.server !== address) continue;
    const name = title || new URL(url).hostname;
    const fields = { title: name, feed: url, server: address, tags: labels };
    const followed = known ?? makeSeries(articles, slugFor(name, 60), false, fields);
    if (followed === undefined) continue;
    byFeed.set(plainAddress(url), followed);
    const stateFile = stateFileOf(stateFolder, followed.folder);
    places.set(id, {
      followed,
      stateFile,
      state: readState(stateFile, followed.fields.feed, now()),
      taken: { added: [], changed: [], kept: [] },
    });
  }
  // An empty list is more likely a mistake than a wish.
  const kept = new Set([...places.values()].map(({ followed }) => followed.folder));
  for (const { fields, folder, seriesFile } of subscriptions.length > 0 ? all : []) {
    if (fields.server === address && !kept.has(folder)) dropFeed(seriesFile);
  }
  return places;
}

function addServer({ seriesFile }: Followed, server: string): void {
  const gap = readFileSync(seriesFile, 'utf8').endsWith('\n') ? '' : '\n';
  appendFileSync(seriesFile, gap + yamlLines({ server }));
}

/** All items that are known of a place: remembered, or told by its files. */
export function knownIn({ followed, state }: Place, today: string): readonly KnownItem[] {
  const files = namesIn(followed.folder).filter(isArticleName);
  return [...state.items, ...itemsOfFiles(followed.folder, files, state.items, today)];
}

/** The files of a place that are there. */
export const filesIn = ({ followed }: Place): ReadonlySet<string> =>
  new Set(namesIn(join(followed.folder)).filter(isArticleName));
