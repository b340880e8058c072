// news fetch: the feeds that are due.

import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { type Context, command } from '../../context/context.ts';
import { newsLine } from '../../context/feeds/feed-line.ts';
import {
  chosen,
  feedProgress,
  isDear,
  troubleSentence,
  withFeeds,
} from '../../context/feeds/feeds.ts';
import { followedIn } from '../../context/feeds/servers.ts';
import { fetchFeeds } from '../../feeds/fetch/fetch-feeds.ts';
import { prune } from '../../feeds/fetch/prune.ts';
import type { Followed } from '../../feeds/store/followed.ts';
import { parseFileName } from '../../library/article/slug.ts';
import { writeError, writeOut } from '../../output/stdout.ts';
import { keepYoungSmall } from '../../settings/memory.ts';

export const fetch = command(async (context: Context, keys: readonly string[]) => {
  keepYoungSmall();
  const all = await followedIn(context);
  return withFeeds(context, async ({ tools, words }) => {
    const feeds = chosen(all, keys, words);
    if (feeds.length === 0) {
      writeError(words.none, words.noneHint);
      return 1;
    }
    const progress = feedProgress(context, words);
    const faults: string[] = [];
    let done = 0;
    let read = 0;
    try {
      await fetchFeeds(feeds, {
        ...tools,
        force: context.flags['force'] === true,
        onResult: (followed, result) => {
          progress.report(++done, feeds.length);
          if (result.kind === 'failed') {
            faults.push(words.failed(followed.key, troubleSentence(result.trouble, context)));
          }
          if (result.kind === 'taken' || result.kind === 'unchanged') read++;
          if (result.kind !== 'taken') return;
          pruneOld(followed, context);
          if (result.added.length + result.changed.length > 0) {
            progress.end();
            const { title = followed.key } = followed.fields;
            writeOut(newsLine(followed.key, title, result, context, words));
          }
          for (const file of result.kept) {
            faults.push(words.edited(`${followed.key}/${parseFileName(basename(file)).slug}`));
          }
        },
      });
    } finally {
      progress.end();
      for (const fault of faults) writeError(`news: ${fault}`);
    }
    const failed = faults.length > 0 && read === 0;
    if (done > 0 && read === 0 && !failed && context.environment.tty.stderr)
      writeError(words.nothingDue);
    return failed ? 1 : 0;
  });
});

/** Lets go what the series keeps no longer: only what is read, and neither starred nor noted. */
function pruneOld(followed: Followed, context: Context): void {
  if (followed.fields.keep === undefined) return;
  const { readings } = context.history().state();
  const mayGo = (id: string): boolean => {
    const reading = readings.get(id);
    return reading?.read === true && !isDear(reading);
  };
  const today = context.environment.now().toISOString().slice(0, 10);
  prune(followed, readdirSync(followed.folder), mayGo, today);
}
