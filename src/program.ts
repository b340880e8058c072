// Every command, flag and help line. A command's code loads when it is chosen, so that `--help` and
// `--version` cost nothing.

import { Command, CommanderError } from 'commander';
import { helpShape } from './help.ts';
import type { Messages } from './messages/messages.ts';
import type { Environment } from './settings/environment.ts';
import type { Flags } from './settings/settings.ts';
import { unknownCommand, usageError } from './usage.ts';

/** What every command is given. */
export interface Invocation {
  readonly flags: Flags;
  readonly environment: Environment;
}

/** A command's work; resolves to the exit status, 0 where it says nothing. */
type Act = (invocation: Invocation, words: readonly string[]) => Promise<number | undefined>;

type Shape = (command: Command) => unknown;

/** What was typed, of a command and of all above it; nobody's defaults count. */
function typedFlags(command: Command): Flags {
  const flags: Record<string, unknown> = {};
  for (let at: Command | null = command; at; at = at.parent) {
    for (const [name, value] of Object.entries(at.opts())) {
      if (at.getOptionValueSource(name) === 'cli' && !(name in flags)) flags[name] = value;
    }
  }
  return flags;
}

/** The command line, built in the reader's language. */
function build(messages: Messages, environment: Environment, done: (status: number) => void) {
  const { help } = messages;
  const { heading, option, argument } = help;

  const everywhere: Shape = (command) =>
    command
      .optionsGroup(heading.global)
      .option('--from <folder>', option.from, (folder: string, before: string[] = []) => [
        ...before,
        folder,
      ])
      .option('--color <when>', option.color)
      .option('--no-history', option.noHistory)
      .option('--language <language>', option.language)
      .helpOption('-h, --help', help.help);

  const format: Shape = (command) =>
    command
      .optionsGroup(heading.page)
      .option('--format <format>', option.format)
      .option('--plain', option.plain)
      .option('--json', option.json)
      .option('--width <columns>', option.width)
      .option('--theme <name>', option.theme)
      .option('--links <style>', option.links)
      .option('--tables <style>', option.tables)
      .option('--toc', option.toc)
      .option('--hyphenate <when>', option.hyphenate)
      .option('--justify', option.justify)
      .option('--find <word>', option.find)
      .option('--no-pager', option.noPager);

  const fullScreen: Shape = (command) =>
    command
      .option('--screen-reader', option.screenReader)
      .option('--theme <name>', option.theme)
      .option('--width <columns>', option.width);

  const filter: Shape = (command) =>
    command
      .optionsGroup(heading.library)
      .option('--series <series>', option.series)
      .option('--tag <tag>', option.tag)
      .option('--lang <language>', option.lang);

  const root = new Command('news');
  const act = (command: Command, run: Act): void => {
    command.action(async () => {
      done((await run({ flags: typedFlags(command), environment }, command.args)) ?? 0);
    });
  };
  const define = (name: string, description: string, run: Act, ...shapes: readonly Shape[]): void => {
    const command = root.command(name).description(description).optionsGroup(heading.options);
    for (const shape of [...shapes, everywhere]) shape(command);
    act(command, run);
  };

  helpShape(root, messages);
  root
    .description(help.description)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .commandsGroup(heading.commands)
    .helpCommand('help [command]', help.helpCommand)
    .optionsGroup(heading.options);
  everywhere(root);
  root.allowExcessArguments();
  act(root, async (invocation, [word]) => {
    if (word !== undefined) throw unknownCommand(root, word, messages);
    return (await import('./commands/start.ts')).start(invocation);
  });

  define(
    'read',
    help.command.read,
    async (invocation, words) => (await import('./commands/read.ts')).read(invocation, words),
    (command) => command.argument('[query...]', argument.query),
    format,
    (command) => command.option('-i, --interactive', option.interactive),
  );
  define(
    'next',
    help.command.next,
    async (invocation) => (await import('./commands/step.ts')).step(invocation, 'next'),
    format,
  );
  define(
    'prev',
    help.command.prev,
    async (invocation) => (await import('./commands/step.ts')).step(invocation, 'previous'),
    format,
  );
  define(
    'list',
    help.command.list,
    async (invocation) => (await import('./commands/list.ts')).list(invocation),
    filter,
    (command) =>
      command
        .option('--unread', option.unread)
        .option('--sort <order>', option.sort)
        .option('--json', option.json),
  );
  define(
    'search',
    help.command.search,
    async (invocation, words) => (await import('./commands/search.ts')).search(invocation, words),
    (command) => command.argument('<word...>', argument.words),
    filter,
    (command) => command.option('-n <count>', option.limit).option('--json', option.json),
  );
  define(
    'tui',
    help.command.tui,
    async (invocation, words) => (await import('./commands/tui.ts')).tui(invocation, words),
    (command) => command.argument('[query...]', argument.query),
    fullScreen,
  );
  define(
    'open',
    help.command.open,
    async (invocation, words) => (await import('./commands/open.ts')).open(invocation, words),
    (command) => command.argument('<query...>', argument.query),
  );
  define(
    'history',
    help.command.history,
    async (invocation) => (await import('./commands/history.ts')).history(invocation),
    (command) => command.option('--clear', option.clear).option('--json', option.json),
  );
  define(
    'config',
    help.command.config,
    async (invocation) => (await import('./commands/config.ts')).config(invocation),
    (command) => command.option('--json', option.json),
  );
  return root;
}

/**
 * Runs the command line `argv` (without node and script) and resolves to the exit status.
 * Throws a NewsError for wrong usage, and whatever the command throws.
 */
export async function program(
  argv: readonly string[],
  environment: Environment,
  messages: Messages,
  version: () => string,
): Promise<number> {
  let status = 0;
  const root = build(messages, environment, (code) => {
    status = code;
  });
  if (argv[0] === '--version' || argv[0] === '-V') root.version(version(), '-V, --version');
  else root.version('', '-V, --version', messages.help.version);
  try {
    await root.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    throw usageError(error, messages, argv);
  }
  return status;
}
