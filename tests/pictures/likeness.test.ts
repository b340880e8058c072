import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CellRow, quadrants } from '../../src/pictures/cells/quadrants.ts';
import { type Pixels, scaled } from '../../src/pictures/pixels.ts';
import { BLOCKS, CELL, chart, painted, scene, ssim } from '../support/ssim.ts';

/** Cells with the same sign everywhere, each in the mean colours of its two parts. */
function uniform({ width, height, data }: Pixels, mask: number): CellRow[] {
  return Array.from({ length: height / 2 }, (_, row) => {
    const cells = Array.from({ length: width / 2 }, (_, column) => {
      const parts = [0, 1, 2, 3].map(
        (at) => ((row * 2 + (at >> 1)) * width + column * 2 + (at & 1)) * 4,
      );
      const color = (inside: boolean) => {
        const own = parts.filter((_, at) => Boolean(mask & (1 << at)) === inside);
        const mean = (part: number) =>
          Math.round(own.reduce((sum, at) => sum + data[at + part]!, 0) / Math.max(1, own.length));
        return (mean(0) << 16) | (mean(1) << 8) | mean(2);
      };
      return [color(true), color(false)] as const;
    });
    return {
      signs: BLOCKS[mask]!.repeat(width / 2),
      fore: cells.map(([fore]) => fore),
      back: cells.map(([, back]) => back),
    };
  });
}

describe('cells painted again', () => {
  it('are liker the picture than one sign could make them, and nearly as like in 256 colours', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(chart, scene),
        fc.integer({ min: 1, max: 1000 }),
        fc.constantFrom([60, 20] as const, [40, 12] as const),
        (make, seed, [columns, rows]) => {
          const source = make(columns * CELL.width, rows * CELL.height, seed);
          const pixels = scaled(source, columns * 2, rows * 2);
          const own = ssim(painted(quadrants(pixels, 'truecolor')), source);
          const uniformly = (mask: number) => ssim(painted(uniform(pixels, mask)), source);
          expect(own).toBeGreaterThan(uniformly(0));
          // Chosen by squared error, a sign may now and then be a little less like.
          for (const mask of [3, 5, 6]) expect(own).toBeGreaterThan(uniformly(mask) * 0.95);
          const few = ssim(painted(quadrants(pixels, '256'), true), source);
          expect(few).toBeGreaterThan(own * 0.8);
        },
      ),
      { numRuns: 8 },
    );
  });

  it('are the picture itself where it has no more than two colours a cell', () => {
    const [red, blue] = [
      [200, 30, 30, 255],
      [20, 40, 180, 255],
    ];
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 48, maxLength: 48 }), (bits) => {
        const data = Uint8Array.from(bits.flatMap((bit) => (bit ? red! : blue!)));
        const pixels = { width: 8, height: 6, data };
        const whole = scaled(pixels, 4 * CELL.width, 3 * CELL.height);
        expect(painted(quadrants(pixels, 'truecolor')).data).toEqual(new Uint8Array(whole.data));
      }),
    );
  });

  it('are measured rightly: the same is 1, and noise is little', () => {
    const picture = scene(64, 64);
    expect(ssim(picture, picture)).toBeCloseTo(1, 6);
    expect(ssim(picture, scene(64, 64, 5))).toBeLessThan(0.5);
  });
});
