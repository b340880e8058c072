// The flags of a command line that were typed.

import type { Command } from 'commander';
import type { Flags } from '../settings/settings.ts';

/** What was typed, of a command and of all above it; nobody's defaults count. */
export function typedFlags(command: Command): Flags {
  const flags: Record<string, unknown> = {};
  for (let at: Command | null = command; at; at = at.parent) {
    for (const [name, value] of Object.entries(at.opts())) {
      if (at.getOptionValueSource(name) === 'cli' && !(name in flags)) flags[name] = value;
    }
  }
  return flags;
}
