// Follows all feeds of a list at once. Those that can't be read now are kept, if any of the list could.

import { slugFor } from '../../library/write/names.ts';
import { atOnce, hostOf } from '../fetch/fetch-feeds.ts';
import { plainAddress } from '../items/identity.ts';
import type { ListedFeed } from '../opml/read-opml.ts';
import { dueAfterFailure } from '../schedule/schedule.ts';
import {
  readState,
  stateFileOf,
  type Trouble,
  troubleOf,
  writeState,
} from '../store/feed-state.ts';
import type { Followed } from '../store/followed.ts';
import { type Already, type Followship, type FollowTools, follow, makeSeries } from './follow.ts';

export interface ListResult {
  readonly followed: number;
  readonly already: number;
  readonly failed: readonly {
    readonly feed: ListedFeed;
    readonly trouble: Trouble;
    readonly kept: boolean;
  }[];
}

/** Follows a list's feeds. Throws what writing throws, and the signal's reason; what was followed stays. */
export async function followList(
  list: readonly ListedFeed[],
  full: boolean,
  already: Already,
  tools: FollowTools,
  onResult: (result: Followship & { readonly kind: 'followed' }) => void,
  onProgress: (done: number, total: number) => void,
): Promise<ListResult> {
  const fresh = list.filter(({ url }) => !already.has(plainAddress(url)));
  const failed: { readonly feed: ListedFeed; readonly trouble: Trouble }[] = [];
  let followed = 0;
  let done = 0;
  let known = list.length - fresh.length;
  onProgress(0, fresh.length);
  await atOnce(
    fresh,
    ({ url }) => hostOf(url),
    async (feed) => {
      tools.signal?.throwIfAborted();
      const { title, tags } = feed;
      try {
        const result = await follow(feed.url, { title, tags, full }, already, tools);
        if (result.kind === 'followed') {
          followed++;
          onResult(result);
        } else if (result.kind === 'already') known++;
        else if (result.kind === 'failed' && result.trouble.code !== 'series-taken') {
          failed.push({ feed, trouble: result.trouble });
        }
      } catch (error) {
        tools.signal?.throwIfAborted();
        failed.push({ feed, trouble: troubleOf(error) });
      }
      onProgress(++done, fresh.length);
    },
  );
  const keep = followed + known > 0;
  for (const { feed, trouble } of keep ? failed : []) keepUnread(feed, trouble, full, tools);
  return { followed, already: known, failed: failed.map((one) => ({ ...one, kept: keep })) };
}

function keepUnread(
  feed: ListedFeed,
  trouble: Trouble,
  full: boolean,
  tools: FollowTools,
): Followed | undefined {
  const { articles, stateFolder, now, random } = tools;
  const title = feed.title || hostOf(feed.url);
  const followed = makeSeries(articles, slugFor(title, 60), false, {
    title,
    feed: feed.url,
    tags: feed.tags,
    ...(full ? { full } : {}),
  });
  if (!followed) return undefined;
  const file = stateFileOf(stateFolder, followed.folder);
  const due = dueAfterFailure(now(), 1, {}, random());
  writeState(file, {
    ...readState(file, feed.url, now()),
    asked: now(),
    failures: 1,
    trouble,
    due,
  });
  return followed;
}
