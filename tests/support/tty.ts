// A terminal's worth of environment for tests of pure code.

import type { Environment } from '../../src/settings/environment.ts';

/** Surroundings with nothing set; pass what matters. */
export function surroundings(over: Partial<Environment> = {}): Environment {
  return {
    variables: {},
    platform: 'linux',
    cwd: '/desk',
    home: '/home/reader',
    machine: 'desk',
    bundled: '/usr/lib/news/articles',
    tty: { stdin: true, stdout: true, stderr: true },
    piped: false,
    screen: () => ({ columns: 80, rows: 24 }),
    clock: () => 0,
    mark: () => undefined,
    marks: () => [],
    now: () => new Date('2024-09-01T08:00:00Z'),
    ...over,
  };
}
