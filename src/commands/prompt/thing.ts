// news THING: no command, so a file, folder or article, on the screen or in a pipe printed.

import { isAbsolute, join } from 'node:path';
import type { Invocation } from '../../cli/invocation.ts';
import { type Context, command } from '../../context/context.ts';
import { NewsError } from '../../errors.ts';
import { isFolder } from '../../folder.ts';

/** Flags that say how a page is printed: with one of them it is printed, on a terminal too. */
const OF_PRINT = ['format', 'plain', 'json', 'toc', 'pager'] as const;

/** Opens what `words` name; `near` are commands that they may have been meant for, as they are typed. */
export async function thing(
  invocation: Invocation,
  words: readonly string[],
  near: readonly string[],
): Promise<number | undefined> {
  const { environment, flags } = invocation;
  const { tty, variables } = environment;
  const isPrinted = OF_PRINT.some((name) => name in flags) || words.join(' ') === '-';
  const isScreen = tty.stdin && tty.stdout && variables['TERM'] !== 'dumb' && !isPrinted;
  const folder = folderNamed(invocation, words.join(' '));
  if (folder !== undefined) {
    const inside = { environment, flags: { ...flags, from: [folder] } };
    return isScreen
      ? (await import('../screen/tui.ts')).tui(inside, [])
      : (await import('../library/list.ts')).list(inside, []);
  }
  try {
    return isScreen
      ? await (await import('../screen/tui.ts')).tui(invocation, words)
      : await (await import('../reading/read.ts')).read(invocation, words);
  } catch (error) {
    if (!(error instanceof NewsError) || error.code !== 'not-found' || near.length === 0)
      throw error;
    throw await mistyped(invocation, words[0] ?? '', near);
  }
}

/** The folder that `what` is: what stands where one is comes before the library. */
function folderNamed({ environment }: Invocation, what: string): string | undefined {
  const path = isAbsolute(what) ? what : join(environment.cwd, what);
  return what !== '' && isFolder(path) ? path : undefined;
}

const mistyped = command(
  async ({ messages: { errors } }: Context, word: string, near: readonly string[]) =>
    new NewsError('usage', errors.unknownCommand(word), errors.didYouMean(near)),
);
