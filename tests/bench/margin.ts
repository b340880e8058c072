// How calm the right margin of German texts is: `node tests/bench/margin.ts [WIDTH] [FILE…]`. For each text
// and for all: how many lines of paragraphs, lists and quotes (but the last) fall short of eight ninths of the width, how far
// lines end from it on average, and how many of a hundred end in a hyphen that was added.

import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { splitFrontMatter } from '../../src/library/article/front-matter.ts';
import { de } from '../../src/messages/de.ts';
import { typeset } from '../../src/typeset/layout.ts';
import type { Hyphenation, TypesetOptions } from '../../src/typeset/look/options.ts';
import { theme } from '../../src/typeset/look/themes.ts';
import { parseDocument } from '../../src/typeset/parse/parse-document.ts';
import { prepare } from '../../src/typeset/prepare/prepare.ts';

const ARTICLES = fileURLToPath(new URL('../../articles', import.meta.url));
const NOTES = fileURLToPath(new URL('../vault/notes', import.meta.url));
/** Notes of the vault that have enough text. */
const GERMAN = [
  'garten/Bienen.md',
  'garten/Brunnen.md',
  'tagebuch/2025-01-13.md',
  'wissen/Der lange Weg des Wassers.md',
  'wissen/Marken.md',
  'wissen/Pegel und Druck.md',
  'wissen/Zettelkasten.md',
];
/** A line below this part of the width is seen as short. */
const SHORT = 8 / 9;

const [first = '72', ...named] = process.argv.slice(2);
const width = Number(first);

const markdownIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

const files =
  named.length > 0
    ? named
    : [
        ...markdownIn(join(ARTICLES, 'ki-wirtschaft')),
        ...markdownIn(join(ARTICLES, 'handbuch')),
        ...GERMAN.map((file) => join(NOTES, file)),
      ];

interface Figures {
  lines: number;
  short: number;
  gap: number;
  hyphens: number;
}

async function measured(file: string, hyphenate: Hyphenation): Promise<Figures> {
  const { body } = splitFrontMatter(readFileSync(file, 'utf8'));
  const parsed = parseDocument(body, { lang: 'de' });
  const document = await prepare(parsed, { hyphenate: true, highlight: false });
  const options = {
    width,
    theme: theme('default', { unicode: true }),
    links: 'inline',
    hyperlinks: true,
    hyphenate,
    justify: false,
    tables: 'auto',
    lang: 'de',
    punctuation: 'de',
    labels: de.page,
  } satisfies TypesetOptions;
  const paragraphs = new Set(
    document.blocks.flatMap((block, index) =>
      ['paragraph', 'list', 'quote'].includes(block.kind) ? [index] : [],
    ),
  );
  const { lines } = typeset(document, options);
  const own = lines.filter(({ block, join }) => paragraphs.has(block) && join !== 'end');
  return {
    lines: own.length,
    short: own.filter((line) => line.width < width * SHORT).length,
    gap: own.reduce((sum, line) => sum + width - line.width, 0),
    hyphens: own.filter((line) => line.join === 'word' && line.runs.at(-1)?.text === '-').length,
  };
}

const shown = ({ lines, short, gap, hyphens }: Figures): string =>
  lines === 0
    ? '-'
    : [
        `${((100 * short) / lines).toFixed(1)} % short`,
        `${(gap / lines).toFixed(2)} off`,
        `${((100 * hyphens) / lines).toFixed(1)} hyphens`,
      ]
        .map((cell) => cell.padStart(13))
        .join(' ');

for (const hyphenate of ['never', 'auto'] as const) {
  const all: Figures = { lines: 0, short: 0, gap: 0, hyphens: 0 };
  console.log(`${hyphenate}, ${width} columns, ${files.length} texts`);
  for (const file of files) {
    const own = await measured(file, hyphenate);
    console.log(`  ${shown(own)}  ${basename(file)}`);
    for (const key of ['lines', 'short', 'gap', 'hyphens'] as const) all[key] += own[key];
  }
  console.log(`  ${shown(all)}  all, ${all.lines} lines`);
}
