// The format that articles are printed in: the one asked for, else the one that suits the output.

import { NewsError } from '../errors.ts';
import type { Context } from './context.ts';

const FORMATS = ['ansi', 'plain', 'markdown', 'html', 'json'] as const;
export type Format = (typeof FORMATS)[number];

/** The format asked for, else the one that suits the output. Throws a NewsError for an unknown one. */
export function formatOf({ flags, terminal, messages }: Context): Format {
  const wished = flags['json'] ? 'json' : flags['plain'] ? 'plain' : flags['format'];
  if (wished === undefined) return terminal.tty || terminal.styled ? 'ansi' : 'plain';
  const format = FORMATS.find((name) => name === wished);
  if (format) return format;
  const { errors } = messages;
  throw new NewsError(
    'usage',
    errors.flag('--format', String(wished)),
    errors.flagHint(errors.expected.oneOf(FORMATS)),
  );
}
