// Articles as one HTML page, for whoever prints it.

import { htmlOf } from '../../export/html.ts';
import type { Article } from '../article-shown.ts';
import type { Context } from '../context.ts';
import { bookOf } from './chapters.ts';

export async function htmlPage(context: Context, articles: readonly Article[]): Promise<string> {
  const book = await bookOf(context, articles, undefined);
  return htmlOf(book, (iso) => context.messages.format.longDate(iso));
}
