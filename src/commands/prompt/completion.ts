// news completion SHELL: a script that asks `news complete`.

import { SHELL_SCRIPTS } from '../../completion/shell-scripts.ts';
import { NewsError } from '../../errors.ts';
import type { Messages } from '../../messages/table.ts';
import { writeOut } from '../../output/stdout.ts';

/** Prints the script for `shell`. Throws a NewsError for a shell that is not known. */
export function completion(shell: string, { errors }: Messages): number {
  if (!Object.hasOwn(SHELL_SCRIPTS, shell)) {
    const hint = errors.flagHint(errors.expected.oneOf(Object.keys(SHELL_SCRIPTS)));
    throw new NewsError('usage', errors.flag('completion', shell), hint);
  }
  writeOut(SHELL_SCRIPTS[shell] ?? '');
  return 0;
}
