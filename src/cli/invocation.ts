// What every command is given.

import type { Environment } from '../settings/environment.ts';
import type { Flags } from '../settings/settings.ts';

export interface Invocation {
  readonly flags: Flags;
  readonly environment: Environment;
}
