// An article is the same whichever way it comes: set whole as a short one is, piece by piece as a pipe gets
// a long one, section by section as the screen does.

import { readdirSync, readFileSync } from 'node:fs';
import { join as path } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitFrontMatter } from '../../src/library/article/front-matter.ts';
import type { Chunk } from '../../src/typeset/document/chunk.ts';
import { join, layout, typeset } from '../../src/typeset/layout.ts';
import type { TypesetOptions } from '../../src/typeset/look/options.ts';
import {
  type Above,
  type Line,
  NOTHING_ABOVE,
  type PageLink,
  type Section,
} from '../../src/typeset/page/page.ts';
import { parseChunks, parseDocument } from '../../src/typeset/parse/parse-document.ts';
import { markdown } from './arbitrary-markdown.ts';
import { READMES } from './readmes.ts';
import { ansi } from './setting-support.ts';

/** What a reader gets: the title, and each line with where its links lead. */
interface Shown {
  readonly title: string | undefined;
  readonly lines: readonly string[];
}

const shownLine = ({ runs }: Line, links: readonly PageLink[]): string =>
  runs
    .map(({ text, link }) => (link === undefined ? text : `${text}<${links[link]?.href}>`))
    .join('');

function whole(text: string, options: TypesetOptions): Shown {
  const document = parseDocument(text);
  const page = typeset(document, options);
  return { title: document.title, lines: page.lines.map((line) => shownLine(line, page.links)) };
}

const SIZE = 1500;

/** As a pipe gets it: each section is forgotten once it is written. */
function streamed(text: string, options: TypesetOptions): Shown {
  const setter = layout(options);
  const lines: string[] = [];
  let title: string | undefined;
  let above = NOTHING_ABOVE;
  for (const chunk of parseChunks(text, { size: SIZE })) {
    setter.forget();
    const section = setter.set(chunk, above);
    above = section.end;
    title ??= chunk.title;
    for (const line of section.lines) lines.push(shownLine(line, setter.links));
  }
  return { title, lines };
}

/** As the screen sets it: the last first. */
function sectioned(text: string, options: TypesetOptions): Shown {
  const setter = layout(options);
  const chunks = [...parseChunks(text, { size: SIZE })];
  const aboveOf = (index: number): Above => {
    const chunk = chunks[index - 1];
    return chunk === undefined ? NOTHING_ABOVE : (setter.below(chunk) ?? aboveOf(index - 1));
  };
  const sections: Section[] = [];
  for (let index = chunks.length - 1; index >= 0; index--)
    sections[index] = setter.set(chunks[index] as Chunk, aboveOf(index));
  const { page } = join(sections, setter.links);
  const title = chunks.find((chunk) => chunk.title !== undefined)?.title;
  return { title, lines: page.lines.map((line) => shownLine(line, page.links)) };
}

function sameEveryWay(text: string): void {
  for (const width of [40, 72, 100]) {
    const options = ansi(width, { lang: 'de' });
    const expected = whole(text, options);
    expect(streamed(text, options)).toEqual(expected);
    expect(sectioned(text, options)).toEqual(expected);
  }
}

const ROOT = path(import.meta.dirname, '..', '..');
const ARTICLES = ['guide', 'handbuch', 'ki-wirtschaft'].flatMap((folder) =>
  readdirSync(path(ROOT, 'articles', folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => path('articles', folder, name)),
);

describe('an article has the same lines, title and links every way', () => {
  it.each([...ARTICLES, ...READMES.map((name) => path('node_modules', name))])('%s', (name) => {
    sameEveryWay(splitFrontMatter(readFileSync(path(ROOT, name), 'utf8')).body);
  });

  it('whatever it says', () => {
    fc.assert(
      fc.property(fc.array(markdown, { minLength: 1, maxLength: 5 }), (parts) =>
        sameEveryWay(parts.join('\n\n')),
      ),
      { numRuns: 25, seed: 13 },
    );
  });
});
