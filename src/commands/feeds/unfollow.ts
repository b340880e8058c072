// news unfollow: the feed is taken out of a series; its articles stay, unless they are to go.

import { readdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Context, command } from '../../context/context.ts';
import { chosen, isDear, troubleSentence, withFeeds } from '../../context/feeds/feeds.ts';
import { followedIn, serversOf } from '../../context/feeds/servers.ts';
import { NewsError } from '../../errors.ts';
import { stateFileOf } from '../../feeds/store/feed-state.ts';
import { dropFeed, type Followed } from '../../feeds/store/followed.ts';
import { readArticleFile } from '../../library/article/article-file.ts';
import { isArticleName, parseFileName } from '../../library/article/slug.ts';
import { isAsWritten } from '../../library/write/article-text.ts';
import { isRemovedFile } from '../../library/write/removed.ts';
import { type FollowingWords, followingWords } from '../../messages/following.ts';
import { writeError } from '../../output/stdout.ts';

export const unfollow = command(async (context: Context, keys: readonly string[]) => {
  const { flags, folders, settings } = context;
  const words = followingWords(settings.language);
  const servers = serversOf(context);
  if (keys.length + servers.length === 0) {
    throw new NewsError('usage', words.unfollowWhat, words.unfollowWhatHint);
  }
  const all = await followedIn(context);
  const own = keys.length > 0 ? chosen(all, keys, words) : [];
  const left = servers.flatMap((address) => feedsFrom(address, all, words));
  // A server that is left alone keeps its feeds; of a single feed it is told.
  const kept = await unsubscribe(own, context);
  for (const followed of [...own, ...left]) {
    if (kept.has(followed)) continue;
    dropFeed(followed.seriesFile);
    rmSync(stateFileOf(folders.state, followed.folder), { force: true });
    writeError(
      flags['remove']
        ? words.removed(followed.key, removeArticles(followed, context))
        : words.unfollowed(followed.key),
    );
  }
  for (const { fields } of left) {
    if (fields.server) rmSync(stateFileOf(folders.state, fields.server), { force: true });
  }
  return kept.size > 0 ? 1 : 0;
});

/** The feeds of a server. Throws a NewsError where there are none. */
function feedsFrom(
  address: string,
  all: readonly Followed[],
  words: FollowingWords,
): readonly Followed[] {
  const host = URL.parse(address)?.host;
  const found = all.filter(({ fields }) => URL.parse(fields.server ?? '')?.host === host);
  if (found.length === 0) throw new NewsError('not-found', words.noServerSuch(host ?? ''));
  return found;
}

/** Tells servers that feeds of theirs are followed no more; those they could not be told of stay, and are named. */
async function unsubscribe(
  feeds: readonly Followed[],
  context: Context,
): Promise<ReadonlySet<Followed>> {
  const kept = new Set<Followed>();
  const served = Map.groupBy(feeds, ({ fields }) => fields.server);
  served.delete(undefined);
  if (served.size === 0) return kept;
  const { leaveFeeds } = await import('../../feeds/server/leave-feeds.ts');
  await withFeeds(context, async ({ tools, words }) => {
    for (const [address = '', some] of served) {
      const trouble = await leaveFeeds(address, some, tools);
      if (trouble === undefined) continue;
      for (const one of some) {
        kept.add(one);
        writeError(`news: ${words.stillFollowed(one.key, troubleSentence(trouble, context))}`);
      }
    }
  });
  return kept;
}

/** Removes what the feed gave and the reader neither starred, noted nor changed; the folder if that was all. */
function removeArticles({ key, folder, seriesFile }: Followed, context: Context): number {
  const { readings } = context.history().state();
  let removed = 0;
  for (const file of readdirSync(folder).filter(isArticleName)) {
    const reading = readings.get(`${key}/${parseFileName(file).slug}`);
    if (reading && isDear(reading)) continue;
    const path = join(folder, file);
    const read = readArticleFile(path);
    if (read.kind !== 'text' || !isAsWritten(read.text)) continue;
    rmSync(path, { force: true });
    removed++;
  }
  const left = readdirSync(folder).filter((name) => !isRemovedFile(name));
  if (left.every((name) => join(folder, name) === seriesFile)) {
    for (const name of readdirSync(folder).filter(isRemovedFile)) rmSync(join(folder, name));
    rmSync(seriesFile, { force: true });
    rmdirSync(folder);
  }
  return removed;
}
