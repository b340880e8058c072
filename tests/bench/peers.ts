// The programs to measure beside: found on PATH, or named by an environment variable. One that is
// absent is named as absent.

import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';

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
    return { name, path, version: path === undefined ? '' : versionOf(path), args };
  });
}

/** What a program says of itself, else the Debian package that it came with. */
function versionOf(path: string): string {
  const { stdout, stderr } = spawnSync(path, ['--version'], { encoding: 'utf8' });
  const said = /\d+(\.\d+)+/.exec(`${stdout}${stderr}`)?.[0];
  if (said !== undefined) return said;
  const changes = join(dirname(path), '../share/doc', basename(path), 'changelog.Debian.gz');
  if (!existsSync(changes)) return 'of unknown version';
  return /\(([^)]+)\)/.exec(gunzipSync(readFileSync(changes)).toString())?.[1] ?? '';
}
