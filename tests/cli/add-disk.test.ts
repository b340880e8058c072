import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Home, makeHome, shell } from '../support/program.ts';

let home: Home;
beforeEach(() => {
  home = makeHome();
});
afterEach(() => home[Symbol.dispose]());

const own = (): string => join(home.path, '.local', 'share', 'news', 'articles');
const everything = (): string[] =>
  readdirSync(own(), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();

/** A text of half a megabyte, and a short one. */
function texts(): readonly [string, string] {
  const long = join(home.path, 'lang.txt');
  const short = join(home.path, 'kurz.txt');
  writeFileSync(long, `Ein langer Text\n\n${'Ein Satz mit einigen Worten. '.repeat(20_000)}\n`);
  writeFileSync(short, 'Ein kurzer Text\n\nEin Satz mit einigen Worten.\n');
  return [long, short];
}

describe.skipIf(process.platform === 'win32')('a disk that takes no more', () => {
  it('leaves no half of a file, and says so', async () => {
    const [long, short] = texts();
    const { status, stdout, stderr } = await shell(`ulimit -f 128; news add '${long}' '${short}'`, {
      env: home.env,
      cwd: home.path,
    });
    expect(stdout).toBe('saved/ein-kurzer-text\tEin kurzer Text\tadded\n');
    expect([status, stderr]).toEqual([1, `news: ${long}: the file is too large\n`]);
    expect(everything()).toEqual(['ein-kurzer-text.md', 'series.yaml']);
  });

  it('is full: what was there stays, what did not fit is named', async ({ skip }) => {
    mkdirSync(own(), { recursive: true });
    const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', own()]);
    if (mount.status !== 0) return skip();
    try {
      const [long, short] = texts();
      const { status, stdout, stderr } = await home.run(['add', short, long]);
      expect(stdout).toBe('saved/ein-kurzer-text\tEin kurzer Text\tadded\n');
      expect([status, stderr]).toEqual([1, `news: ${long}: no space left on the device\n`]);
      expect(everything()).toEqual(['ein-kurzer-text.md', 'series.yaml']);
    } finally {
      spawnSync('umount', ['-l', own()]);
    }
  });
});
