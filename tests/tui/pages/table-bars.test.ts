import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tableBars } from '../../../src/tui/pages/table-bars.ts';
import type { Block } from '../../../src/typeset/document/document.ts';
import { columns } from '../../../src/typeset/text/width.ts';

const table = (...rows: readonly (readonly string[])[]): Extract<Block, { kind: 'table' }> => {
  const cells = rows.map((row) => row.map((text) => [{ text }]));
  return { kind: 'table', align: [], head: cells[0] ?? [], rows: cells.slice(1) };
};
const lengths = (lang: string, ...figures: string[]) =>
  tableBars(table(['n', 'x'], ...figures.map((one) => ['Zeile', one])), 0, 40, lang)?.lines.map(
    ({ bar }) => columns(bar),
  );

describe('the figures of a table as bars', () => {
  it('keep the figures as they are written, beside what names their rows', () => {
    const bars = tableBars(
      table(['Jahr', 'Umsatz'], ['2023', '50 €'], ['2024', '100 €']),
      0,
      30,
      'de',
    );
    expect(bars?.title).toBe('Umsatz');
    expect(bars?.lines.map(({ label, figure }) => `${label} ${figure}`)).toEqual([
      '2023  50 €',
      '2024 100 €',
    ]);
    const [half = 0, whole = 0] = bars?.lines.map(({ bar }) => columns(bar)) ?? [];
    expect(whole).toBe(30 - 4 - 5 - 4);
    expect(Math.abs(half - whole / 2)).toBeLessThanOrEqual(1);
  });

  it('are read as the article’s language writes them, and alike in a column', () => {
    for (const [lang, ...figures] of [
      ['de', '1.000', '2.000'],
      ['en', '1,000', '2,000'],
      ['de', '0,5', '1,0'],
      ['en', '0.5', '1.0'],
      // One of them tells how all are meant.
      ['en', '1.000,5', '2.001'],
      ['de', '1.5', '3.000'],
      ['de', '500 Tsd.', '1 Mio.'],
      ['en', '$50', '$100'],
    ] as const) {
      const [half = 0, whole = 0] = lengths(lang, ...figures) ?? [];
      expect(Math.abs(half * 2 - whole), figures.join(' ')).toBeLessThanOrEqual(2);
    }
  });

  it('turn through the columns of figures, and are none for words', () => {
    const two = table(['a', 'b', 'c'], ['x', '1', '4'], ['y', '2', '5']);
    expect([0, 1, 2].map((turn) => tableBars(two, turn, 40)?.title)).toEqual(['b', 'c', 'b']);
    expect(tableBars(table(['a'], ['x'], ['y']), 0, 40)).toBeUndefined();
    expect(tableBars(table(['a']), 0, 40)).toBeUndefined();
  });

  it('are as long as their figures, never wider than the room, whatever the table holds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ maxLength: 30 }), fc.integer({ min: -1e6, max: 1e6 })), {
          minLength: 2,
          maxLength: 12,
        }),
        fc.integer({ min: 40, max: 100 }),
        (rows, width) => {
          const bars = tableBars(
            table(['a', 'b'], ...rows.map(([a, b]) => [`x${a}`, `${b}`])),
            0,
            width,
          );
          const drawn = bars?.lines.map(({ bar }) => columns(bar)) ?? [];
          for (const [at, [, value]] of rows.entries()) {
            for (const [other, [, less]] of rows.entries()) {
              if (Math.abs(less) < Math.abs(value))
                expect(drawn[other]!).toBeLessThanOrEqual(drawn[at]!);
            }
          }
          for (const line of bars?.lines ?? [])
            expect(columns(`${line.label}  ${line.figure}  ${line.bar}`)).toBeLessThanOrEqual(
              width,
            );
        },
      ),
    );
  });
});
