// news next, news prev: the article after or before the one read last, in its series.

import { libraryArticle } from '../../context/article.ts';
import { command } from '../../context/context.ts';
import { lastArticle } from '../../context/last-article.ts';
import { NewsError } from '../../errors.ts';
import { printArticles } from './print-articles.ts';

const step = (direction: 'next' | 'previous') =>
  command(async (context) => {
    const { errors } = context.messages;
    const catalog = await context.catalog();
    const { last } = context.history().state();
    const from = last === undefined ? undefined : await catalog.card(last);
    const to = from && (await catalog.neighbours(from))[direction];
    if (from && !to) {
      const { title } = from;
      const sentence = direction === 'next' ? errors.noNext(title) : errors.noPrevious(title);
      throw new NewsError('not-found', sentence);
    }
    const article = to ? await libraryArticle(context, to) : await lastArticle(context);
    await printArticles(context, [article]);
    return 0;
  });

export const next = step('next');
export const prev = step('previous');
