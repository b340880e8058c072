// news check: what is wrong with article files, one line a fault, as compilers say it.

import { statSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { checkFiles } from '../../check/check-files.ts';
import { type Context, command } from '../../context/context.ts';
import { reasonOf } from '../../context/faults.ts';
import { NewsError } from '../../errors.ts';
import { cleanLine } from '../../library/article/clean.ts';
import { writeError, writeOut } from '../../output/stdout.ts';

/** Checks files and folders, or the library. Resolves to 1 for faults. Throws for a path not there. */
export const check = command(async (context, words: readonly string[]) => {
  const { flags, messages, settings, environment, terminal } = context;
  const { folders, files } = sorted(words, context);
  const all = words.length === 0 ? settings.roots : folders;
  const result = await checkFiles(all, files, settings.roots);
  const said = result.faults.map(({ path, line, column, cause }) => {
    const below = relative(environment.cwd, path);
    const shown = below.startsWith('..') || isAbsolute(below) ? path : below;
    const message = cleanLine(messages.check.fault[cause.code](cause));
    return { path: cleanLine(shown), line, column, ...cause, message };
  });
  if (flags['json']) {
    writeOut(`${JSON.stringify(said, null, 2)}\n`);
  } else {
    writeOut(said.map((one) => `${one.path}:${one.line}:${one.column}: ${one.message}\n`).join(''));
    if (terminal.tty) writeError(messages.check.summary(result.files, said.length));
  }
  return said.length > 0 ? 1 : 0;
});

function sorted(words: readonly string[], { environment, messages }: Context) {
  const folders: string[] = [];
  const files: string[] = [];
  for (const word of words) {
    const path = isAbsolute(word) ? word : join(environment.cwd, word);
    try {
      (statSync(path).isDirectory() ? folders : files).push(path);
    } catch (error) {
      const sentence = messages.errors.unreadable(word, reasonOf(error, messages));
      throw new NewsError('unreadable', sentence, undefined, error);
    }
  }
  return { folders, files };
}
