import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoTime } from '../../src/history/iso-time.ts';

describe('a point in time', () => {
  it('is written as Date writes it', () => {
    const from = Date.UTC(1600, 0, 1);
    const to = Date.UTC(9999, 11, 31);
    fc.assert(
      fc.property(fc.integer({ min: from, max: to }), (time) => {
        expect(isoTime(time)).toBe(new Date(time).toISOString());
      }),
      { numRuns: 3000 },
    );
  });

  it('knows the last day of February', () => {
    for (const day of ['2000-02-29', '2023-02-28', '2024-02-29', '2100-02-28', '2100-03-01']) {
      expect(isoTime(Date.parse(`${day}T23:59:59.999Z`))).toBe(`${day}T23:59:59.999Z`);
    }
  });
});
