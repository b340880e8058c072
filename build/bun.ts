// Bun, pinned and run through npx: compiles a program into one executable file.

import { execFileSync } from 'node:child_process';

const BUN = 'bun@1.4.5';

/**
 * The folder that a program is run in is nobody's wish: its .env and its bunfig.toml, which may name code
 * to run, would otherwise be read at every start.
 */
const SAFE = ['--no-compile-autoload-dotenv', '--no-compile-autoload-bunfig'];

/** Compiles the module `entry` into the executable `file`, for `target` (`linux-arm64`…) or this machine. */
export function compile(
  entry: string,
  file: string,
  {
    target,
    flags = [],
  }: { readonly target?: string | undefined; readonly flags?: readonly string[] },
): void {
  const own = target === undefined ? [] : [`--target=bun-${target}`];
  execFileSync(
    'npx',
    ['--yes', BUN, 'build', '--compile', ...SAFE, ...flags, ...own, '--outfile', file, entry],
    { stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' },
  );
}
