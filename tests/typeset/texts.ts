// Generated text for the properties of lines and tables: words of many scripts, lengths and shapes.

import fc from 'fast-check';
import type { Style } from '../../src/typeset/look/style.ts';
import type { Run } from '../../src/typeset/page/page.ts';

const words = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.string({ unit: fc.constantFrom(...'abcdeinrstäöüßA.,'), maxLength: 14 }),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'Rechen\u00adzentrums\u00adbetreiber',
      'Donau\u00addampf\u00adschiff\u00adfahrts\u00adgesell\u00adschaft',
      'KI-Server',
      '25,0',
      'Milliarden',
      '38',
      '%',
      'z.',
      'B.',
      '–',
      '—',
      '…',
      '„Ja“,',
      '(siehe',
      'oben)',
      '--no-pager',
      'https://example.org/pfad/zu-einer/sehr_langen?seite=1&teil=2#ende',
      'src/typeset/lines/paragraph.ts',
      '日本語の文章は、「引用」もある。',
      '한국어',
      'ภาษาไทย',
      '👩‍👩‍👧',
      '🇩🇪🇫🇷',
      'e\u0301t\u00e9',
      'a\u00a0b',
      'a\u200bb',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }) },
);

const spaces = fc.constantFrom(' ', ' ', ' ', ' ', '  ', '\u00a0', '', '\n');

/** Text as a paragraph may hold it, without control characters (those never get this far). */
export const texts = fc.array(fc.tuple(words, spaces), { maxLength: 40 }).map((parts) =>
  parts
    .flat()
    .join('')
    .replace(/(?!\n)[\p{Cc}\u2028\u2029]/gu, ''),
);

const styles: readonly Style[] = [{}, { bold: true }, { italic: true, color: 'cyan' }];

/** A paragraph of runs in several styles, cut anywhere between two graphemes. */
export const paragraphs: fc.Arbitrary<readonly Run[]> = fc
  .tuple(texts, fc.array(fc.tuple(fc.nat(200), fc.constantFrom(...styles)), { maxLength: 5 }))
  .map(([text, cuts]) => {
    const graphemes = Array.from(new Intl.Segmenter().segment(text), (part) => part.segment);
    const runs: Run[] = [];
    let from = 0;
    for (const [length, style] of [...cuts, [graphemes.length, {}] as const]) {
      const part = graphemes.slice(from, from + length).join('');
      if (part !== '') runs.push({ text: part, style });
      from += length;
    }
    return runs;
  });

/** What a reader would call the words: all that is no blank and no soft hyphen. */
export function bare(text: string): string {
  return text.replace(/[\s\u00ad]/g, '');
}

export function textOf(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join('');
}

/** The article's own text in `runs`, decoration left out. */
export function ownText(runs: readonly Run[]): string {
  return textOf(runs.filter((run) => run.decoration !== true));
}
