// The commonest command lines without the parser, which costs more (7 to 16 ms) than printing an
// article.

import type { Environment } from '../settings/environment.ts';
import type { Invocation } from './invocation.ts';

/** What a command line asks for, where it is one of those told here. */
export type Shortcut =
  | { readonly kind: 'version' }
  | { readonly kind: 'start' }
  /** `news read` or `news tui` with words alone and not one flag. */
  | { readonly kind: 'read' | 'tui'; readonly words: readonly string[] }
  /** `news search` with words that could be neither flags nor left out. */
  | { readonly kind: 'search'; readonly words: readonly string[] }
  | { readonly kind: 'list' };

/** The shortcut for `argv` (without node and script), or undefined where the parser must look. */
export function shortcutFor(argv: readonly string[]): Shortcut | undefined {
  const [command, ...words] = argv;
  if (command === undefined) return { kind: 'start' };
  if (words.length === 0 && (command === '--version' || command === '-V'))
    return { kind: 'version' };
  if (command === 'list') return words.length === 0 ? { kind: 'list' } : undefined;
  if (command === 'search') {
    const isPlain = words.length > 0 && words.every((word) => !word.startsWith('-'));
    return isPlain ? { kind: 'search', words } : undefined;
  }
  if (command !== 'read' && command !== 'tui') return undefined;
  return words.every((word) => word === '-' || !word.startsWith('-'))
    ? { kind: command, words }
    : undefined;
}

/** Runs a command that was asked for without a flag; resolves to the exit status. */
export async function runShortcut(
  shortcut: Exclude<Shortcut, { readonly kind: 'version' }>,
  environment: Environment,
): Promise<number> {
  return (await act(shortcut, { flags: {}, environment })) ?? 0;
}

async function act(
  shortcut: Exclude<Shortcut, { readonly kind: 'version' }>,
  invocation: Invocation,
): Promise<number | undefined> {
  switch (shortcut.kind) {
    case 'start':
      return (await import('../commands/prompt/start.ts')).start(invocation);
    case 'read':
      return (await import('../commands/reading/read.ts')).read(invocation, shortcut.words);
    case 'search':
      return (await import('../commands/library/search.ts')).search(invocation, shortcut.words);
    case 'list':
      return (await import('../commands/library/list.ts')).list(invocation, []);
    case 'tui':
      return (await import('../commands/screen/tui.ts')).tui(invocation, shortcut.words);
  }
}
