// Feeds that are followed no more, as their server is told.

import type { FetchOptions } from '../fetch/fetch-feed.ts';
import { plainAddress } from '../items/identity.ts';
import { type Trouble, troubleOf } from '../store/feed-state.ts';
import type { Followed } from '../store/followed.ts';
import { ServerFault } from './fault.ts';
import { signIn } from './session.ts';

/** Unsubscribes from feeds at the server `address`; what went wrong, or undefined. Rejects with the signal's reason. */
export async function leaveFeeds(
  address: string,
  feeds: readonly Followed[],
  { client, servers, signal }: Pick<FetchOptions, 'client' | 'servers' | 'signal'>,
): Promise<Trouble | undefined> {
  try {
    const session = await signIn(address, await servers.account(address), client, signal);
    const leaving = new Set(feeds.map(({ fields }) => plainAddress(fields.feed)));
    for (const { id, url } of await session.subscriptions()) {
      if (leaving.has(plainAddress(url))) await session.unsubscribe(id);
    }
    return undefined;
  } catch (error) {
    signal?.throwIfAborted();
    return error instanceof ServerFault ? error.trouble : troubleOf(error);
  }
}
