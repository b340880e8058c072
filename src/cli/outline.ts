// The command line as data, for completion and manual; made from what parses it.

import type { Command } from 'commander';

export type Values =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | {
      readonly kind:
        | 'articles'
        | 'series'
        | 'tags'
        | 'languages'
        | 'themes'
        | 'topics'
        | 'files'
        | 'folders';
    };

export interface FlagOutline {
  /** As typed: `-h`, `--help`. */
  readonly names: readonly string[];
  /** Name of its value, where it takes one. */
  readonly value?: string;
  readonly description: string;
  /** Heading of the group it is shown in. */
  readonly group: string;
  readonly values?: Values;
}

export interface ArgumentOutline {
  readonly name: string;
  readonly required: boolean;
  readonly variadic: boolean;
  readonly description: string;
}

export interface CommandOutline {
  readonly name: string;
  readonly description: string;
  /** Heading of the group it is shown in. */
  readonly group: string;
  readonly flags: readonly FlagOutline[];
  readonly arguments: readonly ArgumentOutline[];
  /** What its arguments may be. */
  readonly values?: Values;
  readonly commands: readonly CommandOutline[];
}

/** What completes a flag's value, by its long name, and a command's arguments, by its name. */
export interface ValueTables {
  readonly flags: Readonly<Record<string, Values>>;
  readonly commands: Readonly<Record<string, Values>>;
}

export function outlineOf(command: Command, tables: ValueTables): CommandOutline {
  const help = command.createHelp();
  const values = tables.commands[command.name()];
  return {
    name: command.name(),
    description: command.description(),
    group: command.helpGroup() ?? '',
    flags: help.visibleOptions(command).map((option) => {
      const name = /<([^>]*)>/.exec(option.flags)?.[1];
      const own = tables.flags[option.long ?? ''];
      return {
        names: [option.short, option.long].filter((one) => one !== undefined),
        ...(name === undefined ? {} : { value: name }),
        description: option.description,
        group: option.helpGroupHeading ?? '',
        ...(own ? { values: own } : {}),
      };
    }),
    arguments: command.registeredArguments.map((argument) => ({
      name: argument.name(),
      required: argument.required,
      variadic: argument.variadic,
      description: argument.description,
    })),
    ...(values ? { values } : {}),
    commands: help.visibleCommands(command).map((one) => outlineOf(one, tables)),
  };
}
