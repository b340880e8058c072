import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/typeset/document.ts';
import type { Line } from '../../src/typeset/page.ts';
import { readPieces } from '../../src/typeset/pieces.ts';
import { createPieceSetter } from '../../src/typeset/set-pieces.ts';
import { typeset } from '../../src/typeset/typeset.ts';
import { anyText, markdown } from './arbitrary-markdown.ts';
import { ansi, plain } from './setting-support.ts';

describe('pieces', () => {
  it('give the lines that setting the whole gives, wherever they are cut', () => {
    const source = fc
      .array(fc.oneof(markdown, anyText), { minLength: 1, maxLength: 4 })
      .map((parts) => parts.join('\n\n'));
    fc.assert(
      fc.property(source, fc.integer({ min: 1, max: 400 }), (text, piece) => {
        for (const options of [ansi(40), plain(60)]) {
          const lines: Line[] = [];
          let title: string | undefined;
          const { set } = createPieceSetter(options);
          for (const read of readPieces(text, { piece })) {
            const part = set(read);
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
