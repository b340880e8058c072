// The programs to measure beside: found on PATH, or named by an environment variable. One that is
// absent is named as absent.

import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface Peer {
  readonly name: string;
  readonly path: string | undefined;
  readonly version: string;
  /** Arguments that print a file of Markdown, styled. */
  readonly args: (file: string) => readonly string[];
}

const PEERS = [
  { name: 'glow', names: ['glow'], args: (file: string) => [file] },
  { name: 'bat', names: ['bat', 'batcat'], args: (file: string) => ['-p', '--color=always', file] },
  { name: 'lowdown', names: ['lowdown'], args: (file: string) => ['-tterm', file] },
  { name: 'w3m', names: ['w3m'], args: (file: string) => ['-dump', file] },
  { name: 'pandoc', names: ['pandoc'], args: (file: string) => ['-t', 'plain', file] },
] as const;

function found(name: string, names: readonly string[]): string | undefined {
  const named = process.env[`NEWS_BENCH_${name.toUpperCase()}`];
  if (named) return named;
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    for (const one of names) {
      try {
        accessSync(join(folder, one), constants.X_OK);
        return join(folder, one);
      } catch {
        // Not there.
      }
    }
  }
  return undefined;
}

/** All peers, the absent ones without a path. */
export function findPeers(): readonly Peer[] {
  return PEERS.map(({ name, names, args }) => {
    const path = found(name, names);
    const said = path && spawnSync(path, ['--version'], { encoding: 'utf8' });
    const version = said ? (`${said.stdout}${said.stderr}`.match(/\d+(\.\d+)+/)?.[0] ?? '?') : '';
    return { name, path, version, args };
  });
}
