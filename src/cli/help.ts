// How `--help` looks: groups in the reader's language, text that fits the screen, examples.

import type { Command, Help } from 'commander';
import type { Messages } from '../messages/table.ts';
import type { Environment } from '../settings/environment.ts';

/** Columns of help, where the screen has them; 80 where there is no screen. */
const WIDEST = 96;
const NARROWEST = 24;
/** Where descriptions would have less they go below what they describe. */
const LEAST = 24;
/** What is longer than this has its description below, and the others theirs further left. */
const LONG = 42;
const INDENT = 2;
const HANGING = 6;

type Item = readonly [term: string, description: string];

interface Section {
  readonly title: string;
  readonly items: readonly Item[];
}

export function helpWidth({ variables, tty, screen }: Environment): number {
  const wished = Number(variables['COLUMNS']);
  const columns = wished > 0 ? wished : tty.stdout ? (screen()?.columns ?? 80) : 80;
  return Math.max(NARROWEST, Math.min(WIDEST, columns));
}

/** Gives `root` and the commands defined on it later our shape of help. */
export function helpShape(root: Command, messages: Messages, environment: Environment): void {
  const width = helpWidth(environment);
  const formatHelp = (command: Command, helper: Help) => helpText(command, helper, messages, width);
  root.configureHelp({ minWidthToWrap: 10, formatHelp });
}

function helpText(command: Command, helper: Help, { help }: Messages, width: number): string {
  const { heading } = help;
  const places = command.registeredArguments.map((one): Item => [one.name(), one.description]);
  const options = sections(
    helper.visibleOptions(command),
    (one) => one.helpGroupHeading ?? heading.options,
    (one) => [one.flags.replace(/[<>]/g, ''), one.description],
  );
  const commands = sections(
    helper.visibleCommands(command),
    (one) => one.helpGroup(),
    (one) => [one.name(), one.description()],
  );
  const examples = {
    title: heading.examples,
    items: help.examples[command.parent ? command.name() : 'root'] ?? [],
  };
  const flags = [{ title: heading.arguments, items: places }, ...options];
  const order = command.parent ? [flags, [examples]] : [commands, [examples], flags];
  const paragraphs = [
    helper.boxWrap(
      `${heading.usage} ${usageLine(command, help.usageFlags, help.usageCommand)}`,
      width,
    ),
    helper.boxWrap(sentence(command.description()), width),
    ...order.flatMap((group) => set(group, width, helper)),
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

/** `news read [QUERY…] [flags]`; `news [COMMAND] [flags]` for the program itself. */
function usageLine(command: Command, flags: string, commandWord: string): string {
  if (!command.parent) return [command.name(), commandWord, flags].join(' ');
  const places = command.registeredArguments.map((argument) => {
    const name = argument.name() + (argument.variadic ? '…' : '');
    return argument.required ? name : `[${name}]`;
  });
  return [command.parent.name(), command.name(), ...places, flags].join(' ');
}

function sections<T>(
  all: readonly T[],
  titleOf: (one: T) => string,
  itemOf: (one: T) => Item,
): readonly Section[] {
  const groups = new Map<string, Item[]>();
  for (const one of all) {
    const items = groups.get(titleOf(one)) ?? [];
    groups.set(titleOf(one), [...items, itemOf(one)]);
  }
  return [...groups].map(([title, items]) => ({ title, items }));
}

function set(group: readonly Section[], width: number, helper: Help): readonly string[] {
  const terms = group.flatMap(({ items }) => items.map(([term]) => term.length));
  const column = Math.max(0, ...terms.filter((length) => length <= LONG)) + 2 * INDENT;
  const beside = width - column >= LEAST;
  return group
    .filter(({ items }) => items.length > 0)
    .map(({ title, items }) => {
      const lines = items.flatMap(([term, description]) => {
        const below = !beside || INDENT + term.length > column - INDENT;
        const margin = ' '.repeat(beside ? column : HANGING);
        const text = helper.boxWrap(description, width - margin.length).split('\n');
        const own = ' '.repeat(INDENT) + term;
        if (below) return [own, ...text.map((line) => margin + line)];
        return text.map((line, index) => (index === 0 ? own.padEnd(column) : margin) + line);
      });
      return [title, ...lines].join('\n');
    });
}

/** A description as a sentence of its own. */
function sentence(text: string): string {
  return text.charAt(0).toLocaleUpperCase('de') + text.slice(1) + (/[.!?]$/.test(text) ? '' : '.');
}
