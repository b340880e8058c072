// Packages that marked-terminal and Ink import and this program never uses, each replaced by a few
// empty functions. Together they cost more time at start than all the rest (highlight.js 95 ms,
// node-emoji 11 ms, cli-table3 4 ms).

import { fileURLToPath } from 'node:url';

const stub = fileURLToPath(
  new URL('../src/typeset/parse/inline/marked-terminal-stubs.ts', import.meta.url),
);

/** Import name -> file; for the bundler and for vitest. */
export const stubs: Readonly<Record<string, string>> = {
  'cli-highlight': stub,
  'cli-table3': stub,
  'node-emoji': stub,
  'supports-hyperlinks': stub,
  'react-devtools-core': stub,
};
