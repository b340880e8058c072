// The words of Markdown without a parser.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { titleHeading } from '../../../src/library/article/markdown/title-heading.ts';
import { countWords, plainText } from '../../../src/library/article/markdown-text.ts';

describe('plain text', () => {
  it.each([
    ['# Titel\n\n**Fett** und *schräg* und ~~weg~~ `code`.', 'Titel Fett und schräg und weg code.'],
    ['[Klarna](https://klarna.com/a_(b) "Titel") und ![Bild](x.png)', 'Klarna und Bild'],
    [
      '[Text][1] und [^note].\n\n[1]: https://example.org\n[^note]: Die Note.',
      'Text und . Die Note.',
    ],
    ['- [x] getan\n- [ ] offen\n10. zehn', 'getan offen zehn'],
    ['> [!NOTE]\n> Ein Zitat\n> > tiefer', 'Ein Zitat tiefer'],
    ['| a | b |\n| --- | :-: |\n| 1 | 2 |', 'a b 1 2'],
    ['```js\nlet snake_case = 1;\n```', 'let snake_case = 1;'],
    ['<!-- weg\n- weg --><b>da</b><br>dort <img src="x" alt="Foto">', 'da dort Foto'],
    ['M&uuml;ller &amp; S&#246;hne &#27;[31m', 'Müller & Söhne \ufffd31m'],
    ['Silben\u00adtrennung \\*kein Markup\\*', 'Silbentrennung *kein Markup*'],
    ['Titel\n=====\n\nText', 'Titel Text'],
    [
      '<https://example.org/a> und https://example.org',
      'https://example.org/a und https://example.org',
    ],
  ])('of %j is %j', (markdown, text) => {
    expect(plainText(markdown).replace(/\s+/g, ' ').trim()).toBe(text);
  });

  it('comes to an end for signs that nest and repeat', () => {
    for (const piece of [
      '[^',
      '](',
      '](<',
      '<!--',
      '<a ',
      '`',
      '* ',
      '> ',
      '| ',
      '[a][',
      '&#x',
      '_a',
      '# ',
      '[](x "',
      '\\',
    ]) {
      expect(plainText(piece.repeat(200_000)).length).toBeLessThanOrEqual(piece.length * 300_000);
      expect(titleHeading(piece.repeat(200_000))?.length ?? 0).toBeLessThan(piece.length * 300_000);
    }
  });
});

describe('words', () => {
  it('are counted as a reader counts them', () => {
    expect(countWords('Ein KI-Server – für 3,5 Mio. Euro … „so“')).toBe(7);
    expect(countWords('日本語 und mehr')).toBe(5);
    expect(countWords('')).toBe(0);
  });

  it('are as many as there are stretches with a letter or digit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text));
        const stretches = text.split(/\s+/u).filter((part) => /[\p{L}\p{N}]/u.test(part));
        expect(countWords(text)).toBe(stretches.length);
      }),
      { numRuns: 2000 },
    );
  });
});
