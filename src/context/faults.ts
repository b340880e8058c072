// Faults that come up as data, said in the reader's language.

import { NewsError } from '../errors.ts';
import type { Messages } from '../messages/table.ts';
import type { ConfigFault } from '../settings/config.ts';
import type { FlagFault, Settings } from '../settings/settings.ts';
import type { Expected } from '../settings/values.ts';

function expectedWords(expected: Expected, { errors }: Messages): string {
  return expected.kind === 'one-of'
    ? errors.expected.oneOf(expected.names)
    : errors.expected[expected.kind];
}

/** A fault of the config file as one sentence with its place, and what would be right. */
export function configError(fault: ConfigFault, file: string, messages: Messages): NewsError {
  const { errors } = messages;
  const at = `${file}:${fault.line}:${fault.column}`;
  switch (fault.kind) {
    case 'syntax':
      return new NewsError('usage', errors.configSyntax(at, fault.detail));
    case 'unknown':
      return new NewsError(
        'usage',
        errors.configUnknown(at, fault.key),
        errors.configKnown(fault.known),
      );
    case 'value':
      return new NewsError(
        'usage',
        errors.configValue(at, fault.key, expectedWords(fault.expected, messages)),
      );
  }
}

/** A flag whose value can't be used, and what it takes. */
export function flagError(fault: FlagFault, messages: Messages): NewsError {
  const { errors } = messages;
  return new NewsError(
    'usage',
    errors.flag(fault.flag, fault.value),
    errors.flagHint(expectedWords(fault.expected, messages)),
  );
}

/** The system's reason in words: `ENOSPC` -> "no space left on the device". */
export function reasonOf(error: unknown, { errors }: Messages): string {
  const code = (error as NodeJS.ErrnoException | undefined)?.code ?? '';
  return errors.reason[code] ?? (code || String((error as Error | undefined)?.message ?? error));
}

export function tooLarge(
  name: string,
  { settings, messages }: { readonly settings: Settings; readonly messages: Messages },
): NewsError {
  const { errors } = messages;
  return new NewsError('unreadable', errors.tooLarge(name, settings.maxSize), errors.tooLargeHint);
}
