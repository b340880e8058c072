// string-width at its first use: its tables take 30 ms to set up, and most pages need none.

import { createRequire } from 'node:module';

type StringWidth = typeof import('string-width').default;

let stringWidth: StringWidth | undefined;

/** Columns of `text`, whatever is in it, by string-width. */
export function exactWidth(text: string): number {
  stringWidth ??= load();
  return stringWidth(text, { countAnsiEscapeCodes: true });
}

/** Synchronous, because whoever measures can't wait; the bundle has the package in itself. */
function load(): StringWidth {
  return createRequire(import.meta.url)('string-width').default;
}
