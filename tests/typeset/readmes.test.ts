// Texts from the wild: READMEs and changelogs of packages that stand in node_modules.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHANGELOGS, READMES } from './readmes.ts';
import { ansi, pageOf, plain, printed } from './setting-support.ts';

const FILES = [...READMES, ...CHANGELOGS];

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
