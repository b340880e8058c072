// Looking words up where they stand finds what cutting them out would.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTermTable, LONGEST_WORD } from '../../../src/catalog/terms/term-table.ts';
import { wordsIn } from '../../../src/catalog/terms/terms.ts';

/** Letters, marks, digits, blanks and signs; of one unit and of two, and halves of a pair. */
const SIGNS = [
  ...'aAäßz09  \n.,-_жक़',
  '\u0301',
  '\u093f',
  '𝔸',
  '𐒠',
  '😀',
  '字',
  '\ud835',
  '\udc00',
];
const text = fc.string({ unit: fc.constantFrom(...SIGNS), maxLength: 400, size: 'max' });

describe('the terms of a text', () => {
  it('are those of its words, however often the table has grown', () => {
    const table = createTermTable((word) => ({
      terms: `${word} `,
      also: /^[aä]/.test(word) ? `${word}! ` : '',
    }));
    fc.assert(
      fc.property(text, (content) => {
        const words = wordsIn(content).map((word) => word.slice(0, LONGEST_WORD));
        expect(table.termsIn(content)).toEqual({
          terms: words.map((word) => `${word} `).join(''),
          also: words
            .filter((word) => /^[aä]/.test(word))
            .map((word) => `${word}! `)
            .join(''),
        });
      }),
      { numRuns: 1000 },
    );
    expect(table.size).toBeGreaterThan(5000);
  });

  it('are asked for once a word', () => {
    const asked: string[] = [];
    const table = createTermTable((word) => {
      asked.push(word);
      return { terms: 'x ', also: '' };
    });
    expect(table.termsIn('eins zwei eins').terms).toBe('x x x ');
    table.termsIn('zwei drei');
    expect(asked).toEqual(['eins', 'zwei', 'drei']);
    expect(table.size).toBe(3);
  });

  it('are those of the beginning of a word without end', () => {
    const asked: string[] = [];
    const table = createTermTable((word) => {
      asked.push(word);
      return { terms: `${word.length} `, also: '' };
    });
    expect(table.termsIn(`${'a'.repeat(999)} ${'a'.repeat(500)}`).terms).toBe('200 200 ');
    expect(asked).toEqual(['a'.repeat(LONGEST_WORD)]);
  });
});
