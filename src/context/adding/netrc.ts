// The reader's netrc file.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from '../context.ts';

/** Its text; empty where there is none. */
export function readNetrc({ variables, home, platform }: Context['environment']): string {
  const own = join(home, platform === 'win32' ? '_netrc' : '.netrc');
  try {
    return readFileSync(variables['NETRC'] || own, 'utf8');
  } catch {
    return '';
  }
}
