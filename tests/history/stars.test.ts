import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compactLines } from '../../src/history/compact.ts';
import { foldEvents } from '../../src/history/fold-events.ts';
import { parseLines } from '../../src/history/journal-file.ts';

const event = fc.record({
  kind: fc.constantFrom('read', 'mark', 'star', 'clear'),
  id: fc.constantFrom('a/1', 'a/2', 'b/1'),
  at: fc.integer({ min: 1, max: 50 }).map((day) => new Date(Date.UTC(2025, 0, day)).toISOString()),
  read: fc.boolean(),
  starred: fc.boolean(),
  share: fc.constantFrom(0, 0.4, 1),
});

it('says the same of stars after it was compacted', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 30 }), (events) => {
      const text = events.map((one) => `${JSON.stringify(one)}\n`).join('');
      const lines = parseLines(text);
      const stars = (all: typeof lines) =>
        [...foldEvents([all]).readings.values()]
          .filter(({ starred }) => starred)
          .map(({ id }) => id)
          .sort();
      expect(stars(parseLines(compactLines(lines).join('')))).toEqual(stars(lines));
    }),
    { numRuns: 500 },
  );
});

it('says the same of stars in whatever order two machines’ journals are read', () => {
  const line = (kind: string, day: number, more: object) =>
    parseLines(
      `${JSON.stringify({ kind, id: 'a/1', at: `2025-01-0${day}T00:00:00Z`, ...more })}\n`,
    );
  const one = [...line('star', 1, { starred: true }), ...line('star', 5, { starred: false })];
  const two = line('star', 3, { starred: true });
  for (const journals of [
    [one, two],
    [two, one],
  ]) {
    expect(foldEvents(journals).readings.get('a/1')?.starred).toBeUndefined();
  }
});
