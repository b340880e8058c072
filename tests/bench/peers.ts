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
  /** Arguments that print a file of Markdown into a pipe. */
  readonly args: (file: string) => readonly string[];
  /** The same in colours, broken at 80 columns. */
  readonly styled: (file: string) => readonly string[];
}

type Args = Peer['args'];

const peer = (names: readonly string[], args: Args, styled: Args = args) => ({
  name: names[0] ?? '',
  names,
  args,
  styled,
});

const PEERS = [
  peer(
    ['glow'],
    (file) => [file],
    (file) => ['-s', 'dark', '-w', '80', file],
  ),
  peer(['bat', 'batcat'], (file) => ['-p', '--color=always', file]),
  peer(['lowdown'], (file) => ['-tterm', file]),
  peer(['w3m'], (file) => ['-dump', file]),
  peer(['pandoc'], (file) => ['-t', 'plain', file]),
];

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
  return PEERS.map(({ name, names, ...args }) => {
    const path = found(name, names);
    return { name, path, version: path === undefined ? '' : versionOf(path), ...args };
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
