import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Chunk } from '../../src/typeset/document/chunk.ts';
import type { Document } from '../../src/typeset/document/document.ts';
import { join, type Layout, layout, typeset } from '../../src/typeset/layout.ts';
import {
  type Above,
  type Line,
  NOTHING_ABOVE,
  type Page,
  type PageLink,
  type Section,
} from '../../src/typeset/page/page.ts';
import { parseChunks, parseDocument } from '../../src/typeset/parse/parse-document.ts';
import { anyText, markdown } from './arbitrary-markdown.ts';
import { ansi } from './setting-support.ts';

const source = fc
  .array(fc.oneof(markdown, anyText), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join('\n\n'));

/** As the cache gives them back. */
const cut = (text: string, size: number): readonly Chunk[] =>
  JSON.parse(JSON.stringify([...parseChunks(text, { size, notes: 1 + (size % 3) })]));

/** A page with the links where their numbers stood: these follow the order of setting. */
function linked({ lines, links, notes, ...rest }: Page): unknown {
  const shown = (line: Line): unknown => ({
    ...line,
    runs: line.runs.map(({ link, ...run }) => ({
      ...run,
      link: link === undefined ? undefined : links[link],
    })),
  });
  const key = ({ line, kind, href, text }: PageLink): string =>
    JSON.stringify([line, kind, href, text]);
  return {
    ...rest,
    lines: lines.map(shown),
    notes: notes.map((note) => ({ ...note, lines: note.lines.map(shown) })),
    links: links.map(key).sort(),
  };
}

/** Sets the parts in an order, each below what is known or found out of the parts above it. */
function grown(parts: readonly Chunk[], order: readonly number[], setter: Layout): Page {
  const sections: Section[] = [];
  const aboveOf = (index: number): Above => {
    for (let before = index - 1; before >= 0; before--) {
      const above = sections[before]?.end ?? setter.below(parts[before] as Chunk);
      if (above !== undefined) return above;
    }
    return NOTHING_ABOVE;
  };
  for (const index of order) sections[index] = setter.set(parts[index] as Chunk, aboveOf(index));
  return join(sections, setter.links).page;
}

describe('sections', () => {
  it('make the page that setting the whole makes, in whatever order they are set', () => {
    fc.assert(
      fc.property(
        source,
        fc.integer({ min: 1, max: 600 }),
        fc.constantFrom(20, 40, 72, 120),
        fc.infiniteStream(fc.nat()),
        (text, size, width, numbers) => {
          const document = parseDocument(text);
          const parts = cut(text, size);
          const order = parts
            .map((_, index) => ({ index, rank: numbers.next().value as number }))
            .sort((one, other) => one.rank - other.rank)
            .map(({ index }) => index);
          const options = { ...ansi(width), hyperlinks: true };
          const page = grown(parts, order, layout(options));
          expect(linked(page)).toEqual(linked(typeset(document, options)));
        },
      ),
      { numRuns: 400 },
    );
  });

  it('come from parts that hold the whole document, however its pieces are read and cut', () => {
    fc.assert(
      fc.property(source, fc.integer({ min: 1, max: 600 }), (text, size) => {
        const parts = cut(text, size);
        const { blocks, links, notes } = JSON.parse(
          JSON.stringify(parseDocument(text)),
        ) as Document;
        expect(parts.flatMap((part) => part.blocks)).toEqual(blocks);
        expect(parts.flatMap((part) => part.links)).toEqual(links);
        expect(parts.flatMap((part) => part.notes)).toEqual(notes);
        for (const { links: own, firstLink, blocks: few } of parts.slice(0, -1)) {
          for (const [, index] of JSON.stringify(few).matchAll(/(?<!\\)"(?:link|image)":(\d+)/g)) {
            expect(Number(index)).toBeGreaterThanOrEqual(firstLink);
            expect(Number(index)).toBeLessThan(firstLink + own.length);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
