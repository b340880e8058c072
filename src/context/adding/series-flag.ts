// The series that what comes in shall be put into.

import { NewsError } from '../../errors.ts';
import { seriesFolderName } from '../../library/write/names.ts';
import type { Context } from '../context.ts';

/** The folder name that `--series` asks for, if it does. Throws a NewsError for what can be none. */
export function seriesFrom({ flags, messages }: Context): string | undefined {
  const wished = flags['series'];
  if (wished === undefined) return undefined;
  const series = seriesFolderName(String(wished));
  if (series !== undefined) return series;
  throw new NewsError('usage', messages.errors.flag('--series', String(wished)));
}
