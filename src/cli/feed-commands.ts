// The commands on feeds, as the command line has them.

import type { Command } from 'commander';
import type { Messages } from '../messages/table.ts';
import type { FlagGroups, Shape } from './flags.ts';
import type { Act, Invocation } from './invocation.ts';

type Name = 'follow' | 'fetch' | 'following' | 'unfollow';

/** The addresses that `--from` names are of servers, and no folders. */
function withServers(invocation: Invocation): Invocation {
  const { from, ...flags } = invocation.flags;
  if (!Array.isArray(from)) return invocation;
  const isServer = (one: unknown): boolean => /^https?:\/\//i.test(String(one));
  const folders = from.filter((one) => !isServer(one));
  return {
    ...invocation,
    flags: {
      ...flags,
      ...(folders.length > 0 ? { from: folders } : {}),
      servers: from.filter(isServer),
    },
  };
}

export function defineFeeds(
  define: (name: Name, run: Act, ...shapes: readonly Shape[]) => void,
  root: Command,
  flags: FlagGroups,
  { help: { heading, argument, value } }: Messages,
): void {
  root.commandsGroup(heading.feeds);
  define(
    'follow',
    async (invocation, words) =>
      (await import('../commands/feeds/follow.ts')).follow(withServers(invocation), words),
    (command) => command.argument(`[${value.source}...]`, argument.feeds),
    flags.follow,
  );
  define(
    'fetch',
    async (invocation, words) =>
      (await import('../commands/feeds/fetch.ts')).fetch(invocation, words),
    (command) => command.argument(`[${value.series}...]`, argument.followed),
    flags.force,
  );
  define(
    'following',
    async (invocation) => (await import('../commands/feeds/following.ts')).following(invocation),
    flags.opml,
    flags.json,
  );
  define(
    'unfollow',
    async (invocation, words) =>
      (await import('../commands/feeds/unfollow.ts')).unfollow(withServers(invocation), words),
    (command) => command.argument(`[${value.series}...]`, argument.followed),
    flags.remove,
  );
}
