// The bar of work that takes long, for this terminal.

import type { Messages } from '../messages/table.ts';
import { openProgress, type Progress, type ProgressFacts } from '../output/progress.ts';
import type { Environment } from '../settings/environment.ts';
import type { Terminal } from '../settings/terminal.ts';

interface ProgressContext {
  readonly environment: Environment;
  readonly terminal: Terminal;
  readonly messages: Messages;
}

/** A bar on a terminal's standard error; nothing anywhere else. */
export function progressFor(
  { environment, terminal, messages }: ProgressContext,
  label: string,
  rate: ProgressFacts['rate'],
): Progress {
  return openProgress({
    tty: environment.tty.stderr && environment.variables['TERM'] !== 'dumb',
    unicode: terminal.unicode,
    clock: environment.clock,
    number: messages.format.number,
    label,
    rate,
  });
}
