// What every command is given.

import type { Environment } from '../settings/environment.ts';
import type { Flags } from '../settings/settings.ts';

export interface Invocation {
  readonly flags: Flags;
  readonly environment: Environment;
}

/** A command's work; resolves to the exit status, 0 where it says nothing. */
export type Act = (
  invocation: Invocation,
  words: readonly string[],
) => Promise<number | undefined> | number | undefined;
