// Feeds for the full-screen reader: what is known, fetched without blocking, followed.

import { fetchFeeds } from '../../feeds/fetch/fetch-feeds.ts';
import { follow } from '../../feeds/follow/follow.ts';
import { followingWords } from '../../messages/following.ts';
import type { FeedFacts, TuiFeeds } from '../../tui/pages/options.ts';
import type { Context } from '../context.ts';
import { feedKnown, shownTime } from './feed-known.ts';
import { troubleSentence, withFeeds } from './feeds.ts';
import { followedIn } from './servers.ts';

/** What a screen does with feeds; `signal` ends it with the screen. */
export function screenFeeds(context: Context, signal: AbortSignal): TuiFeeds {
  const words = followingWords(context.settings.language);
  return {
    async facts() {
      const now = context.environment.now().getTime();
      const facts = new Map<string, FeedFacts>();
      for (const followed of await followedIn(context)) {
        const { state, trouble } = feedKnown(followed, context, words);
        facts.set(followed.key, {
          ...(state.fetched === undefined
            ? {}
            : { fetched: shownTime(state.fetched, now, context) }),
          ...(trouble === undefined ? {} : { trouble }),
        });
      }
      return facts;
    },
    async fetch(all, said) {
      const feeds = await followedIn(context);
      if (feeds.length === 0) return words.none;
      let done = 0;
      let added = 0;
      let asked = 0;
      let failed = 0;
      await withFeeds(
        context,
        ({ tools }) =>
          fetchFeeds(feeds, {
            ...tools,
            force: all,
            onResult: (_, result) => {
              said(words.counting(++done, feeds.length));
              if (result.kind !== 'not-due') asked++;
              if (result.kind === 'taken') added += result.added.length;
              if (result.kind === 'failed') failed++;
            },
          }),
        signal,
      );
      return asked === 0 ? words.nothingDue : words.fetchedAll(added, failed);
    },
  };
}

/** Follows the feed at `address`; resolves to the series and a line about it, rejects with a sentence. */
export async function followOne(
  address: string,
  context: Context,
): Promise<{ readonly key: string; readonly text: string }> {
  const words = followingWords(context.settings.language);
  const result = await withFeeds(
    context,
    ({ tools }) => follow(address, {}, new Map(), tools),
    new AbortController().signal,
  );
  if (result.kind === 'followed') {
    const { followed, outcome } = result;
    const count = outcome.kind === 'taken' ? outcome.added.length : 0;
    return {
      key: followed.key,
      text: `${followed.fields.title ?? followed.key}: ${words.added(count)}`,
    };
  }
  if (result.kind === 'already') throw new Error(words.already(result.followed.key));
  const { trouble } = result.kind === 'failed' ? result : { trouble: { code: 'no-feed' } as const };
  throw new Error(
    trouble.code === 'series-taken' ? words.taken(address) : troubleSentence(trouble, context),
  );
}
