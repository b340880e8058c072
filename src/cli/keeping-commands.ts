// The commands on what comes into the library, is marked in it, and goes out, as the command line has them.

import type { Messages } from '../messages/table.ts';
import type { FlagGroups, Shape } from './flags.ts';
import type { Act } from './invocation.ts';

type Name = 'add' | 'remove' | 'mark' | 'notes' | 'speak' | 'export';

export function defineKeeping(
  define: (name: Name, run: Act, ...shapes: readonly Shape[]) => void,
  flags: FlagGroups,
  { help: { argument, value } }: Messages,
): void {
  define(
    'add',
    async (invocation, words) => (await import('../commands/files/add.ts')).add(invocation, words),
    (command) => command.argument(`[${value.source}...]`, argument.sources),
    flags.add,
  );
  define(
    'remove',
    async (invocation, words) =>
      (await import('../commands/files/remove.ts')).remove(invocation, words),
    (command) => command.argument(`<${value.query}...>`, argument.query),
    flags.yes,
  );
  define(
    'mark',
    async (invocation, words) =>
      (await import('../commands/library/mark.ts')).mark(invocation, words),
    (command) => command.argument(`<${value.query}...>`, argument.query),
    flags.mark,
  );
  define(
    'notes',
    async (invocation, words) =>
      (await import('../commands/library/notes.ts')).notes(invocation, words),
    (command) => command.argument(`[${value.query}...]`, argument.query),
    flags.notes,
  );
  define(
    'speak',
    async (invocation, words) =>
      (await import('../commands/reading/speak.ts')).speak(invocation, words),
    (command) => command.argument(`[${value.query}...]`, argument.query),
    flags.speak,
  );
  define(
    'export',
    async (invocation, words) =>
      (await import('../commands/files/export.ts')).exportTo(invocation, words),
    (command) => command.argument(`<${value.query}...>`, argument.query),
    flags.to,
  );
}
