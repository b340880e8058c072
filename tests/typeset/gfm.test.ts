// GitHub's extensions through both formats at two widths.

import { describe, expect, it } from 'vitest';
import { GFM_EXAMPLES } from './gfm-examples.ts';
import { ansi, missingWord, ownText, pageOf, plain, visibleWords } from './setting-support.ts';

/** Superscript digits and `[^1]` as plain digits, as a browser shows a note's mark. */
function digits(text: string): string {
  return text.normalize('NFKC').replace(/\[\^(\d+)\]/g, '$1');
}

describe.each([plain(72), plain(30), ansi(72), ansi(30)])(
  'GFM as $theme.name at $width columns',
  (options) => {
    it.each(GFM_EXAMPLES)('shows every word of $name, in order', ({ markdown, html }) => {
      const { lines } = pageOf(markdown, options);
      // The mark at a note's own text is set by us and not the article's.
      const words = visibleWords(html.replace(/(?<=<section>|\. |Zed )\d (?=[A-Z])/g, ''));
      expect(missingWord(words, digits(ownText(lines)))).toBeUndefined();
      expect(lines.filter(({ width }) => width > options.width)).toEqual([]);
    });
  },
);
