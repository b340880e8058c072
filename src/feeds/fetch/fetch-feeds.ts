// Many feeds at once: hosts side by side, few requests a host, so that a slow or dead one holds nobody up.

import { makeGate } from '../../http/gate.ts';
import type { FeedState, Trouble } from '../store/feed-state.ts';
import { readState, stateFileOf, writeState } from '../store/feed-state.ts';
import { type Followed, replaceFeed } from '../store/followed.ts';
import { type Processes, takeLock } from '../store/lock.ts';
import { type FetchTools, fetchFeed, type Outcome } from './fetch-feed.ts';

/** Requests under way at once, in all and to one host. */
const MOST = 40;
const MOST_A_HOST = 6;

export type Result =
  | Outcome
  /** Another process is at it. */
  | { readonly kind: 'locked' }
  | { readonly kind: 'not-due' };

export interface FetchOptions extends FetchTools {
  readonly stateFolder: string;
  readonly processes: Processes;
  readonly force: boolean;
  readonly onResult?: (followed: Followed, result: Result) => void;
}

/** Whether a feed is to be asked: it is due, and does not rest for good. */
export function isDue(state: FeedState, now: number): boolean {
  return !state.gone && (state.due === undefined || state.due <= now);
}

/**
 * Fetches the feeds that are due, all with `force`; a failure is a result. Rejects with the signal's
 * reason.
 */
export async function fetchFeeds(feeds: readonly Followed[], options: FetchOptions): Promise<void> {
  await atOnce(
    feeds,
    ({ fields }) => hostOf(fields.feed),
    async (followed) => {
      options.signal?.throwIfAborted();
      options.onResult?.(followed, await fetchOne(followed, options));
    },
  );
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

export function troubleOf(error: unknown): Trouble {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === undefined
    ? { code: 'unforeseen', detail: message }
    : { code: 'disk', detail: code };
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
