// What commander has to say about a wrong command line, in our words and the reader's language.

import type { Command, CommanderError } from 'commander';
import { distance } from 'fastest-levenshtein';
import { NewsError } from '../errors.ts';
import type { Messages } from '../messages/table.ts';

/** The words in quotation marks in commander's message: the flag, command or argument it is about. */
function subject(error: CommanderError): string {
  return (/'([^']*)'/.exec(error.message)?.[1] ?? '').replace(/[<>]/g, '');
}

/** Commands whose argument can only be meant for `read`. */
const STEPS: ReadonlySet<string> = new Set(['next', 'prev']);

/** A NewsError of wrong usage for `error`, with a hint where one can be given. */
export function usageError(
  error: CommanderError,
  root: Command,
  { errors }: Messages,
  argv: readonly string[],
): NewsError {
  const name = subject(error);
  const near = /Did you mean (?:one of )?([^?]+)\?/.exec(error.message)?.[1]?.split(', ');
  const word = argv.find((one) => !one.startsWith('-'));
  const known = root.commands.find((command) => command.name() === word);
  const command = known ? `news ${known.name()}` : 'news';
  const meant = known || word === undefined ? [] : nearCommands(root, word);
  const helpHint = meant.length > 0 ? errors.didYouMean(meant) : errors.unknownOptionHint(command);
  switch (error.code) {
    case 'commander.unknownOption':
      return new NewsError(
        'usage',
        errors.unknownOption(name),
        near ? errors.didYouMean(near) : helpHint,
      );
    case 'commander.missingArgument':
      return new NewsError('usage', errors.missingArgument(name), helpHint);
    case 'commander.optionMissingArgument':
      return new NewsError('usage', errors.optionMissingArgument(name), helpHint);
    case 'commander.excessArguments': {
      const words = / but got \d+: ([\s\S]*)\.$/.exec(error.message)?.[1]?.split(', ') ?? [];
      const taken = known?.registeredArguments.length ?? 0;
      const more = words.slice(taken);
      const instead = STEPS.has(known?.name() ?? '')
        ? ['news read', ...more]
        : [command, ...words.slice(0, taken)];
      const sentence = errors.takesNoMore(command, more.join(' '));
      return new NewsError('usage', sentence, errors.didYouMean([instead.join(' ')]));
    }
    default:
      return new NewsError('usage', error.message.replace(/^error: /, ''), helpHint);
  }
}

/** Commands that `word` may have been meant for, as they are typed: `news list`. */
export function nearCommands(root: Command, word: string): readonly string[] {
  return root.commands
    .map((command) => command.name())
    .filter((known) => word.length > 2 && /^[a-z]/.test(known) && distance(known, word) <= 2)
    .map((known) => `news ${known}`);
}

/** A search's `-without` words behind `--`; flags of one letter are `-n`, `-h` and `-V`. */
export function wordsApart(argv: readonly string[]): readonly string[] {
  const end = argv.indexOf('--');
  const before = end < 0 ? argv : argv.slice(0, end);
  const after = end < 0 ? [] : argv.slice(end + 1);
  const isWord = (word: string): boolean => /^-[^-]/.test(word) && !/^-(?:n\d*|[hV])$/.test(word);
  const without = before.filter(isWord);
  return without.length === 0
    ? argv
    : [...before.filter((word) => !isWord(word)), '--', ...without, ...after];
}
