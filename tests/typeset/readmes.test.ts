// Texts from the wild: READMEs and changelogs of packages that stand in node_modules.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ansi, pageOf, plain, printed } from './setting-support.ts';

const FILES = [
  'chalk/readme.md',
  'commander/Readme.md',
  'marked/README.md',
  'marked-terminal/README.md',
  'ink/readme.md',
  'react/README.md',
  'typescript/README.md',
  'vitest/README.md',
  'yaml/README.md',
  'highlight.js/README.md',
  'highlight.js/CHANGES.md',
  'string-width/readme.md',
  'entities/readme.md',
  'fast-check/README.md',
  'postcss/README.md',
  'nanoid/README.md',
  'magic-string/README.md',
  'es-toolkit/README.md',
  'es-toolkit/CHANGELOG.md',
  'rolldown/README.md',
  'vite/README.md',
  'parse5/README.md',
  'tinybench/README.md',
  'source-map-js/README.md',
  'yargs/README.md',
  'chai/README.md',
  'hyphen/README.md',
];

/** Backticks that their author wrote as text. */
const WRITTEN: Readonly<Record<string, RegExp>> = {
  'highlight.js/CHANGES.md': /`-quoted| ```(?:,|-fenced)/,
};

describe.each([40, 72, 100])('at %i columns', (width) => {
  it.each(FILES)('%s comes out clean', (file) => {
    const source = readFileSync(new URL(`../../node_modules/${file}`, import.meta.url), 'utf8');
    for (const options of [ansi(width), plain(width), ansi(width, { hyperlinks: false })]) {
      const page = pageOf(source, options);
      expect(page.lines.filter((line) => line.width > width)).toEqual([]);
      expect(printed(page).filter((line) => /\s$/.test(line))).toEqual([]);
    }
    // Code is what the theme sets as code; it may hold any sign.
    const { lines, ...page } = pageOf(source, ansi(width));
    const code = new Set([ansi(width).theme.styles.code.color]);
    const prose = printed({
      ...page,
      lines: lines.map((line) => ({
        ...line,
        runs: line.runs.filter(({ style }) => !code.has(style.color)),
      })),
    });
    const raw = prose.filter((line) => /\*\*|`|\]\(/.test(line) && !WRITTEN[file]?.test(line));
    expect(raw).toEqual([]);
  });
});
