// The two commonest command lines, told without the command-line parser: it costs more than all the
// rest of printing an article. What it takes is exactly what the parser would make of the same words.

import type { Environment } from './settings/environment.ts';

/** What a command line asks for, where it is one of those told here. */
export type Shortcut =
  | { readonly kind: 'version' }
  /** `news read` with words alone and not one flag. */
  | { readonly kind: 'read'; readonly words: readonly string[] };

/** The shortcut for `argv` (without node and script), or undefined where the parser must look. */
export function shortcutFor(argv: readonly string[]): Shortcut | undefined {
  const [command, ...words] = argv;
  if (words.length === 0 && (command === '--version' || command === '-V'))
    return { kind: 'version' };
  if (command !== 'read') return undefined;
  return words.every((word) => word === '-' || !word.startsWith('-'))
    ? { kind: 'read', words }
    : undefined;
}

/** Runs `news read` with `words`; resolves to the exit status. */
export async function readWords(
  words: readonly string[],
  environment: Environment,
): Promise<number> {
  const { read } = await import('./commands/read.ts');
  return (await read({ flags: {}, environment }, words)) ?? 0;
}
