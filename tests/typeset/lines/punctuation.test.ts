// Typewriter punctuation as a language prints it.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shapedText } from '../../../src/typeset/lines/punctuation.ts';
import { markdown } from '../arbitrary-markdown.ts';
import { ansi, ownText, pageOf, plain } from '../setting-support.ts';

const german: readonly (readonly [string, string])[] = [
  ['"Wer geht, wird nicht ersetzt."', '„Wer geht, wird nicht ersetzt.“'],
  ['Der "Spiegel"-Bericht (und "PA").', 'Der „Spiegel“-Bericht (und „PA“).'],
  [`Er sagte: "Sie rief 'Halt!' und lief."`, 'Er sagte: „Sie rief ‚Halt!‘ und lief.“'],
  ["So geht's, sagt Hans' Chef.", 'So geht’s, sagt Hans’ Chef.'],
  ['Ein Plan - nicht mehr - und 5 - 3 = 2.', 'Ein Plan – nicht mehr – und 5 - 3 = 2.'],
  ['KI-Server und -Chips', 'KI-Server und -Chips'],
  ['Ein Rohr von 5" und eins von 6" Weite', 'Ein Rohr von 5" und eins von 6" Weite'],
  ['Nur "ein Anfang', 'Nur "ein Anfang'],
  ['Schon „richtig“ gesetzt', 'Schon „richtig“ gesetzt'],
];
const english: readonly (readonly [string, string])[] = [
  ['"Stop," she said, "don\'t."', '“Stop,” she said, “don’t.”'],
  ["the dogs' 'best' year of the '90s", 'the dogs’ ‘best’ year of the ’90s'],
  ["rock 'n' roll", 'rock ’n’ roll'],
  ['6\'2" tall', '6\'2" tall'],
];

/** A page's own text, set with the punctuation of a language. */
const shown = (text: string, punctuation?: string): string =>
  ownText(
    pageOf(text, ansi(Number.POSITIVE_INFINITY, punctuation === undefined ? {} : { punctuation }))
      .lines,
  ).trim();

describe('punctuation', () => {
  it.each(german)('is German for a German article: %s', (typed, printed) => {
    expect(shapedText(typed, 'de')).toBe(printed);
    expect(shapedText(typed, 'de-AT')).toBe(printed);
  });

  it.each(english)('is English for an English one: %s', (typed, printed) => {
    expect(shapedText(typed, 'en')).toBe(printed);
  });

  it('has guillemets in Switzerland, and stays as typed in a language it does not know', () => {
    expect(shapedText('"Grüezi", sagt sie', 'de-CH')).toBe('«Grüezi», sagt sie');
    expect(shapedText('"hei"', 'fi')).toBe('"hei"');
  });

  it('goes over markup and leaves code, keys and addresses as they are', () => {
    expect(shown('"**Ein** *Wort*" und `"Code" - x`, <kbd>"</kbd>', 'de')).toBe(
      '„Ein Wort“ und "Code" - x, "',
    );
    expect(shown('```\n"a" - b\n```', 'de')).toBe('"a" - b');
  });

  it('is the author’s where no language is given, and in plain text always', () => {
    expect(shown('"Wort" - Satz')).toBe('"Wort" - Satz');
    const { lines } = pageOf('"Wort"', plain(72));
    expect(ownText(lines).trim()).toBe('"Wort"');
  });

  it('changes one sign for one, and gives a quotation both its ends', () => {
    const typed = fc
      .array(fc.constantFrom('"', "'", ' ', ' - ', '-', 'a', 'Wort', '5', '(', ')', '.', '\u00ad'))
      .map((parts) => parts.join(''));
    const signs = /["'„“‚‘’”–-]/g;
    fc.assert(
      fc.property(typed, fc.constantFrom('de', 'en', 'de-CH'), (text, lang) => {
        const once = shapedText(text, lang);
        expect(once.length).toBe(text.length);
        expect(once.replace(/["'„“‚‘’”–«»‹›-]/g, '·')).toBe(text.replace(signs, '·'));
        // A quotation has two ends.
        const count = (sign: RegExp): number => once.match(sign)?.length ?? 0;
        if (lang === 'de') expect(count(/„/g)).toBe(count(/“/g));
      }),
    );
  });

  it('leaves every line, place and link of a page where it was', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const as = (punctuation?: string) =>
          pageOf(
            text,
            ansi(Number.POSITIVE_INFINITY, punctuation === undefined ? {} : { punctuation }),
          );
        const places = (page: ReturnType<typeof pageOf>) =>
          page.lines.map(({ block, offset, join }) => [block, offset, join]);
        expect(places(as('de'))).toEqual(places(as()));
        expect(as('de').headings.map(({ line }) => line)).toEqual(
          as().headings.map(({ line }) => line),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('takes time in proportion to the text, however its marks stand', () => {
    for (const part of ['"', ` "a '`, `'"`, ' - ', `"'\u00ad`])
      expect(shapedText(part.repeat(200_000), 'de')).toHaveLength(part.length * 200_000);
  });
});
