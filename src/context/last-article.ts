// The article that is meant where none is named.

import { NewsError } from '../errors.ts';
import { libraryArticle } from './article.ts';
import type { Article } from './article-shown.ts';
import type { Context } from './context.ts';
import { givenArticle } from './loose-article.ts';

/** What was given on standard input, else the article read last. Throws as that does. */
export async function unaskedArticle(context: Context): Promise<Article> {
  return (await givenArticle(context)) ?? lastArticle(context);
}

/** The article read last, else the first of the library. Throws a NewsError where there is none. */
export async function lastArticle(context: Context): Promise<Article> {
  const catalog = await context.catalog();
  const { last } = context.history().state();
  const known = last === undefined ? undefined : await catalog.card(last);
  const card = known ?? (await catalog.list())[0];
  if (card) return libraryArticle(context, card);
  const { errors, list } = context.messages;
  throw new NewsError('not-found', errors.libraryEmpty, list.emptyHint(context.folders.articles));
}
