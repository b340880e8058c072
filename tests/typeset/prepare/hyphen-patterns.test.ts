import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type PatternDefinition,
  packPatterns,
  partingPoints,
} from '../../../src/typeset/prepare/hyphen-patterns.ts';

interface Reference {
  readonly patterns: PatternDefinition;
  hyphenateSync(text: string): string;
}

const load = createRequire(import.meta.url);

describe('packed patterns', () => {
  it.each(['de-1996', 'en-us', 'hu', 'ru', 'hi'])(
    'part words of %s where the package that they are from parts them',
    (name) => {
      const reference = load(`hyphen/${name}/index.js`) as Reference;
      const packed = packPatterns(reference.patterns);
      const letters = Object.keys(reference.patterns[1]).filter((one) => /[\p{L}\p{M}]/u.test(one));
      const exceptions = Object.keys(packed.exceptions).filter((word) => word.length > 4);
      const words = fc
        .array(fc.constantFrom(...letters), { minLength: 5, maxLength: 24 })
        .map((parts) => parts.join(''));
      fc.assert(
        fc.property(
          fc.oneof(words, fc.constantFrom('Silbentrennung', 'hyphenation', ...exceptions)),
          (word) => {
            const points = partingPoints(word, packed);
            const parts = [0, ...points].map((from, i) => word.slice(from, points[i]));
            expect(parts.join('\u00ad')).toBe(reference.hyphenateSync(word));
          },
        ),
        { numRuns: 1000 },
      );
    },
  );

  it('are left as they are once packed', () => {
    const packed = packPatterns([[[0, 1]], { a: { b: 0 } }]);
    expect(packPatterns(packed)).toBe(packed);
  });
});
