// Nothing small may stop the program: work grows with the length of a text, whatever is nested in what.

import { describe, expect, it } from 'vitest';
import { CONSTRUCTS, FORMS, nest } from './constructs.ts';
import { FAMILIES } from './families.ts';
import { mustBeLinear } from './work.ts';

describe('work in proportion to the text', () => {
  it.each(FORMS)('is enough for any construct in any other, sixteen deep, %s', (form) => {
    const found: string[] = [];
    for (const outer of CONSTRUCTS) {
      for (const inner of CONSTRUCTS) {
        try {
          mustBeLinear(nest([outer, inner], form, 16));
        } catch (error) {
          found.push(`${JSON.stringify([outer.open, inner.open])}: ${String(error)}`);
        }
      }
    }
    expect(found).toEqual([]);
  });

  it.each(FAMILIES)('is enough for a text that stopped other parsers: $name', ({ write }) => {
    for (const n of [30, 240, 1920]) mustBeLinear(write(n));
  });
});
