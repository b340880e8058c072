// news without a command: the full-screen reader's shelf on a terminal, what was piped in, the list otherwise.

import type { Invocation } from '../../cli/invocation.ts';
import { type Context, command } from '../../context/context.ts';

export async function start(invocation: Invocation): Promise<number | undefined> {
  const { tty, piped } = invocation.environment;
  if (tty.stdin && tty.stdout) return (await import('../screen/tui.ts')).tui(invocation, []);
  if (piped) {
    const status = await readGiven(invocation);
    if (status !== undefined) return status;
  }
  return (await import('../library/list.ts')).list(invocation, []);
}

/** Prints what came in on standard input; undefined where nothing did. */
const readGiven = command(async (context: Context): Promise<number | undefined> => {
  const [{ givenArticle }, { printArticles }, { formatOf }] = await Promise.all([
    import('../../context/loose-article.ts'),
    import('../reading/print-articles.ts'),
    import('../../context/print-format.ts'),
  ]);
  formatOf(context);
  const given = await givenArticle(context);
  if (given === undefined) return undefined;
  await printArticles(context, [given]);
  return 0;
});
