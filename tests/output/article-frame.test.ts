import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ArticleFrame,
  type FrameOptions,
  frameFoot,
  frameHead,
} from '../../src/output/article-frame.ts';
import { theme } from '../../src/typeset/look/themes.ts';
import type { Line } from '../../src/typeset/page/page.ts';
import { columns } from '../../src/typeset/text/width.ts';

const textOf = ({ runs }: Line): string => runs.map(({ text }) => text).join('');
const at = (width: number, margin = 0): FrameOptions => ({
  theme: theme('default', { unicode: true }),
  width,
  margin,
});
const FRAME: ArticleFrame = {
  series: 'KI und Wirtschaft',
  place: '2 von 3',
  facts: ['28. August 2024', '3 Minuten'],
  previous: { command: 'news read dell', title: 'Dell streicht Stellen' },
  next: {
    command: 'news read openai',
    title: 'OpenAI sucht Geld, und das in einer sehr großen Runde',
  },
};
const head = (width: number, margin = 0): string[] =>
  frameHead(FRAME, [], at(width, margin)).map(textOf);

describe('what stands around an article', () => {
  it('has series and place on the left, facts on the right', () => {
    const [empty, line = ''] = head(72);
    expect(empty).toBe('');
    expect(line).toMatch(/^KI und Wirtschaft · 2 von 3 {2,}28\. August 2024 · 3 Minuten$/);
    expect(columns(line)).toBe(72);
  });

  it('cuts the series down to a few letters, then loses the date, and keeps the place', () => {
    expect(head(50)[1]).toMatch(/^KI \S.*… · 2 von 3 {2}28\. August 2024 · 3 Minuten$/);
    expect(head(34)[1]).toMatch(/^KI \S.*… · 2 von 3 {2}3 Minuten$/);
    expect(head(22)[1]).toMatch(/^2 von 3 +3 Minuten$/);
  });

  it('names both neighbours by the commands that lead there, their titles in one column', () => {
    const lines = frameFoot(FRAME, at(60)).map(textOf);
    expect(lines.at(0)).toBe('');
    expect(lines.at(-1)).toBe('');
    const [previous = '', next = ''] = lines.slice(1, -1);
    expect(previous).toContain('news read dell');
    expect(next).toContain('news read openai');
    expect(previous.indexOf('Dell streicht')).toBe(next.indexOf('OpenAI sucht'));
    expect(next.endsWith('…')).toBe(true);
  });

  it('moves right by the margin, and leaves empty lines empty', () => {
    const moved = head(60, 4);
    expect(moved[0]).toBe('');
    expect(moved[1]).toBe(`    ${head(60)[1]}`);
  });

  it('is nothing but blank lines where there is nothing to say', () => {
    expect(frameHead({ facts: [] }, [], at(60)).map(textOf)).toEqual(['']);
    expect(frameFoot({ facts: [] }, at(60)).map(textOf)).toEqual(['']);
  });

  it('is never wider than the text, whatever series and facts are called', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.integer({ min: 30, max: 100 }),
        (series, width) => {
          const lines = frameHead({ ...FRAME, series }, [], at(width));
          for (const line of lines) expect(columns(textOf(line))).toBeLessThanOrEqual(width);
        },
      ),
    );
  });
});
