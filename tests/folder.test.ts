import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../src/folder.ts';

describe('making a folder', () => {
  it('makes all above it, and is content where it is there already', () => {
    const base = mkdtempSync(join(tmpdir(), 'news-folder-'));
    const path = join(base, 'a', 'b', 'c');
    makeFolder(path);
    makeFolder(path);
    expect(existsSync(path)).toBe(true);
    rmSync(base, { recursive: true });
  });

  it('fails at once where a folder cannot be made', () => {
    const base = mkdtempSync(join(tmpdir(), 'news-folder-'));
    writeFileSync(join(base, 'file'), '');
    expect(() => makeFolder(join(base, 'file', 'below'))).toThrow(/ENOTDIR/);
    rmSync(base, { recursive: true });
  });

  it.skipIf(!existsSync('/proc/self'))('ends below /proc, where Node waits for ever', () => {
    expect(() => makeFolder('/proc/nowhere/deep/down')).toThrow(/ENOENT/);
  });
});
