import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyRows, sheetOf } from '../../src/tui/state/scroll-state.ts';
import { KEYS } from '../support/keys.ts';
import { richText } from '../support/memory-catalog.ts';
import { type TestReader, testReader } from '../support/reader.ts';

const articles = [
  { slug: 'kurz', title: 'Kurz', text: 'Nur ein Satz.' },
  { slug: 'lang', title: 'Lang', text: richText(60) },
  {
    slug: 'fransig',
    title: 'Fransig',
    text: `${richText(20)}\n\n***\n\n> \n\n${'- Punkt\n'.repeat(90)}\n\n${richText(30).replaceAll('[^', '[^x')}`,
  },
];

/** What a person can do, as keys; `rest` where it may have to wait for the rest of the article. */
const scrolling = [KEYS.down, KEYS.up, ' ', 'b', 'd', 'u', 'jjjjj', 'kkk', 'g', '+', '-'];
const waiting = [
  ['G'],
  ['/Nummer 3\r'],
  ['n'],
  ['N'],
  ['t'],
  ['t', `${KEYS.down}\r`],
  [`${KEYS.tab}\r`],
  ['\u007f'],
];

type Step =
  | { readonly kind: 'keys'; readonly keys: string }
  | { readonly kind: 'waiting'; readonly keys: readonly string[] }
  | { readonly kind: 'grow'; readonly parts: number }
  | { readonly kind: 'size'; readonly columns: number; readonly rows: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('keys' as const),
      keys: fc.constantFrom(...scrolling),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('waiting' as const),
      keys: fc.constantFrom(...waiting),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('grow' as const), parts: fc.nat(4) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('size' as const),
      columns: fc.constantFrom(20, 40, 80, 120),
      rows: fc.constantFrom(6, 12, 24, 40),
    }),
  },
);

async function take(reader: TestReader, one: Step): Promise<void> {
  // At another width a long article has its boxes anew, once it is set.
  if (one.kind === 'size' || (one.kind === 'keys' && /[+-]/.test(one.keys))) {
    if (reader.state().overlay !== undefined) reader.press(KEYS.escape);
  }
  if (one.kind === 'size')
    reader.act({ kind: 'resize', size: { columns: one.columns, rows: one.rows } });
  else if (one.kind === 'grow') await reader.grow(one.parts);
  else if (one.kind === 'keys') reader.press(one.keys);
  else {
    for (const keys of one.keys) {
      reader.press(keys);
      await reader.grow();
    }
  }
  await reader.settle();
  await keptUp(reader);
}

/** Parsing is always some screens ahead of whoever reads. */
async function keptUp(reader: TestReader): Promise<void> {
  for (;;) {
    const sheet = sheetOf(reader.state(), reader.world);
    const { top = 0 } = reader.state().reader ?? {};
    const ahead = top + 3 * bodyRows(reader.state());
    if (sheet?.cut === undefined || sheet.cut.ends || sheet.height >= ahead) return;
    await reader.grow(1);
  }
}

/** The screen without its foot, where the percentage is an estimate while the article grows. */
const text = (reader: TestReader): readonly string[] => reader.screen().slice(0, -2);

describe('an article that grows', () => {
  it('shows at every key what one that is set as a whole shows', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 30 }),
        fc.constantFrom('reihe/lang', 'reihe/fransig'),
        fc.record({
          size: fc.integer({ min: 200, max: 6000 }),
          atOnce: fc.integer({ min: 1, max: 40 }),
        }),
        fc.integer({ min: 0, max: 70 }),
        async (steps, open, parts, block) => {
          const readings = new Map([
            [
              open,
              { id: open, at: '2024-08-01', read: false, share: 0.5, place: { block, offset: 0 } },
            ],
          ]);
          const given = { articles, open, readings };
          const whole = await testReader(given);
          const growing = await testReader({ ...given, parts });
          await keptUp(growing);
          expect(text(growing)).toEqual(text(whole));
          for (const one of steps) {
            for (const reader of [whole, growing]) await take(reader, one);
            expect(text(growing)).toEqual(text(whole));
          }
          await growing.grow();
          expect(growing.screen()).toEqual(whole.screen());
          expect(growing.state().reader?.place).toEqual(whole.state().reader?.place);
          expect(growing.state().reader?.top).toBe(whole.state().reader?.top);
        },
      ),
      { numRuns: 150 },
    );
  });
});
