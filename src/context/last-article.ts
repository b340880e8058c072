// The article that is meant where none is named.

import { NewsError } from '../errors.ts';
import { libraryArticle } from './article.ts';
import type { Article } from './article-shown.ts';
import type { Context } from './context.ts';

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
