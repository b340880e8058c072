// The flags of a command line that were typed.

import type { Command } from 'commander';
import type { Flags } from '../settings/settings.ts';
import type { Act } from './invocation.ts';

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

/** A command to which addresses that `--from` names are servers, and no folders. */
export function withServers(run: Act): Act {
  return (invocation, words) => {
    const { from, ...flags } = invocation.flags;
    if (!Array.isArray(from)) return run(invocation, words);
    const isServer = (one: unknown): boolean => /^https?:\/\//i.test(String(one));
    const folders = from.filter((one) => !isServer(one));
    const named = folders.length > 0 ? { from: folders } : {};
    const servers = from.filter(isServer);
    return run({ ...invocation, flags: { ...flags, ...named, servers } }, words);
  };
}
