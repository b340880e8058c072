// Many feeds at once: hosts side by side, few requests a host, so that a slow or dead one holds nobody up.

import { makeGate } from '../../http/gate.ts';
import {
  type FeedState,
  readState,
  stateFileOf,
  troubleOf,
  writeState,
} from '../store/feed-state.ts';
import { type Followed, replaceFeed } from '../store/followed.ts';
import { takeLock } from '../store/lock.ts';
import { type FetchOptions, fetchFeed, type Result } from './fetch-feed.ts';

/** Requests under way at once, in all and to one host. */
const MOST = 40;
const MOST_A_HOST = 6;

/** Whether a feed is to be asked: it is due, and does not rest for good. */
export function isDue(state: FeedState, now: number): boolean {
  return !state.gone && (state.due === undefined || state.due <= now);
}

/** Fetches feeds that are due, all with `force`; failures are results. Rejects with the signal's reason. */
export async function fetchFeeds(feeds: readonly Followed[], options: FetchOptions): Promise<void> {
  const own = feeds.filter(({ fields }) => fields.server === undefined);
  const servers = new Set(feeds.flatMap(({ fields }) => fields.server ?? []));
  await Promise.all([
    atOnce(
      own,
      ({ fields }) => hostOf(fields.feed),
      async (followed) => {
        options.signal?.throwIfAborted();
        options.onResult?.(followed, await fetchOne(followed, options));
      },
    ),
    ...[...servers].map(async (address) => {
      const { syncServer } = await import('../server/sync-server.ts');
      await syncServer(address, options);
    }),
  ]);
}

async function fetchOne(followed: Followed, options: FetchOptions): Promise<Result> {
  const { stateFolder, processes, force, now } = options;
  const file = stateFileOf(stateFolder, followed.folder);
  const url = followed.fields.feed;
  if (!force && !isDue(readState(file, url, now()), now())) return { kind: 'not-due' };
  try {
    const release = takeLock(file.replace(/json$/, 'lock'), processes);
    if (!release) return { kind: 'locked' };
    try {
      // Another process may have fetched it between the look and the lock.
      const state = readState(file, url, now());
      if (!force && !isDue(state, now())) return { kind: 'not-due' };
      const { outcome, state: next, adopt } = await fetchFeed(followed, state, options);
      if (adopt !== undefined && !replaceFeed(followed.seriesFile, adopt)) {
        writeState(file, { ...next, url });
      } else writeState(file, next);
      return outcome;
    } finally {
      release();
    }
  } catch (error) {
    options.signal?.throwIfAborted();
    return { kind: 'failed', trouble: troubleOf(error) };
  }
}

/** Host and port, as what one server is known by. */
export function hostOf(url: string): string {
  return URL.parse(url)?.host ?? url;
}

/** Does `work` for all, at most so many at once, and of one group fewer; the first that throws ends it. */
export async function atOnce<T>(
  all: readonly T[],
  groupOf: (one: T) => string,
  work: (one: T) => Promise<void>,
): Promise<void> {
  const gate = makeGate(MOST_A_HOST, MOST);
  let isOver = false;
  await Promise.all(
    all.map(async (one) => {
      const leave = await gate.enter(groupOf(one));
      try {
        if (!isOver) await work(one);
      } catch (error) {
        isOver = true;
        throw error;
      } finally {
        leave();
      }
    }),
  );
}
