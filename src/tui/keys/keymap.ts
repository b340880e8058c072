// Which key does what, as data: help, footer and manual are made from it.

import { NewsError } from '../../errors.ts';
import type { TuiMessages } from '../../messages/en/tui.ts';
import {
  type Binding,
  type Command,
  type KeyContext,
  LIST,
  NOTE,
  READER,
  SELECT,
  SHELF,
  SPEAK,
  TYPING,
} from './bindings.ts';

/** Own keys by command, as the settings give them: a key, or several, or none to take them away. */
export type KeyOverrides = Readonly<Record<string, string | readonly string[]>>;

export interface CommandBinding extends Binding {
  readonly command: Command;
}
export type Keymap = Readonly<Record<KeyContext, readonly CommandBinding[]>>;

export const DEFAULT_KEYMAP: Keymap = {
  shelf: SHELF,
  reader: READER,
  typing: TYPING,
  list: LIST,
  note: NOTE,
  select: SELECT,
  speak: SPEAK,
};

const CONTEXTS: readonly KeyContext[] = [
  'shelf',
  'reader',
  'typing',
  'list',
  'note',
  'select',
  'speak',
];

/** The keymap with the reader's keys. Throws `usage` for unknown commands and clashing keys. */
export function keymap(overrides: KeyOverrides, messages: TuiMessages): Keymap {
  const known = new Set(
    CONTEXTS.flatMap((context) =>
      DEFAULT_KEYMAP[context].map((binding) => binding.command as string),
    ),
  );
  const unknown = Object.keys(overrides).find((command) => !known.has(command));
  if (unknown !== undefined) {
    throw new NewsError(
      'usage',
      messages.errors.unknownCommand(unknown),
      messages.errors.knownCommands([...known].join(' ')),
    );
  }
  const bound = (context: KeyContext): readonly CommandBinding[] => {
    const bindings = DEFAULT_KEYMAP[context].map((binding) => {
      const own = overrides[binding.command];
      return own === undefined
        ? binding
        : { ...binding, keys: keysOf(own, binding.command, messages) };
    });
    const owners = new Map<string, string>();
    for (const { command, keys } of bindings) {
      for (const key of keys) {
        const owner = owners.get(key);
        if (owner !== undefined && owner !== command) {
          throw new NewsError(
            'usage',
            messages.errors.keyClash(key, owner, command),
            messages.errors.keyClashHint,
          );
        }
        owners.set(key, command);
      }
    }
    return bindings;
  };
  return {
    shelf: bound('shelf'),
    reader: bound('reader'),
    typing: bound('typing'),
    list: bound('list'),
    note: bound('note'),
    select: bound('select'),
    speak: bound('speak'),
  };
}

/** The keys of a setting, which may be anything. */
function keysOf(own: unknown, command: string, messages: TuiMessages): readonly string[] {
  const keys = Array.isArray(own) ? own : [own];
  if (keys.every((key) => typeof key === 'string')) return keys;
  throw new NewsError('usage', messages.errors.badKeys(command));
}

export function commandOf(map: Keymap, context: KeyContext, key: string): Command | undefined {
  return map[context].find((binding) => binding.keys.includes(key))?.command;
}

/** A command's binding, by the screen its name begins with. */
export function bindingOf(map: Keymap, command: Command): CommandBinding | undefined {
  return map[command.slice(0, command.indexOf('.')) as KeyContext].find(
    (one) => one.command === command,
  );
}

const SIGNS: Readonly<Record<string, string>> = {
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  enter: '↵',
};

/** A key as it is written on the screen: `↑`, `Esc`, `PgDn`; ASCII where the terminal has nothing else. */
export function keyLabel(key: string, unicode: boolean, messages: TuiMessages): string {
  const sign = SIGNS[key];
  if (sign !== undefined && unicode) return sign;
  const named = (messages.keys as Readonly<Record<string, string>>)[key];
  if (named !== undefined) return named;
  return key.startsWith('ctrl-') ? `${messages.keys.ctrl}-${key.slice(5).toUpperCase()}` : key;
}
