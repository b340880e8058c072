// What V8 compiled when the program was built makes it quick, and never makes it do anything else.

import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ROOT, scrubbed } from '../support/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'news-kept-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const CODE = `dist/code/${process.version}-${process.platform}-${process.arch}`;

/** A copy of the program, its kept code changed by `change`; says what `news read klarna` prints. */
function printedBy(name: string, change: (code: string) => void): string {
  const root = join(folder, name);
  for (const part of ['bin', 'dist', 'articles', 'package.json']) {
    cpSync(join(ROOT, part), join(root, part), {
      recursive: true,
      filter: (path) => !path.includes('standalone'),
    });
  }
  change(join(root, CODE));
  return execFileSync(process.execPath, [join(root, 'bin/news.js'), 'read', 'klarna'], {
    encoding: 'utf8',
    env: scrubbed(root),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Writes each file of a folder anew. */
function rewrite(code: string, to: (bytes: Buffer) => Buffer): void {
  for (const name of readdirSync(code)) {
    writeFileSync(join(code, name), to(readFileSync(join(code, name))));
  }
}

describe.skipIf(process.env['NEWS_BIN'])('the code kept of the program', () => {
  const printed = printedBy('whole', () => undefined);

  it('is there for what prints an article', () => {
    const kept = readdirSync(join(ROOT, CODE)).map((name) => name.split('-')[0]);
    expect(kept).toEqual(expect.arrayContaining(['main.cjs', 'start', 'page', 'parse']));
    expect(printed).toMatch(/^Klarna will/);
  });

  it('is small where every reading loads it: V8 makes all of it anew at each start', () => {
    const kilobytes = readdirSync(join(ROOT, CODE))
      .filter((name) => /^(?:main|start|page|rolldown-runtime)[.-]/.test(name))
      .map((name) => statSync(join(ROOT, CODE, name)).size / 1024);
    expect(kilobytes.reduce((sum, size) => sum + size)).toBeLessThan(640);
  });

  it('may be missing: the program reads the same', () => {
    const without = printedBy('without', (code) => rmSync(code, { recursive: true }));
    expect(without).toBe(printed);
  });

  it('may be of another version of V8, or cut short: the program reads the same', () => {
    const foreign = printedBy('foreign', (code) =>
      rewrite(code, (bytes) => {
        bytes[4] = (bytes[4] ?? 0) ^ 0xff;
        return bytes;
      }),
    );
    const cut = printedBy('cut', (code) => rewrite(code, (bytes) => bytes.subarray(0, 100)));
    expect([foreign === printed, cut === printed]).toEqual([true, true]);
  });
});
