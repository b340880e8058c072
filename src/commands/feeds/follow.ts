// news follow: feeds, pages that name one, and lists of feeds.

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { seriesFrom } from '../../context/adding/series-flag.ts';
import { type Context, command } from '../../context/context.ts';
import { newsLine } from '../../context/feeds/feed-line.ts';
import {
  type FeedTools,
  feedProgress,
  troubleSentence,
  withFeeds,
} from '../../context/feeds/feeds.ts';
import { followedIn, serversOf } from '../../context/feeds/servers.ts';
import { NewsError } from '../../errors.ts';
import { alreadyBy, type Followship, follow as followOne } from '../../feeds/follow/follow.ts';
import { followList } from '../../feeds/follow/follow-list.ts';
import { isOpml, readOpml } from '../../feeds/opml/read-opml.ts';
import { withoutCredentials } from '../../feeds/opml/write-opml.ts';
import type { Followed } from '../../feeds/store/followed.ts';
import { readStream } from '../../library/article/article-file.ts';
import { writeError, writeOut } from '../../output/stdout.ts';
import { keepYoungSmall } from '../../settings/memory.ts';

/** Bytes of a list of feeds. */
const LARGEST_LIST = 16 * 1024 * 1024;

export const follow = command(async (context: Context, sources: readonly string[]) => {
  const { flags } = context;
  const full = flags['full'] === true;
  const series = seriesFrom(context);
  keepYoungSmall();
  return withFeeds(context, async (feedTools) => {
    const { words, tools } = feedTools;
    const [server] = serversOf(context);
    if (server !== undefined) {
      const { followServer } = await import('./follow-server.ts');
      return followServer(server, sources.map(addressFrom), context, feedTools);
    }
    if (sources.length === 0) throw new NewsError('usage', words.noSources, words.noSourcesHint);
    const feeds = await followedIn(context);
    const faults: string[] = [];
    let worked = 0;
    try {
      for (const source of sources) {
        if (isFile(source, context)) {
          worked += await followFile(source, full, feeds, faults, context, feedTools);
          continue;
        }
        const address = addressFrom(source);
        const result = await followOne(address, { series, full }, alreadyBy(feeds), tools);
        const said = report(source, result, context, feedTools);
        if (said === undefined) worked++;
        else faults.push(said);
        if (result.kind === 'followed') feeds.push(result.followed);
      }
    } finally {
      for (const fault of faults) writeError(`news: ${fault}`);
    }
    return faults.length === 0 || (worked > 0 && sources.length === 1) ? 0 : 1;
  });
});

/** An address as people type it: without its scheme as well. */
function addressFrom(source: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(source) || !/^[\w-]+(?:\.[\w-]+)+(?:[:/?#]|$)/.test(source)
    ? source
    : `https://${source}`;
}

function isFile(source: string, { environment }: Context): boolean {
  if (source === '-') return true;
  if (/^https?:\/\//i.test(source)) return false;
  return existsSync(resolve(environment.cwd, source)) || /\.(?:opml|xml)$/i.test(source);
}

/** Says a line for what was followed; the sentence for what was not. */
function report(
  source: string,
  result: Followship,
  context: Context,
  { words }: FeedTools,
): string | undefined {
  switch (result.kind) {
    case 'followed': {
      const { followed, outcome } = result;
      const none = { added: [], changed: [] };
      const came = outcome.kind === 'taken' ? outcome : none;
      writeOut(newsLine(followed.key, followed.fields.title ?? followed.key, came, context, words));
      return undefined;
    }
    case 'already':
      writeError(words.failed(withoutCredentials(source), words.already(result.followed.key)));
      return undefined;
    case 'none-chosen':
      return words.failed(withoutCredentials(source), words.noFeed);
    case 'failed': {
      const { trouble } = result;
      const why =
        trouble.code === 'series-taken'
          ? words.taken(String(context.flags['series']))
          : troubleSentence(trouble, context);
      return words.failed(withoutCredentials(source), why);
    }
  }
}

/** Follows what an OPML file lists; says how many worked. */
async function followFile(
  name: string,
  full: boolean,
  feeds: readonly Followed[],
  faults: string[],
  context: Context,
  { tools, words }: FeedTools,
): Promise<number> {
  const path = resolve(context.environment.cwd, name);
  if (name !== '-' && !existsSync(path)) {
    faults.push(words.noFile(name));
    return 0;
  }
  const read = readStream(name === '-' ? 0 : path, LARGEST_LIST);
  if (read.kind !== 'bytes' || !isOpml(read.bytes)) {
    throw new NewsError('unreadable', words.noList(name), words.noListHint);
  }
  const list = readOpml(read.bytes);
  if (list.length === 0) throw new NewsError('not-found', words.emptyList(name));
  const progress = feedProgress(context, words);
  try {
    const result = await followList(
      list,
      full,
      alreadyBy(feeds),
      tools,
      (one) => {
        if (!context.terminal.tty) report(name, one, context, { tools, words });
      },
      (done, total) => progress.report(done, total),
    );
    progress.end();
    for (const { feed, trouble } of result.failed) {
      faults.push(
        words.failed(feed.title || withoutCredentials(feed.url), troubleSentence(trouble, context)),
      );
    }
    const summary = words.listed(result.followed, result.already, result.failed.length);
    if (context.terminal.tty) writeOut(`  ${summary}\n`);
    else writeError(summary);
    const kept = result.failed.filter((one) => one.kept).length;
    if (kept > 0) writeError(words.keptAll(kept));
    return result.followed + result.already;
  } finally {
    progress.end();
  }
}
