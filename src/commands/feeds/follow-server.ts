// news follow --from: all feeds of a server, and what is subscribed to there.

import type { Context } from '../../context/context.ts';
import { newsLine } from '../../context/feeds/feed-line.ts';
import { type FeedTools, feedProgress, troubleSentence } from '../../context/feeds/feeds.ts';
import { NewsError } from '../../errors.ts';
import { withoutCredentials } from '../../feeds/opml/write-opml.ts';
import { ServerFault } from '../../feeds/server/fault.ts';
import { signIn } from '../../feeds/server/session.ts';
import { syncServer } from '../../feeds/server/sync-server.ts';
import { writeError, writeOut } from '../../output/stdout.ts';

/**
 * Follows what is subscribed to at `address`, the feeds at `sources` too: they are subscribed to first.
 * Throws a NewsError.
 */
export async function followServer(
  address: string,
  sources: readonly string[],
  context: Context,
  { tools, words }: FeedTools,
): Promise<number> {
  const url = serverUrl(address, words);
  const faults: string[] = [];
  const progress = feedProgress(context, words);
  let done = 0;
  try {
    const account = await tools.servers.account(url.href);
    const session = await signIn(url.href, account, tools.client, tools.signal);
    for (const source of sources) {
      const isThere = await session.subscribe(source);
      if (!isThere) faults.push(words.failed(withoutCredentials(source), words.noFeed));
    }
    const isOurs = await syncServer(session.address, {
      ...tools,
      force: true,
      onResult: (followed, result) => {
        progress.report(++done, done);
        if (result.kind === 'failed') {
          faults.push(words.failed(followed.key, troubleSentence(result.trouble, context)));
        }
        const came = result.kind === 'taken' ? result : { added: [], changed: [] };
        if (result.kind !== 'taken' && result.kind !== 'unchanged') return;
        progress.end();
        writeOut(
          newsLine(followed.key, followed.fields.title ?? followed.key, came, context, words),
        );
      },
    });
    if (!isOurs) faults.push(words.locked(url.host));
    else if (done === 0) faults.push(words.noFeedsThere(url.host));
  } catch (error) {
    if (!(error instanceof ServerFault)) throw error;
    const { trouble } = error;
    const hint =
      trouble.code === 'no-account'
        ? words.noAccountHint(url.host, context.folders.configFile)
        : undefined;
    throw new NewsError('not-found', troubleSentence(trouble, context), hint);
  } finally {
    progress.end();
    for (const fault of faults) writeError(`news: ${fault}`);
  }
  return faults.length > 0 ? 1 : 0;
}

/** An address of a server; a password in it is refused, and not said. */
export function serverUrl(address: string, words: FeedTools['words']): URL {
  const url = URL.parse(address);
  if (!url) throw new NewsError('usage', words.noServer(address));
  if (url.password !== '' || url.username !== '') {
    throw new NewsError('usage', words.noPasswordHere, words.noPasswordHereHint);
  }
  return url;
}
