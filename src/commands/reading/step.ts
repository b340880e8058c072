// news next, news prev: the article after or before the one read last, in its series.

import { libraryArticle } from '../../context/article.ts';
import { type Context, command } from '../../context/context.ts';
import { NewsError } from '../../errors.ts';
import type { Card } from '../../library/article/card.ts';
import { printArticles } from './print-articles.ts';

export const step = command(async (context: Context, direction: 'next' | 'previous') => {
  const { errors, list } = context.messages;
  const catalog = await context.catalog();
  const { last } = context.history().state();
  const print = async (card: Card): Promise<number> => {
    await printArticles(context, [await libraryArticle(context, card)]);
    return 0;
  };
  const from = last === undefined ? undefined : await catalog.card(last);
  if (!from) {
    const first = (await catalog.list())[0];
    if (first) return print(first);
    throw new NewsError('not-found', errors.libraryEmpty, list.emptyHint(context.folders.articles));
  }
  const to = (await catalog.neighbours(from))[direction];
  if (to) return print(to);
  const sentence = direction === 'next' ? errors.noNext(from.title) : errors.noPrevious(from.title);
  throw new NewsError('not-found', sentence);
});
