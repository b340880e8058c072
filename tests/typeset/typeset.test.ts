// What holds for every page, whatever the text.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typeset } from '../../src/typeset/layout.ts';
import { parseDocument } from '../../src/typeset/parse/parse-document.ts';
import { prepare } from '../../src/typeset/prepare/prepare.ts';
import { columns } from '../../src/typeset/text/width.ts';
import { anyText, markdown } from './arbitrary-markdown.ts';
import {
  ansi,
  bodyOf,
  ownText,
  pageOf,
  plain,
  printed,
  RICH,
  stripped,
} from './setting-support.ts';

const width = fc.oneof(fc.integer({ min: 20, max: 120 }), fc.constant(Number.POSITIVE_INFINITY));
const source = fc.oneof({ weight: 3, arbitrary: markdown }, anyText);
const RUNS = { numRuns: 300 };

describe('a page', () => {
  it('has no line wider than asked, and knows how wide each is', () => {
    fc.assert(
      fc.property(source, width, (text, asked) => {
        for (const options of [
          ansi(asked),
          plain(asked),
          ansi(asked, { hyperlinks: false, justify: true }),
        ]) {
          for (const line of pageOf(text, options).lines) {
            const shown = line.runs.map((run) => run.text).join('');
            expect(line.width).toBeLessThanOrEqual(asked);
            expect(line.width).toBe(columns(shown));
          }
        }
      }),
      RUNS,
    );
  });

  it('has no blank at the end of a line and no line break within one', () => {
    fc.assert(
      fc.property(source, width, (text, asked) => {
        for (const options of [ansi(asked), plain(asked)]) {
          for (const line of printed(pageOf(text, options)))
            expect(line).not.toMatch(/\s$|[\n\u2028\u2029]/);
        }
      }),
      RUNS,
    );
  });

  it('shows the same words in colour as in plain text', () => {
    fc.assert(
      fc.property(source, width, (text, asked) => {
        // Signs, marks of notes and raised figures differ by theme, not words.
        const words = (options: Parameters<typeof pageOf>[1]) =>
          ownText(pageOf(text, options).lines)
            .normalize('NFKC')
            .replace(/\[\^?(\d+)\]|\^(?=\d)/g, '$1')
            .replace(/\s+/g, '');
        expect(words(ansi(asked))).toBe(words(plain(asked, { links: 'none' })));
      }),
      RUNS,
    );
  });

  it('is painted with nothing but styles and hyperlinks, all closed at the end of each line', () => {
    fc.assert(
      fc.property(source, width, (text, asked) => {
        const page = pageOf(text, ansi(asked));
        expect(printed(page, RICH).map(stripped)).toEqual(printed(page));
        for (const line of printed(page))
          expect(line).not.toMatch(/[\x00-\x08\x0a-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
        for (const line of printed(page, RICH)) {
          const open: string[] = [];
          for (const [, code, uri] of line.matchAll(
            /\x1b\[(\d+)[\d;]*m|\x1b\]8;[^;]*;([^\x1b]*)\x1b\\/g,
          )) {
            const key = code === undefined ? 'link' : (CLOSES[Number(code)] ?? code);
            if (code === undefined ? uri !== '' : CLOSES[Number(code)] === undefined)
              open.push(family(key));
            else expect(open.splice(open.lastIndexOf(family(key)), 1)).toEqual([family(key)]);
          }
          expect(open).toEqual([]);
        }
      }),
      RUNS,
    );
  });

  it('is the same each time, and does not remember another width', () => {
    fc.assert(
      fc.property(source, width, width, (text, first, second) => {
        const document = bodyOf(text);
        const fresh = typeset(bodyOf(text), ansi(second));
        typeset(document, ansi(first));
        expect(typeset(document, ansi(second))).toEqual(fresh);
      }),
      RUNS,
    );
  });

  it('comes out of a document that was kept as JSON', () => {
    fc.assert(
      fc.property(source, width, (text, asked) => {
        const document = parseDocument(text);
        const kept = JSON.parse(JSON.stringify(document)) as typeof document;
        expect(typeset(kept, ansi(asked))).toEqual(typeset(document, ansi(asked)));
      }),
      RUNS,
    );
  });

  it('keeps block and offset of the same text at every width', () => {
    fc.assert(
      fc.property(markdown, fc.integer({ min: 30, max: 100 }), (text, asked) => {
        const ends = (columns: number) => {
          const page = pageOf(text, ansi(columns));
          return page.blocks.map(
            (_, block) =>
              page.lines.findLast((line) => line.block === block && line.runs.length > 0)?.block,
          );
        };
        expect(ends(asked)).toEqual(ends(Number.POSITIVE_INFINITY));
        const { lines } = pageOf(text, ansi(asked));
        for (const [i, line] of lines.entries()) {
          const before = lines[i - 1];
          if (before?.block === line.block)
            expect(line.offset).toBeGreaterThanOrEqual(before.offset);
        }
      }),
      RUNS,
    );
  });

  it('has a line for each block, heading, link and note', () => {
    fc.assert(
      fc.property(markdown, width, (text, asked) => {
        const page = pageOf(text, ansi(asked));
        for (const [block, line] of page.blocks.entries()) {
          if (line < page.lines.length)
            expect(page.lines[line]?.block).toBeGreaterThanOrEqual(block);
        }
        for (const { line, block } of page.headings) expect(page.lines[line]?.block).toBe(block);
        for (const [index, { line }] of page.links.entries()) {
          if (page.links[index]?.text === '') continue;
          expect(page.lines[line]?.runs.some(({ link }) => link === index)).toBe(true);
        }
        for (const { line, lines } of page.notes)
          expect(page.lines.slice(line, line + lines.length)).toEqual(lines);
      }),
      RUNS,
    );
  });

  it('shows no soft hyphen, hyphenated or not', async () => {
    await fc.assert(
      fc.asyncProperty(markdown, width, async (text, asked) => {
        const document = await prepare(parseDocument(text, { lang: 'de' }), {
          hyphenate: true,
          highlight: false,
        });
        for (const options of [ansi(asked, { hyphenate: 'always' }), plain(asked)]) {
          expect(printed(typeset(document, options)).join('\n')).not.toContain('\u00ad');
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** The SGR codes that end something, and what they end. */
const CLOSES: Readonly<Record<number, string>> = {
  22: '1',
  23: '3',
  24: '4',
  27: '7',
  29: '9',
  39: '3x',
  49: '4x',
};

/** What a code switches on: bold and dim end alike, and so do all colours. */
function family(code: string): string {
  if (code === '2') return '1';
  if (/^(?:3[0-8]|9[0-7]|3x)$/.test(code)) return '3x';
  return /^(?:4[0-8]|10[0-7]|4x)$/.test(code) ? '4x' : code;
}
