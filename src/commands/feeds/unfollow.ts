// news unfollow: the feed is taken out of a series; its articles stay, unless they are to go.

import { readdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Context, command } from '../../context/context.ts';
import { chosen, followedIn, isDear } from '../../context/feeds/feeds.ts';
import { stateFileOf } from '../../feeds/store/feed-state.ts';
import { type Followed, replaceFeed } from '../../feeds/store/followed.ts';
import { readArticleFile } from '../../library/article/article-file.ts';
import { isArticleName, parseFileName } from '../../library/article/slug.ts';
import { isAsWritten } from '../../library/write/article-text.ts';
import { followingWords } from '../../messages/following.ts';
import { writeError } from '../../output/stdout.ts';

export const unfollow = command(async (context: Context, keys: readonly string[]) => {
  const { flags, folders, settings } = context;
  const words = followingWords(settings.language);
  for (const followed of chosen(await followedIn(context), keys, words)) {
    replaceFeed(followed.seriesFile, undefined);
    rmSync(stateFileOf(folders.state, followed.folder), { force: true });
    writeError(
      flags['remove']
        ? words.removed(followed.key, removeArticles(followed, context))
        : words.unfollowed(followed.key),
    );
  }
  return 0;
});

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
  if (readdirSync(folder).every((name) => join(folder, name) === seriesFile)) {
    rmSync(seriesFile, { force: true });
    rmdirSync(folder);
  }
  return removed;
}
