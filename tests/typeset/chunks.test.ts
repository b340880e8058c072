import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentLink } from '../../src/typeset/document/document.ts';
import { layout, typeset } from '../../src/typeset/layout.ts';
import { type Line, NOTHING_ABOVE } from '../../src/typeset/page/page.ts';
import { parseChunks, parseDocument } from '../../src/typeset/parse/parse-document.ts';
import { anyText, markdown } from './arbitrary-markdown.ts';
import { ansi, plain } from './setting-support.ts';

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

describe('chunks', () => {
  it('give the lines that setting the whole gives, wherever they are cut', () => {
    const mixed = fc
      .array(fc.oneof(markdown, anyText), { minLength: 1, maxLength: 4 })
      .map((parts) => parts.join('\n\n'));
    // What is referred to is defined before, behind, or not at all.
    const source = fc.oneof(mixed, crossed);
    fc.assert(
      fc.property(source, fc.integer({ min: 1, max: 400 }), (text, size) => {
        for (const options of [ansi(40), plain(60)]) {
          const lines: Line[] = [];
          let title: string | undefined;
          const links: DocumentLink[] = [];
          const setter = layout(options);
          let above = NOTHING_ABOVE;
          for (const chunk of parseChunks(text, { size, notes: 1 + (size % 3) })) {
            setter.forget();
            const section = setter.set(chunk, above);
            above = section.end;
            lines.push(...section.lines);
            links.push(...chunk.links);
            title ??= chunk.title;
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
