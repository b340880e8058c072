// Generated Markdown: every construct, nested, with words of several scripts.

import fc from 'fast-check';

const word = fc.constantFrom(
  'a',
  'of',
  'quiet',
  'Haus',
  'Straßenbahnhaltestelle',
  'naïve',
  'e\u0301tude',
  '漢字',
  'かな',
  '한글',
  'שלום',
  'مرحبا',
  '👩‍💻',
  '🇩🇪',
  '3.800',
  '1984',
  '“quoted”',
  '„so“',
  '–',
  '&amp;',
  '&copy;',
  '\\*',
  'snake_case',
  'a*b',
  'x^2',
  '100%',
  ':rocket:',
  'https://example.org/a/long/path?with=query#and-anchor',
  'C:\\',
  '<',
  '[x]',
  '…',
  'B\u00fccher',
);
const words = fc.array(word, { minLength: 1, maxLength: 14 }).map((list) => list.join(' '));

const inline = fc.oneof(
  { weight: 6, arbitrary: words },
  words.map((text) => `**${text}**`),
  words.map((text) => `*${text}*`),
  words.map((text) => `~~${text}~~`),
  words.map((text) => `\`${text}\``),
  words.map((text) => `[${text}](https://example.org/x "title")`),
  words.map((text) => `[${text}](javascript:alert)`),
  words.map((text) => `![${text}](picture.png)`),
  fc.constantFrom(
    '<kbd>Ctrl</kbd>',
    'H<sub>2</sub>O',
    'x<sup>10</sup>',
    '<b>',
    '</i>',
    '<!-- no -->',
    '<br>',
    'end[^n]',
    '  \n',
    '<q>so</q>',
  ),
);
const line = fc.array(inline, { minLength: 1, maxLength: 5 }).map((list) => list.join(' '));

const indented = (prefix: string) => (text: string) =>
  text
    .split('\n')
    .map((one) => (one === '' ? one : prefix + one))
    .join('\n');

const { block } = fc.letrec<{ block: string }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    line,
    fc
      .tuple(fc.integer({ min: 1, max: 6 }), words)
      .map(([depth, text]) => `${'#'.repeat(depth)} ${text}`),
    fc
      .array(fc.string({ maxLength: 90 }), { maxLength: 4 })
      .map((lines) => `\`\`\`js\n${lines.join('\n').replace(/`/g, '')}\n\`\`\``),
    fc.constant('---'),
    fc
      .array(fc.array(words, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 4 })
      .map(
        (rows) =>
          `| a | b | c |\n| :- | :-: | -: |\n${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}`,
      ),
    fc
      .array(tie('block'), { minLength: 1, maxLength: 3 })
      .map((blocks) => indented('> ')(blocks.join('\n\n'))),
    fc
      .array(tie('block'), { minLength: 1, maxLength: 3 })
      .map((items) => items.map((item) => `- ${indented('  ')(item).trimStart()}`).join('\n')),
    fc
      .tuple(
        fc.integer({ min: 0, max: 120 }),
        fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
      )
      .map(([start, items]) =>
        items.map((item, i) => `${start + i}. ${indented('     ')(item).trimStart()}`).join('\n\n'),
      ),
    words.map((text) => `> [!TIP]\n> ${text}`),
    words.map((text) => `- [ ] ${text}\n- [x] ${text}`),
    words.map((text) => `<details><summary>${text}</summary>\n\n${text}\n\n</details>`),
    words.map((text) => `<table><tr><th>h</th><td>${text}</td></tr></table>`),
  ),
}));

/** Markdown of a few blocks and a footnote. */
export const markdown: fc.Arbitrary<string> = fc
  .tuple(fc.array(block, { minLength: 1, maxLength: 5 }), words)
  .map(([blocks, note]) => `${blocks.join('\n\n')}\n\n[^n]: ${note}\n`);

/** Any text at all, rich in what Markdown and terminals give a meaning. */
export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\n',
        '\n\n',
        ' ',
        '    ',
        '\t',
        '>',
        '- ',
        '1. ',
        '#',
        '*',
        '**',
        '_',
        '`',
        '```',
        '~~',
        '[',
        ']',
        '(',
        ')',
        '](',
        '![',
        '<',
        '>',
        '</',
        '<b>',
        '<!--',
        '-->',
        '|',
        '|-|',
        '&',
        '&#27;',
        '&#x9b;',
        '&amp;#27;',
        '\x1b',
        '\x1b[31m',
        '\x1b]8;;x\x07',
        '\x9b',
        '\r',
        '\0',
        '\u202e',
        '\u200b',
        '\ufeff',
        '\ud800',
        '[^n]',
        '[^n]: ',
        '[!NOTE]',
        ':+1:',
        '\u00ad',
        '\u{e0041}',
        '👨‍👩‍👧',
      ),
      fc.string({ unit: 'binary', maxLength: 8 }),
      word,
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));
