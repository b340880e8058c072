import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './support/program.ts';

const DIST = join(ROOT, 'dist');
const chunks = readdirSync(join(DIST, 'chunks')).map((name) => ({
  name,
  bytes: statSync(join(DIST, 'chunks', name)).size,
}));

const read = (name: string): string => readFileSync(join(DIST, 'chunks', name), 'utf8');

/** Bytes of the largest chunk of a name. */
const sizeOf = (name: string): number =>
  Math.max(
    0,
    ...chunks.filter((chunk) => chunk.name.startsWith(`${name}-`)).map(({ bytes }) => bytes),
  );

/** Kilobytes that a part of the bundle may have: what it has now and a fifth more. */
const BUDGET = { start: 64, page: 160, tui: 380 } as const;

describe('the bundle', () => {
  it.each(Object.entries(BUDGET))('keeps %s within %i KB', (name, kilobytes) => {
    expect(sizeOf(name)).toBeGreaterThan(0);
    expect(sizeOf(name) / 1024).toBeLessThan(kilobytes);
  });

  it('keeps within 8 MB in all, hyphenation patterns of seventy languages and what takes pages in among it', () => {
    const total = chunks.reduce((sum, { bytes }) => sum + bytes, 0);
    expect(total / 1024 / 1024).toBeLessThan(8);
  });

  it.each(['de-1996', 'en-us'])('has the hyphenation patterns of %s packed already', (name) => {
    const file = chunks.find((chunk) => chunk.name.startsWith(`${name}-`))?.name ?? '';
    expect(read(file)).toContain('"trie":"');
  });

  it('prints an article with no more than what start and page hold', () => {
    const page = chunks.find(({ name }) => name.startsWith('page-'))?.name ?? '';
    const text = read(page);
    // What is asked for later follows an arrow.
    const loaded = [...text.matchAll(/\w=require\(["'`]\.\/([^"'`]+)["'`]\)/g)].map(
      (match) => match[1] ?? '',
    );
    const strangers = loaded.filter((name) => !/^(start|page|rolldown-runtime)-/.test(name));
    expect(loaded.length).toBeGreaterThan(0);
    expect(strangers).toEqual([]);
  });

  it('is ASCII, so that no script takes two bytes a sign in memory', () => {
    const others = chunks.filter(({ name }) => /[^\0-\x7f]/.test(read(name)));
    expect(others).toEqual([]);
  });
});
