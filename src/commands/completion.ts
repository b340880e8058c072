// news completion SHELL: the script that a shell reads to complete `news`. The script only asks: what
// there is to complete is answered by `news complete`.

import { NewsError } from '../errors.ts';
import type { Messages } from '../messages/messages.ts';
import { writeOut } from '../output/stdout.ts';
import { SHELL_SCRIPTS } from './shell-scripts.ts';

/** Prints the script for `shell`. Throws a NewsError for a shell that is not known. */
export function completion(shell: string, { errors }: Messages): number {
  if (!Object.hasOwn(SHELL_SCRIPTS, shell)) {
    const hint = errors.flagHint(errors.expected.oneOf(Object.keys(SHELL_SCRIPTS)));
    throw new NewsError('usage', errors.flag('completion', shell), hint);
  }
  writeOut(SHELL_SCRIPTS[shell] ?? '');
  return 0;
}
