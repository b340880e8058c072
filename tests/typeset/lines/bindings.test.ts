import { describe, expect, it } from 'vitest';
import { type Binding, binding } from '../../../src/typeset/lines/bindings.ts';

/** How firmly each blank of `text` holds. */
function holds(text: string): readonly Binding[] {
  return Array.from(text.matchAll(/ +/g), ({ index, 0: blank }) =>
    binding(text, index, index + blank.length, 0, text.length),
  );
}

describe('binding', () => {
  it.each([
    '38 %',
    '(38 %),',
    '25 km',
    '1,5 GB.',
    '20 °C',
    '5 €',
    '12.30 Uhr',
    '12 500',
    '3 Mrd.',
    'z. B.',
    'u. a.',
    'd. h.,',
    'i. d. R.',
    'n. Chr.',
    'o. Ä.',
    'e. V.',
    'S. 5',
    'Nr. 3',
    'Abb. 12',
    '§ 5',
    '§§ 12',
    'Art. 5',
    'ca. 30',
    'pp. 5',
    'EUR 5',
    '± 5',
    '2. August',
    '30. 8. 2024',
    'August 2,',
    '2 August',
    '(2. Sept.',
    'Wort –',
    'word —',
    'so …',
    'so - ',
  ])('never parts „%s“', (text) => {
    expect(new Set(holds(text.trim()))).toEqual(new Set(['fast']));
  });

  it.each([
    '25,0 Milliarden',
    '38 Prozent',
    '2. Quartal',
    'August 2024',
    'J. Müller',
    'Dr. Sommer',
    'Seite 5',
    'Version 2.1',
  ])('parts „%s“ only where it must', (text) => {
    expect(holds(text)).toEqual(['close']);
  });

  it.each([
    'ein Wort',
    'im Jahr 2024. Danach',
    'Ende. Am',
    'rund 700 Vollzeitkräfte',
    'ja, 5',
    'und –5',
    'mit --plain',
  ])('leaves „%s“ to part anywhere', (text) => {
    expect(holds(text).every((hold) => hold === 'loose')).toBe(true);
  });
});
