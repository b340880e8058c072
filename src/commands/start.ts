// news without a command: the full-screen reader's shelf on a terminal, the list otherwise.

import type { Invocation } from '../cli/invocation.ts';

export async function start(invocation: Invocation): Promise<number | undefined> {
  const { tty } = invocation.environment;
  if (tty.stdin && tty.stdout) return (await import('./tui.ts')).tui(invocation, []);
  return (await import('./list.ts')).list(invocation);
}
