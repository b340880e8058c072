// What commander has to say about a wrong command line, in our words and the reader's language.

import type { Command, CommanderError } from 'commander';
import { distance } from 'fastest-levenshtein';
import { NewsError } from '../errors.ts';
import type { Messages } from '../messages/table.ts';

/** The words in quotation marks in commander's message: the flag, command or argument it is about. */
function subject(error: CommanderError): string {
  return (/'([^']*)'/.exec(error.message)?.[1] ?? '').replace(/[<>]/g, '');
}

/** A NewsError of wrong usage for `error`, with a hint where one can be given. */
export function usageError(
  error: CommanderError,
  { errors }: Messages,
  argv: readonly string[],
): NewsError {
  const name = subject(error);
  const near = /Did you mean (?:one of )?([^?]+)\?/.exec(error.message)?.[1]?.split(', ');
  const command = ['news', argv.find((word) => !word.startsWith('-'))].filter(Boolean).join(' ');
  const helpHint = errors.unknownOptionHint(command);
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
    case 'commander.excessArguments':
      return new NewsError('usage', errors.tooManyArguments, helpHint);
    default:
      return new NewsError('usage', error.message.replace(/^error: /, ''), helpHint);
  }
}

/** For a first word that is no command: the nearest command, or how to read an article of that name. */
export function unknownCommand(root: Command, name: string, { errors }: Messages): NewsError {
  const near = root.commands
    .map((command) => command.name())
    .filter((known) => distance(known, name) <= 2)
    .map((known) => `news ${known}`);
  const hint = near.length > 0 ? errors.didYouMean(near) : errors.unknownCommandHint(name);
  return new NewsError('usage', errors.unknownCommand(name), hint);
}
