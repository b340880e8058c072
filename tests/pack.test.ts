// What npm would publish, and that it works where nothing else is installed.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ROOT, scrubbed } from './support/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'news-pack-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

/** npm, without the scripts that would build what is built already. */
function npm(...args: readonly string[]): string {
  return execFileSync(
    'npm',
    [...args, '--ignore-scripts', '--offline', '--no-audit', '--no-fund'],
    {
      cwd: ROOT,
      encoding: 'utf8',
      env: {
        ...process.env,
        npm_config_cache: join(folder, 'cache'),
        npm_config_loglevel: 'error',
      },
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
}

describe('the package', () => {
  const [packed] = JSON.parse(npm('pack', '--json', '--pack-destination', folder)) as [Packed];

  it('holds the program, the articles, the manual page, and nothing else', () => {
    const kinds = packed.files.map(({ path }) =>
      path
        .replace(/^dist\/chunks\/[\w.-]+-[\w-]{8}\.cjs$/, 'dist/chunks/*')
        .replace(/^dist\/code\/v[\w.-]+\/[\w.-]+\.cjs$/, 'dist/code/*')
        .replace(/^articles\/[\w-]+\/[\w-]+\.(?:md|yaml|svg)$/, 'articles/*'),
    );
    expect([...new Set(kinds)].sort()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'articles/*',
      'bin/news.js',
      'dist/chunks/*',
      'dist/code/*',
      'dist/main.cjs',
      'dist/parse-worker.cjs',
      'dist/picture-worker.cjs',
      'dist/read-worker.cjs',
      'dist/speech/base.json',
      'dist/speech/de.json',
      'dist/speech/en.json',
      'dist/wasm/index_bg.wasm',
      'dist/wasm/mozjpeg_dec.wasm',
      'dist/wasm/webp_dec.wasm',
      'man/news.1',
      'man/news.de.1',
      'package.json',
    ]);
  });

  it('holds the compiled code of the page and of the full-screen reader', () => {
    const code = packed.files.filter(({ path }) => path.startsWith('dist/code/'));
    const chunks = code.map(({ path }) => /([a-z-]+)-[\w-]{8}\.cjs$/.exec(path)?.[1]);
    expect(chunks).toEqual(expect.arrayContaining(['start', 'page', 'tui']));
  });

  it('is as large as BENCHMARKS.md says, to a tenth', () => {
    const said = /fetches ([\d.]+) MB and puts ([\d.]+) MB in (\d+) files/.exec(
      readFileSync(join(ROOT, 'BENCHMARKS.md'), 'utf8'),
    );
    const is = [packed.size / 1e6, packed.unpackedSize / 1e6, packed.files.length];
    for (const [index, figure] of is.entries()) {
      const ratio = figure / Number(said?.[index + 1]);
      expect(Math.abs(ratio - 1)).toBeLessThan(0.1);
    }
  });

  it('brings no package with it and runs nothing when it is installed', () => {
    const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(manifest.dependencies).toBeUndefined();
    expect(Object.keys(manifest.scripts)).not.toContain('install');
    expect(Object.keys(manifest.scripts)).not.toContain('postinstall');
  });

  it('works from an empty prefix, with its manual page', () => {
    const prefix = join(folder, 'prefix');
    npm('install', '--global', '--prefix', prefix, join(folder, packed.filename));
    const windows = process.platform === 'win32';
    const news = windows ? join(prefix, 'news.cmd') : join(prefix, 'bin', 'news');
    const run = (...args: readonly string[]): string =>
      execFileSync(news, args, {
        encoding: 'utf8',
        env: scrubbed(folder),
        shell: windows,
        cwd: folder,
      });
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(run('--version')).toBe(`${version}\n`);
    expect(run('read', 'klarna')).toMatch(/^Klarna will/);
    expect(run('list').split('\n').length).toBeGreaterThan(3);
    expect(run('check')).toBe('');
    if (!windows) expect(existsSync(join(prefix, 'share/man/man1/news.1'))).toBe(true);
  });
});
