// Bun, pinned and run through npx: compiles a program into one executable file.

import { execFileSync } from 'node:child_process';

const BUN = 'bun@1.4.5';

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
    ['--yes', BUN, 'build', '--compile', ...flags, ...own, '--outfile', file, entry],
    { stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' },
  );
}
