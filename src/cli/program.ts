// Every command and what it takes; its code loads when it is chosen.

import { Command, CommanderError } from 'commander';
import type { Messages } from '../messages/table.ts';
import type { Environment } from '../settings/environment.ts';
import { defineFeeds } from './feed-commands.ts';
import { FLAG_VALUES, flagGroups, type Shape } from './flags.ts';
import { helpShape } from './help.ts';
import type { Act } from './invocation.ts';
import { defineKeeping } from './keeping-commands.ts';
import { type CommandOutline, outlineOf, type ValueTables } from './outline.ts';
import { typedFlags } from './typed-flags.ts';
import { nearCommands, usageError } from './usage.ts';

export interface Outside {
  readonly environment: Environment;
  readonly version: string;
  /** Where help and version go. */
  readonly write: (text: string) => void;
}

/** Name of the command that a command line without one stands for; nobody types it. */
const THING = '…';

/** What completes the arguments of a command. */
const TABLES: ValueTables = {
  flags: FLAG_VALUES,
  commands: {
    read: { kind: 'articles' },
    tui: { kind: 'articles' },
    open: { kind: 'articles' },
    add: { kind: 'files' },
    remove: { kind: 'articles' },
    speak: { kind: 'articles' },
    export: { kind: 'articles' },
    mark: { kind: 'articles' },
    notes: { kind: 'articles' },
    follow: { kind: 'files' },
    fetch: { kind: 'series' },
    unfollow: { kind: 'series' },
    check: { kind: 'files' },
    completion: { kind: 'words', words: ['bash', 'zsh', 'fish', 'powershell'] },
    help: { kind: 'topics' },
  },
};

/** The command line, built in the reader's language; `done` is told the exit status. */
function build(messages: Messages, outside: Outside, done: (status: number) => void): Command {
  const { environment } = outside;
  const { help } = messages;
  const { heading, argument, value } = help;
  const flags = flagGroups(messages);
  const root = new Command('news');

  const act = (command: Command, run: Act): void => {
    command.action(async () => {
      done((await run({ flags: typedFlags(command), environment }, command.args)) ?? 0);
    });
  };
  const define = (
    name: Exclude<keyof typeof help.command, 'complete'>,
    run: Act,
    ...shapes: readonly Shape[]
  ): void => {
    const command = root
      .command(name)
      .description(help.command[name])
      .optionsGroup(heading.options);
    for (const shape of [...shapes, flags.everywhere]) shape(command);
    act(command, run);
  };
  const query: Shape = (command) => command.argument(`[${value.query}...]`, argument.query);

  helpShape(root, messages, environment);
  root
    .description(help.description)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined, writeOut: outside.write })
    .helpCommand(false)
    .optionsGroup(heading.options);
  flags.everywhere(root);

  root.commandsGroup(heading.reading);
  define(
    'read',
    async (invocation, words) =>
      (await import('../commands/reading/read.ts')).read(invocation, words),
    query,
    flags.page,
    flags.interactive,
  );
  define(
    'next',
    async (invocation) => (await import('../commands/reading/step.ts')).step(invocation, 'next'),
    flags.page,
  );
  define(
    'prev',
    async (invocation) =>
      (await import('../commands/reading/step.ts')).step(invocation, 'previous'),
    flags.page,
  );
  define(
    'tui',
    async (invocation, words) => (await import('../commands/screen/tui.ts')).tui(invocation, words),
    query,
    flags.fullScreen,
  );
  define(
    'open',
    async (invocation, words) =>
      (await import('../commands/reading/open.ts')).open(invocation, words),
    (command) => command.argument(`<${value.query}...>`, argument.query),
  );

  root.commandsGroup(heading.finding);
  define(
    'list',
    async (invocation, words) =>
      (await import('../commands/library/list.ts')).list(invocation, words),
    // What it does not take is refused where the library says which flag was meant.
    (command) => command.allowExcessArguments(),
    flags.list,
  );
  define(
    'search',
    async (invocation, words) =>
      (await import('../commands/library/search.ts')).search(invocation, words),
    (command) => command.argument(`<${value.word}...>`, argument.words),
    flags.search,
  );
  define(
    'history',
    async (invocation) => (await import('../commands/library/history.ts')).history(invocation),
    flags.clear,
    flags.json,
  );

  root.commandsGroup(heading.keeping);
  defineKeeping(define, flags, messages);
  defineFeeds(define, root, flags, messages);
  root.commandsGroup(heading.keeping);
  define(
    'check',
    async (invocation, words) =>
      (await import('../commands/files/check.ts')).check(invocation, words),
    (command) => command.argument(`[${value.path}...]`, argument.paths),
    flags.json,
  );
  define(
    'config',
    async (invocation) => (await import('../commands/prompt/config.ts')).config(invocation),
    flags.json,
  );
  define(
    'completion',
    async (_, [shell]) =>
      (await import('../commands/prompt/completion.ts')).completion(shell ?? '', messages),
    (command) => command.argument(`<${value.shell}>`, argument.shell),
  );
  define(
    'help',
    async (invocation, words) => {
      const [word] = words;
      const about = word === undefined ? root : root.commands.find((one) => one.name() === word);
      if (about) about.outputHelp();
      else return (await import('../commands/prompt/topic.ts')).topic(invocation, words.join(' '));
      return 0;
    },
    (command) => command.argument(`[${value.topic}...]`, argument.topic),
  );
  act(
    root.command('complete', { hidden: true }).argument('<index>').argument('[words...]'),
    async (invocation, words) =>
      (await import('../commands/prompt/complete.ts')).complete(
        invocation,
        words,
        outlineOf(root, TABLES),
      ),
  );
  // What is no command is something to open.
  const thing = root
    .command(THING, { isDefault: true, hidden: true })
    .argument(`[${value.query}...]`, argument.query);
  for (const shape of [flags.page, flags.screenReader, flags.everywhere]) shape(thing);
  act(thing, async (invocation, words) => {
    if (words.length === 0) return (await import('../commands/prompt/start.ts')).start(invocation);
    const near = nearCommands(root, words[0] ?? '');
    return (await import('../commands/prompt/thing.ts')).thing(invocation, words, near);
  });
  root.version(outside.version, '-V, --version', help.version);
  return root;
}

/** The whole command line as data, in the language of `messages`; runs nothing. */
export function programOutline(messages: Messages, environment: Environment): CommandOutline {
  const nowhere = { environment, version: '', write: () => undefined };
  return outlineOf(
    build(messages, nowhere, () => undefined),
    TABLES,
  );
}

/**
 * Runs `argv` and resolves to the exit status. Throws a NewsError for wrong usage, and the command's
 * errors.
 */
export async function program(
  argv: readonly string[],
  messages: Messages,
  outside: Outside,
): Promise<number> {
  let status = 0;
  const root = build(messages, outside, (code) => {
    status = code;
  });
  try {
    await root.parseAsync(argv[0] === 'search' ? wordsApart(argv) : argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    throw usageError(error, root, messages, argv);
  }
  return status;
}

/** A search's `-without` words behind `--`; flags of one letter are `-n`, `-h` and `-V`. */
function wordsApart(argv: readonly string[]): readonly string[] {
  const end = argv.indexOf('--');
  const before = end < 0 ? argv : argv.slice(0, end);
  const after = end < 0 ? [] : argv.slice(end + 1);
  const isWord = (word: string): boolean => /^-[^-]/.test(word) && !/^-(?:n\d*|[hV])$/.test(word);
  const without = before.filter(isWord);
  return without.length === 0
    ? argv
    : [...before.filter((word) => !isWord(word)), '--', ...without, ...after];
}
