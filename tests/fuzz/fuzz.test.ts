// The short run of the fuzz targets, and every case that was ever found. The long run is `npm run fuzz`.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TARGETS } from './targets.ts';

const FOUND = join(import.meta.dirname, 'fixtures');
const cases = readdirSync(FOUND)
  .filter((name) => name.endsWith('.json'))
  .map(
    (name) =>
      [
        name,
        JSON.parse(readFileSync(join(FOUND, name), 'utf8')) as {
          readonly target: string;
          readonly input: unknown;
        },
      ] as const,
  );

describe('any input', () => {
  it.each(TARGETS)('is taken by $name', async ({ arbitrary, check }) => {
    await fc.assert(
      fc.asyncProperty(arbitrary, async (input) => check(input as never)),
      { numRuns: 400 },
    );
  });
});

describe('a case that was found once', () => {
  it.each(cases)('%s is right now', async (_, { target, input }) => {
    const known = TARGETS.find(({ name }) => name === target);
    expect(known).toBeDefined();
    await known?.check(input as never);
  });
});
