// Unicode's own LineBreakTest.txt, as a package ships it (Unicode 13), against our UAX 14 (Unicode 16).

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { breaksBetween } from '../../../src/typeset/text/breaks.ts';

interface Sample {
  readonly text: string;
  readonly breaks: readonly number[];
  readonly line: string;
}

const require = createRequire(import.meta.url);
const FILE = require.resolve('@foliojs-fork/linebreak/test/LineBreakTest.txt');

/** `× 0023 ÷ 0020 ÷`: code points, with a sign at each place whether it may be broken. */
function sampleOf(line: string): Sample {
  const breaks: number[] = [];
  let text = '';
  for (const part of (line.split('#')[0] ?? '').trim().split(/\s+/)) {
    if (part === '÷') breaks.push(text.length);
    else if (part !== '×') text += String.fromCodePoint(Number.parseInt(part, 16));
  }
  return { text, breaks: breaks.filter((at) => at < text.length), line };
}

/**
 * What Unicode 14 to 16 changed. A number may begin with a full stop or comma (LB15c, LB25); a hyphen at the start of a word stays with it (LB20a), after a
 * Hebrew letter only before what is no Hebrew letter (LB21a); LB15 gave way to LB15a, LB15b and LB19.
 */
const CHANGED: readonly (readonly [rule: string, text: RegExp])[] = [
  ['LB20a', /^-\u0308?[\p{L}\p{S}\p{P}\u{50005}]/u],
  ['LB21a', /^\u05d0-\u05d0$/u],
  ['LB25', /[.,]\u0308?\p{Nd}/u],
  ['LB15', /["«]\u0308? +[\u2329({]|« \u0308 »/u],
];

const samples = readFileSync(FILE, 'utf8')
  .split('\n')
  .filter((line) => /^[×÷]/.test(line))
  .map(sampleOf)
  // Tabs, hard breaks and blanks at the start are the paragraph's business.
  .filter(({ text }) => !/[\t-\r\u0085\u2028\u2029]|^ /.test(text));

describe('LineBreakTest.txt', () => {
  it('is broken as Unicode says, but for what later versions changed', () => {
    expect(samples.length).toBeGreaterThan(5000);
    const wrong = samples.filter(
      ({ text, breaks }) => [...breaksBetween(text, 0, text.length)].join() !== breaks.join(),
    );
    expect(wrong.filter(({ text }) => !CHANGED.some(([, changed]) => changed.test(text)))).toEqual(
      [],
    );
    expect(wrong.length).toBeLessThan(40);
  });
});
