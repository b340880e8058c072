import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEpub } from '../../../src/intake/epub/read-epub.ts';
import { makeBook } from './make-book.ts';

/** Blocks as books have them; `word` gives a word that is nowhere else. */
const BLOCKS: readonly ((word: () => string) => string)[] = [
  (word) => `<p>${word()} und <i>${word()}</i>, ${word()}.</p>`,
  (word) => `<h2>${word()} ${word()}</h2>`,
  (word) => `<ul><li>${word()}</li><li><p>${word()}</p><p>${word()}</p></li></ul>`,
  (word) => `<blockquote><p>${word()}</p></blockquote>`,
  (word) => `<table><tr><th>${word()}</th></tr><tr><td>${word()}</td></tr></table>`,
  (word) => `<pre>${word()}\n  ${word()}</pre>`,
  (word) => `<dl><dt>${word()}</dt><dd>${word()}</dd></dl>`,
  (word) => `<section><div>${word()}<br/>${word()}</div></section>`,
  (word) => {
    const id = word();
    return `<p>${word()}<a epub:type="noteref" href="#${id}">1</a></p><aside epub:type="footnote" id="${id}"><p>${word()}</p></aside>`;
  },
  (word) => `<p><span>${word()}</span><b>${word()}</b><sup>${word()}</sup></p>`,
];

const part = fc.record({
  isTitled: fc.boolean(),
  blocks: fc.array(fc.nat(BLOCKS.length - 1), { minLength: 1, maxLength: 6 }),
});
const shape = fc.record({
  version: fc.constantFrom(2 as const, 3 as const),
  isNested: fc.boolean(),
  files: fc.array(fc.array(part, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
});

describe('a book of any shape', () => {
  it('has all its words in its series, each once and in their order', async () => {
    await fc.assert(
      fc.asyncProperty(shape, async ({ version, isNested, files }) => {
        let count = 0;
        const word = () => `w${count++}x`;
        const made = files.map((parts) => ({
          parts: parts.map(({ isTitled, blocks }) => {
            const title = isTitled ? `Kapitel ${count}` : undefined;
            const html = blocks.map((at) => BLOCKS[at]?.(word) ?? '').join('\n');
            return title === undefined ? { html } : { title, html };
          }),
        }));
        const read = await readEpub(makeBook({ version, title: 'Buch', files: made, isNested }));
        if (read.kind === 'refused') throw new Error(read.reason);
        const { chapters } = read.value;
        const text = chapters.map(({ title, markdown }) => `${title}\n${markdown}`).join('\n');
        const wanted = made.flatMap(({ parts }) =>
          parts.flatMap(({ html }) => html.replace(/<[^>]*>/g, ' ').match(/w\d+x/g) ?? []),
        );
        const found = text.match(/w\d+x/g) ?? [];
        // A heading that a chapter is named after may stand in both places; notes stand at the end of theirs.
        expect(new Set(found)).toEqual(new Set(wanted));
        const titles = chapters.map(({ title }) => title ?? '').join(' ');
        const bodies =
          chapters
            .map(({ markdown }) => markdown)
            .join('\n')
            .match(/w\d+x/g) ?? [];
        expect(new Set(bodies).size).toBe(bodies.length);
        const inOrder = bodies.filter((one) => !titles.includes(one));
        expect(inOrder.length).toBeGreaterThanOrEqual(
          wanted.length - (titles.match(/w\d+x/g) ?? []).length,
        );
        const named = chapters
          .filter(({ title }) => title?.startsWith('Kapitel '))
          .map(({ title }) => Number(title?.slice(8)));
        expect(named).toEqual([...named].sort((a, b) => a - b));
      }),
      { numRuns: 80 },
    );
  });
});
