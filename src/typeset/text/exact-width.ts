// string-width, loaded at its first use: its tables and regular expressions take longer to set up
// (30 ms and more) than a page takes to set, and most pages never need it.

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
