// news read: prints articles, in the form that suits where they go.

import type { Invocation } from '../cli/invocation.ts';
import { findArticle, libraryArticle } from '../context/article.ts';
import type { Article } from '../context/article-shown.ts';
import { type Context, command } from '../context/context.ts';
import { NewsError } from '../errors.ts';
import { formatOf, printArticles } from './print-articles.ts';

export async function read(
  invocation: Invocation,
  words: readonly string[],
): Promise<number | undefined> {
  if (invocation.flags['interactive']) return (await import('./tui.ts')).tui(invocation, words);
  return print(invocation, words);
}

const print = command(async (context: Context, words: readonly string[]) => {
  // A wrong format is said before anything is looked up.
  formatOf(context);
  const articles = await findArticles(context, words);
  context.environment.mark('found');
  await printArticles(context, articles);
  return 0;
});

/**
 * The articles some words ask for: all words as one query first, else each word as a query of its
 * own, so that both `news read klarna stellen` and `news read dell klarna` say what they mean.
 */
async function findArticles(
  context: Context,
  words: readonly string[],
): Promise<readonly Article[]> {
  if (words.length === 0) return [await lastArticle(context)];
  try {
    return [await findArticle(context, words.join(' '))];
  } catch (error) {
    if (words.length === 1 || !(error instanceof NewsError) || error.code !== 'not-found')
      throw error;
    const each: Article[] = [];
    for (const word of words) each.push(await findArticle(context, word));
    return each;
  }
}

/** The article read last, else the first of the library. */
async function lastArticle(context: Context): Promise<Article> {
  const catalog = await context.catalog();
  const { last } = context.history().state();
  const known = last === undefined ? undefined : await catalog.card(last);
  const card = known ?? (await catalog.list())[0];
  if (card) return libraryArticle(context, card);
  const { errors, list } = context.messages;
  throw new NewsError('not-found', errors.libraryEmpty, list.emptyHint(context.folders.articles));
}
