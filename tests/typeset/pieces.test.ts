import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/typeset/document.ts';
import type { Line } from '../../src/typeset/page.ts';
import { setPieces } from '../../src/typeset/pieces.ts';
import { typeset } from '../../src/typeset/typeset.ts';
import { anyText, markdown } from './arbitrary-markdown.ts';
import { ansi, plain } from './setting-support.ts';

describe('setPieces', () => {
  it('gives the lines that setting the whole gives, wherever it cuts', () => {
    const source = fc
      .array(fc.oneof(markdown, anyText), { minLength: 1, maxLength: 4 })
      .map((parts) => parts.join('\n\n'));
    fc.assert(
      fc.property(source, fc.integer({ min: 1, max: 400 }), (text, piece) => {
        for (const options of [ansi(40), plain(60)]) {
          const lines: Line[] = [];
          let title: string | undefined;
          for (const part of setPieces(text, options, { piece })) {
            lines.push(...part.lines);
            title ??= part.title;
          }
          const document = parseDocument(text);
          expect(lines).toEqual(typeset(document, options).lines);
          expect(title).toBe(document.title);
        }
      }),
      { numRuns: 300 },
    );
  });
});
