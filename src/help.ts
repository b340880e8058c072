// How `--help` looks: headings in the reader's language, examples below, nothing else.

import type { Command, Help } from 'commander';
import type { Messages } from './messages/messages.ts';

/** Gives `root` and the commands defined on it later our headings. */
export function helpShape(root: Command, { help }: Messages): void {
  const headings: Readonly<Record<string, string>> = {
    'Usage:': help.heading.usage,
    'Options:': help.heading.options,
    'Commands:': help.heading.commands,
    'Arguments:': help.heading.arguments,
  };
  const shape: Partial<Help> = {
    styleTitle: (title) => headings[title] ?? title,
    commandUsage: (command) => {
      const words: string[] = [];
      for (let at: Command | null = command; at; at = at.parent) words.unshift(at.name());
      return [...words, ...command.registeredArguments.map(argumentTerm), help.usageOptions].join(' ');
    },
  };
  root.configureHelp(shape);
  const examples = help.examples['root'] ?? [];
  const width = Math.max(...examples.map(([command]) => command.length));
  const lines = examples.map(([command, what]) => `  ${command.padEnd(width)}  ${what}`);
  root.addHelpText('after', `\n${help.heading.examples}\n${lines.join('\n')}`);
}

function argumentTerm(argument: Command['registeredArguments'][number]): string {
  const name = argument.name() + (argument.variadic ? '…' : '');
  return argument.required ? name.toUpperCase() : `[${name.toUpperCase()}]`;
}
