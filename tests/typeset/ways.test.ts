// An article is the same whichever way it comes: set whole as a short one is, piece by piece as a pipe gets
// a long one, section by section as the screen does.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitFrontMatter } from '../../src/library/article/front-matter.ts';
import type { TypesetOptions } from '../../src/typeset/look/options.ts';
import {
  type Above,
  type Line,
  NOTHING_ABOVE,
  type PageLink,
  type Section,
} from '../../src/typeset/page/page.ts';
import { parseDocument } from '../../src/typeset/parse/parse-document.ts';
import { readPieces } from '../../src/typeset/parse/pieces.ts';
import { createPartCutter, type DocumentPart } from '../../src/typeset/parts.ts';
import { createSectionSetter, joinSections } from '../../src/typeset/sections.ts';
import { createPieceSetter } from '../../src/typeset/set-pieces.ts';
import { typeset } from '../../src/typeset/typeset.ts';
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

const PIECE = 1500;

function streamed(text: string, options: TypesetOptions): Shown {
  const set = createPieceSetter(options);
  const lines: string[] = [];
  let title: string | undefined;
  for (const piece of readPieces(text, { piece: PIECE })) {
    title ??= piece.title;
    const page = set(piece);
    for (const line of page.lines) lines.push(shownLine(line, page.links));
  }
  return { title, lines };
}

function sectioned(text: string, options: TypesetOptions): Shown {
  const cut = createPartCutter(2 * PIECE);
  const setter = createSectionSetter(options);
  const sections: Section[] = [];
  let title: string | undefined;
  let above: Above = NOTHING_ABOVE;
  for (const piece of readPieces(text, { piece: PIECE })) {
    title ??= piece.title;
    for (const { json } of cut(piece)) {
      const part = JSON.parse(json) as DocumentPart;
      const section = setter.set(part, { ...above, count: part.firstBlock });
      sections.push(section);
      if (!section.end.empty) above = section.end;
    }
  }
  const { page } = joinSections(sections, setter.links);
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

const ROOT = join(import.meta.dirname, '..', '..');
const ARTICLES = ['guide', 'handbuch', 'ki-wirtschaft'].flatMap((folder) =>
  readdirSync(join(ROOT, 'articles', folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('articles', folder, name)),
);

describe('an article has the same lines, title and links every way', () => {
  it.each([...ARTICLES, ...READMES.map((name) => join('node_modules', name))])('%s', (path) => {
    sameEveryWay(splitFrontMatter(readFileSync(join(ROOT, path), 'utf8')).body);
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
