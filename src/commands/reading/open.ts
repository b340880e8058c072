// news open: an article's source in the browser.

import { findCard } from '../../context/article.ts';
import { type Context, command } from '../../context/context.ts';
import { NewsError } from '../../errors.ts';
import { openersFor, openInBrowser, webAddress } from '../../output/browser.ts';

export const open = command(async (context: Context, words: readonly string[]) => {
  const { messages, environment } = context;
  const { errors } = messages;
  const card = await findCard(context, words.join(' '));
  if (!card.source) throw new NewsError('not-found', errors.noSource(card.title));
  const url = webAddress(card.source.url);
  if (url === undefined) throw new NewsError('unreadable', errors.badSource(card.source.url));
  const openers = openersFor(url, environment.variables['BROWSER'], environment.platform);
  if ((await openInBrowser(openers)) === undefined) {
    const tried = openers.map(({ command }) => command).join(', ');
    throw new NewsError('unreadable', errors.noBrowser(tried), errors.noBrowserHint);
  }
  return 0;
});
