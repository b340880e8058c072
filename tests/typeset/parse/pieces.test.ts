import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentLink } from '../../../src/typeset/document/document.ts';
import type { Line } from '../../../src/typeset/page/page.ts';
import { parseDocument } from '../../../src/typeset/parse/parse-document.ts';
import { readPieces } from '../../../src/typeset/parse/pieces.ts';
import { createPieceSetter } from '../../../src/typeset/set-pieces.ts';
import { typeset } from '../../../src/typeset/typeset.ts';
import { anyText, markdown } from '../arbitrary-markdown.ts';
import { ansi, plain } from '../setting-support.ts';

const LABELS = ['a', 'b', 'Ä', 'two words', 'c\\]d', '^n', '^N', '^m', 'e[f', 'x y'];
const label = fc.constantFrom(...LABELS);
const reference = fc.oneof(
  label.map((name) => `[${name}]`),
  label.map((name) => `*see [text *][${name}] and* [${name.toUpperCase()}][]`),
  label.map((name) => `![${name}] [in [${name}] link](u)`),
);
const definition = fc
  .tuple(
    fc.constantFrom('', '', '> ', '- ', '1. > ', '    ', '```\n', '<!--\n', 'text\n', '\\'),
    label,
    fc.constantFrom(
      ': /u',
      ': /v "title"',
      ': /x\n  "title"',
      ':\n/w',
      ': [^m]',
      ': text\n\n    more [a]',
      ':',
    ),
  )
  .map(([before, name, after]) => `${before}[${name.replace(' ', '\n')}]${after}`);
const crossed = fc
  .array(fc.oneof(reference, definition, fc.constantFrom('text', '```', '-->', '# h')), {
    minLength: 2,
    maxLength: 12,
  })
  .map((parts) => parts.join('\n\n'));

describe('pieces', () => {
  it('give the lines that setting the whole gives, wherever they are cut', () => {
    const mixed = fc
      .array(fc.oneof(markdown, anyText), { minLength: 1, maxLength: 4 })
      .map((parts) => parts.join('\n\n'));
    // What is referred to is defined before, behind, or not at all.
    const source = fc.oneof(mixed, crossed);
    fc.assert(
      fc.property(source, fc.integer({ min: 1, max: 400 }), (text, piece) => {
        for (const options of [ansi(40), plain(60)]) {
          const lines: Line[] = [];
          let title: string | undefined;
          const links: DocumentLink[] = [];
          const set = createPieceSetter(options);
          for (const read of readPieces(text, { piece, notes: 1 + (piece % 3) })) {
            const part = set(read);
            lines.push(...part.lines);
            links.push(...read.links);
            title ??= part.title;
          }
          const document = parseDocument(text);
          expect(lines).toEqual(typeset(document, options).lines);
          expect(title).toBe(document.title);
          expect(links).toEqual(document.links);
        }
      }),
      { numRuns: 600 },
    );
  });
});
