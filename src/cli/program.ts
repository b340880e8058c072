// Every command and what it takes; its code loads when it is chosen.

import { Command, CommanderError } from 'commander';
import type { Messages } from '../messages/table.ts';
import type { Environment } from '../settings/environment.ts';
import { flagGroups, type Shape, VALUES } from './flags.ts';
import { helpShape } from './help.ts';
import type { Act } from './invocation.ts';
import { type CommandOutline, outlineOf } from './outline.ts';
import { typedFlags, withServers } from './typed-flags.ts';
import { nearCommands, usageError, wordsApart } from './usage.ts';

export interface Outside {
  readonly environment: Environment;
  readonly version: string;
  /** Where help and version go. */
  readonly write: (text: string) => void;
}

/** Name of the command that a command line without one stands for; nobody types it. */
const THING = '…';

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
    load: () => Promise<Act>,
    ...shapes: readonly Shape[]
  ): void => {
    const command = root
      .command(name)
      .description(help.command[name])
      .optionsGroup(heading.options);
    for (const shape of [...shapes, flags.everywhere]) shape(command);
    act(command, async (invocation, words) => (await load())(invocation, words));
  };
  const any =
    (name: string, about: string): Shape =>
    (command) =>
      command.argument(`[${name}...]`, about);
  const some =
    (name: string, about: string): Shape =>
    (command) =>
      command.argument(`<${name}...>`, about);
  const anyQuery = any(value.query, argument.query);
  const someQuery = some(value.query, argument.query);

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
    async () => (await import('../commands/reading/read.ts')).read,
    anyQuery,
    flags.page,
    flags.interactive,
  );
  define('next', async () => (await import('../commands/reading/step.ts')).next, flags.page);
  define('prev', async () => (await import('../commands/reading/step.ts')).prev, flags.page);
  define(
    'tui',
    async () => (await import('../commands/screen/tui.ts')).tui,
    anyQuery,
    flags.fullScreen,
  );
  define('open', async () => (await import('../commands/reading/open.ts')).open, someQuery);

  root.commandsGroup(heading.finding);
  define(
    'list',
    async () => (await import('../commands/library/list.ts')).list,
    // What it does not take is refused where the library says which flag was meant.
    (command) => command.allowExcessArguments(),
    flags.list,
  );
  define(
    'search',
    async () => (await import('../commands/library/search.ts')).search,
    some(value.word, argument.words),
    flags.search,
  );
  define(
    'history',
    async () => (await import('../commands/library/history.ts')).history,
    flags.clear,
    flags.json,
  );

  root.commandsGroup(heading.keeping);
  define(
    'add',
    async () => (await import('../commands/files/add.ts')).add,
    any(value.source, argument.sources),
    flags.add,
  );
  define(
    'remove',
    async () => (await import('../commands/files/remove.ts')).remove,
    someQuery,
    flags.yes,
  );
  define(
    'mark',
    async () => (await import('../commands/library/mark.ts')).mark,
    someQuery,
    flags.mark,
  );
  define(
    'notes',
    async () => (await import('../commands/library/notes.ts')).notes,
    anyQuery,
    flags.notes,
  );
  define(
    'speak',
    async () => (await import('../commands/reading/speak.ts')).speak,
    anyQuery,
    flags.speak,
  );
  define(
    'export',
    async () => (await import('../commands/files/export.ts')).exportTo,
    someQuery,
    flags.to,
  );

  root.commandsGroup(heading.feeds);
  define(
    'follow',
    async () => withServers((await import('../commands/feeds/follow.ts')).follow),
    any(value.source, argument.feeds),
    flags.follow,
  );
  define(
    'fetch',
    async () => (await import('../commands/feeds/fetch.ts')).fetch,
    any(value.series, argument.followed),
    flags.force,
  );
  define(
    'following',
    async () => (await import('../commands/feeds/following.ts')).following,
    flags.opml,
    flags.json,
  );
  define(
    'unfollow',
    async () => withServers((await import('../commands/feeds/unfollow.ts')).unfollow),
    any(value.series, argument.followed),
    flags.remove,
  );

  root.commandsGroup(heading.keeping);
  define(
    'check',
    async () => (await import('../commands/files/check.ts')).check,
    any(value.path, argument.paths),
    flags.json,
  );
  define('config', async () => (await import('../commands/prompt/config.ts')).config, flags.json);
  define(
    'completion',
    async () => {
      const { completion } = await import('../commands/prompt/completion.ts');
      return (_, [shell]) => completion(shell ?? '', messages);
    },
    (command) => command.argument(`<${value.shell}>`, argument.shell),
  );
  define(
    'help',
    async () => async (invocation, words) => {
      const [word] = words;
      const about = word === undefined ? root : root.commands.find((one) => one.name() === word);
      if (about) about.outputHelp();
      else return (await import('../commands/prompt/topic.ts')).topic(invocation, words.join(' '));
      return 0;
    },
    any(value.topic, argument.topic),
  );
  act(
    root.command('complete', { hidden: true }).argument('<index>').argument('[words...]'),
    async (invocation, words) =>
      (await import('../commands/prompt/complete.ts')).complete(
        invocation,
        words,
        outlineOf(root, VALUES),
      ),
  );
  // What is no command is something to open.
  const thing = root.command(THING, { isDefault: true, hidden: true });
  for (const shape of [anyQuery, flags.page, flags.screenReader, flags.everywhere]) shape(thing);
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
    VALUES,
  );
}

/** Runs `argv`; resolves to the exit status. Throws a NewsError for wrong usage, and a command's errors. */
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
