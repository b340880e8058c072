import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSource } from '../../../src/typeset/parse/source-check.ts';
import { suspectPlaces } from '../../../src/typeset/text/suspect-text.ts';

const codes = (markdown: string): string[] => checkSource(markdown).faults.map(({ code }) => code);

describe('checking Markdown', () => {
  it.each([
    ['```\nclosed\n```\n'],
    ['~~~~ js\n~~~\n~~~~\n'],
    ['> ```\n> closed\n> ```\n'],
    ['- ```\n  closed\n  ```\n'],
    ['    indented code\n'],
    ['```\n```'],
    ['``` `no fence\n'],
    ['`` code [^1] ``\n'],
    ['A mark.[^a]\n\n[^a]: Text with a mark.[^b]\n[^b]: Text.\n'],
    ['\\[^1] stands as it is\n'],
    ['values[0][1] and [a](b "c")\n'],
    ['[text][Label]\n\n[label]: https://example.org\n'],
    ['![text][Label]\n\n[label]: https://example.org\n'],
    ['<img src="a.png" alt="">\n'],
    ['Joined: 👩‍👩‍👧, می‌خواهم, ❤️\r\nand a line end\r\n'],
    ['soft&shy;hyphen, a&nbsp;space, &#8211; a dash, &#10; a line\n'],
  ])('finds nothing in %j', (markdown) => {
    expect(codes(markdown)).toEqual([]);
  });

  it.each([
    ['```\nopen', 'code-open', 1, 1],
    ['Text.\n\n````\n```\n', 'code-open', 3, 1],
    ['> ```\n> open\n\nText.\n', 'code-open', 1, 3],
    ['a\nb [^x] c\n', 'note-undefined', 2, 3],
    ['*a\nb [^x] c*\n', 'note-undefined', 2, 3],
    ['[^x]: text\n', 'note-unused', 1, 1],
    ['a [b][c]\n', 'label-undefined', 1, 3],
    ['| a |\n| - |\n| ![](x) |\n', 'no-alternative', 3, 3],
    ['<p>\n<img src=x>\n</p>\n', 'no-alternative', 2, 1],
    ['a\u200bb\n', 'unsafe-text', 1, 2],
    ['a\n\u001b[31m\n', 'unsafe-text', 2, 1],
    ['x &#x9b; y\n', 'unsafe-text', 1, 3],
  ])('finds in %j the fault %s at %i:%i', (markdown, code, line, column) => {
    expect(checkSource(markdown).faults).toMatchObject([{ code, line, column }]);
  });

  it('counts lines from where the Markdown begins in its file', () => {
    expect(checkSource('![](x)\n', 7).faults).toMatchObject([{ line: 7, column: 1 }]);
  });

  it('names headings as a page does', () => {
    const { anchors } = checkSource('# Über *uns*\n\nUber\n----\n\n## Über uns\n');
    expect(anchors).toEqual(['über-uns', 'uber', 'über-uns-1']);
  });

  it('takes any text, and names places that are in it', () => {
    const piece = fc.constantFrom(
      '`',
      '```',
      '\n',
      '> ',
      '- ',
      '[^',
      ']',
      '](',
      ')',
      '![',
      '<img ',
      '>',
      '&#27;',
      '\u202e',
      '|',
      'a',
      ' ',
      '\t',
      '\r\n',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }).map((all) => all.join('')),
        (markdown) => {
          const lines = markdown.split(/\r\n|\n|\r/);
          const { faults, links } = checkSource(markdown);
          for (const { line, column } of [...faults, ...links]) {
            expect(column).toBeGreaterThan(0);
            expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? -1) + 1);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('finds hidden signs in a line exactly where the page would differ', () => {
    expect(suspectPlaces('plain text\nwith ümläuts — and 日本語\n')).toEqual([]);
    expect(suspectPlaces('one\ntwo\u202e\n')).toEqual([{ line: 2, column: 4, sign: 'U+202E' }]);
  });
});
