import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partsOf } from '../../../src/library/article/markdown-parts.ts';
import {
  countMarkdownWords,
  countWords,
  plainText,
} from '../../../src/library/article/markdown-text.ts';

const long = fc
  .array(
    fc.constantFrom(
      'a word ',
      '\n\n',
      '\n',
      '<!-- ',
      '-->',
      '<b ',
      '>',
      '[a](',
      ')',
      `${'x'.repeat(999)} `,
    ),
    { minLength: 1, maxLength: 40 },
  )
  .map((parts) => parts.join('').repeat(400));

describe('parts of Markdown', () => {
  it('give the text again, and none is so long that a rule could fail', () => {
    fc.assert(
      fc.property(long, (text) => {
        const parts = [...partsOf(text)];
        expect(parts.join('') === text).toBe(true);
        expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(256 * 1024);
      }),
      { numRuns: 60 },
    );
  });

  it('hold as many words as the whole', () => {
    fc.assert(
      fc.property(long, (text) => {
        expect(countMarkdownWords(text)).toBe(countWords(plainText(text)));
      }),
      { numRuns: 30 },
    );
  });

  it('of a line without end are counted', () => {
    expect(countMarkdownWords('>'.repeat(10_000_000))).toBe(0);
    expect(countMarkdownWords('[a](b '.repeat(1_000_000))).toBeGreaterThan(0);
  });
});
