import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmenter } from '../../../src/tui/ink/ink-segmenter.ts';

describe('the light segmenter', () => {
  it('tells graphemes and what contains an index as Intl.Segmenter does', () => {
    const real = new Intl.Segmenter();
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('\u001b[1mÜber\u001b[22m', 'a\r\nb', '👩‍👩‍👧 e\u0301 한국', ''),
    );
    fc.assert(
      fc.property(text, fc.integer({ min: -2, max: 12 }), (sample, index) => {
        const bare = ({ segment, index: at }: { segment: string; index: number }) => [at, segment];
        expect([...segmenter.segment(sample)].map(bare)).toEqual(
          [...real.segment(sample)].map(bare),
        );
        const wanted = real.segment(sample).containing(index);
        const got = segmenter.segment(sample).containing(index);
        expect(got && bare(got)).toEqual(wanted && bare(wanted));
      }),
      { numRuns: 1000 },
    );
  });
});
