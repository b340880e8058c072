// What commands on feeds work with: the client, the folders, the words, and one way to say what failed.

import { NewsError } from '../../errors.ts';
import type { FetchOptions } from '../../feeds/fetch/fetch-feed.ts';
import type { FollowTools } from '../../feeds/follow/follow.ts';
import type { Trouble } from '../../feeds/store/feed-state.ts';
import type { Followed } from '../../feeds/store/followed.ts';
import type { Reading } from '../../history/event.ts';
import type { Client } from '../../http/answer.ts';
import { addingWords } from '../../messages/adding.ts';
import { type FollowingWords, followingWords } from '../../messages/following.ts';
import type { Progress } from '../../output/progress.ts';
import { onInterrupt } from '../../settings/interrupt.ts';
import { processes } from '../../settings/processes.ts';
import type { Context } from '../context.ts';
import { progressFor } from '../progress.ts';
import { serverTools } from './servers.ts';

/** Tools for following and fetching, and how to put them away. */
export interface FeedTools {
  readonly tools: FollowTools & Omit<FetchOptions, 'force'>;
  readonly words: FollowingWords;
}

/**
 * Works on feeds with a client that is closed after; Ctrl-C throws `interrupted`, unless `given` stops it.
 */
export async function withFeeds<T>(
  context: Context,
  work: (tools: FeedTools) => Promise<T>,
  given?: AbortSignal,
): Promise<T> {
  const { environment, folders, settings } = context;
  const words = followingWords(settings.language);
  const interrupt = given === undefined ? onInterrupt() : { signal: given, end() {} };
  let opened: Promise<Client> | undefined;
  const client: Client = {
    get: async (address, ask) => {
      opened ??= import('../adding/web.ts').then(({ openWeb }) => openWeb(context));
      return (await opened).get(address, ask);
    },
    close: async () => (await opened)?.close(),
  };
  try {
    return await work({
      words,
      tools: {
        client,
        now: () => environment.now().getTime(),
        random: Math.random,
        signal: interrupt.signal,
        articles: folders.articles,
        stateFolder: folders.state,
        processes,
        servers: serverTools(context),
      },
    });
  } catch (error) {
    if (!interrupt.signal.aborted) throw error;
    throw new NewsError('interrupted', words.interrupted);
  } finally {
    await client.close();
    interrupt.end();
  }
}

/** Those of `keys`, each once, or all. Throws a NewsError for one that is not there. */
export function chosen(
  feeds: readonly Followed[],
  keys: readonly string[],
  words: FollowingWords,
): readonly Followed[] {
  if (keys.length === 0) return feeds;
  const named = keys.map((key) => {
    const wanted = key.replace(/\/+$/, '');
    const found = feeds.find((one) => one.key === wanted || one.folder === wanted);
    if (!found) throw new NewsError('not-found', words.noSuch(key), words.noSuchHint);
    return found;
  });
  return [...new Set(named)];
}

export function troubleSentence(trouble: Trouble, { settings, messages }: Context): string {
  const words = followingWords(settings.language);
  const { code, detail = '', status, host = '', limit } = trouble;
  if (code === 'no-feed') return words.noFeed;
  if (code === 'disk') return words.disk(messages.errors.reason[detail] ?? detail);
  if (code === 'unforeseen') return detail;
  if (code === 'sign-in') return words.signIn(host);
  if (code === 'no-account') return words.noAccount(host);
  if (code === 'no-password') return words.noPassword(host, detail);
  if (code === 'no-server') return words.noServer(host);
  return addingWords(settings.language).failure({
    code,
    host,
    detail,
    ...(status === undefined ? {} : { status }),
    ...(limit === undefined ? {} : { limit }),
  });
}

/** A bar on a terminal's standard error, counted in feeds. */
export function feedProgress(context: Context, words: FollowingWords): Progress {
  return progressFor(context, words.label, words.rate);
}

/** Whether a reader has starred an article, or written into it. */
export function isDear({ starred, notes }: Reading): boolean {
  return starred === true || notes !== undefined;
}
