// news read: prints articles, in the form that suits where they go.

import type { Invocation } from '../../cli/invocation.ts';
import { findArticles } from '../../context/article.ts';
import { type Context, command } from '../../context/context.ts';
import { unaskedArticle } from '../../context/last-article.ts';
import { formatOf } from '../../context/print-format.ts';
import { printArticles } from './print-articles.ts';

export async function read(
  invocation: Invocation,
  words: readonly string[],
): Promise<number | undefined> {
  if (invocation.flags['interactive'])
    return (await import('../screen/tui.ts')).tui(invocation, words);
  return print(invocation, words);
}

const print = command(async (context: Context, words: readonly string[]) => {
  // A wrong format is said before anything is looked up.
  formatOf(context);
  const articles =
    words.length > 0 ? await findArticles(context, words) : [await unaskedArticle(context)];
  context.environment.mark('found');
  await printArticles(context, articles);
  return 0;
});
