import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/typeset/parse/parse-document.ts';
import { highlight } from '../../../src/typeset/prepare/highlight.ts';
import { prepare } from '../../../src/typeset/prepare/prepare.ts';
import { documentText } from '../../support/document-text.ts';

const ALL = { hyphenate: true, highlight: true };

describe('prepare', () => {
  it('leaves a document alone that needs nothing', async () => {
    const document = parseDocument('Just text, `code` and no language.\n');
    expect(await prepare(document, ALL)).toBe(document);
  });

  it('marks where words may be hyphenated, in text alone', async () => {
    const document = parseDocument(
      'Straßenbahn und `Straßenbahn` und https://example.org/strassenbahn\n',
      { lang: 'de' },
    );
    const prepared = await prepare(document, ALL);
    expect(JSON.stringify(prepared.blocks)).toContain('Stra\u00adßen\u00adbahn und ');
    expect(JSON.stringify(prepared.blocks)).toContain('"Straßenbahn"');
    expect(documentText(prepared)).toBe(documentText(document));
  });

  it('puts emoji in place of their names, in text alone', async () => {
    const document = parseDocument('Go :rocket: and :no_such_thing: and `:rocket:` at 10:30:15\n');
    expect(documentText(await prepare(document, ALL))).toBe(
      'Go 🚀 and :no_such_thing: and :rocket: at 10:30:15',
    );
  });

  it('colours code in languages that are known, wherever it stands', async () => {
    const { blocks } = await prepare(parseDocument('> - ```js\n>   let a = "b";\n>   ```\n'), ALL);
    expect(JSON.stringify(blocks)).toContain('{"text":"let","role":"syntaxKeyword"}');
  });
});

describe('a formula that is the only one', () => {
  it.each([
    ['a text', 'Text $x^2$\n'],
    ['a heading', 'Text\n\n## Title $x^2$\n'],
    ['the title of a callout', '> [!note] $x^2$\n> Text\n'],
    ['the title of a callout without text', '> [!note] $x^2$\n'],
    ['a list', '- Item $x^2$\n'],
    ['a table', '| a |\n| - |\n| $x^2$ |\n'],
  ])('is drawn in %s', async (_, markdown) => {
    const { blocks } = await prepare(parseDocument(markdown), ALL);
    expect(JSON.stringify(blocks)).toContain('"line":"x²"');
  });
});

describe('highlight', () => {
  it.each([
    ['html', '<a href="x">&amp; text</a>\n<!-- no -->'],
    ['js', 'const a = 1 < 2 && /&lt;/; // it\'s "so"'],
    ['diff', '+ added\n- gone'],
    ['yaml', 'a: [1, "two"]'],
    ['sh', 'A=1 npm i --save-dev "$B" && cd /x # so\nif true; then\n  ls -l | wc\nfi'],
    ['console', '$ news read a --width 60 | head\nA title\n  $5 more\nme@host:~# ls'],
  ])('loses no character of %s', (lang, code) => {
    expect(
      highlight(code, lang)
        ?.map(({ text }) => text)
        .join(''),
    ).toBe(code);
  });

  it('tells commands and options of a shell apart, and not what was printed', () => {
    const roles = (code: string, lang: string) =>
      highlight(code, lang)?.flatMap(({ text, role }) =>
        role === 'syntaxName' || role === 'syntaxType' ? [`${role} ${text}`] : [],
      );
    expect(roles('A=1 npm i --save x && cd y', 'bash')).toEqual([
      'syntaxName npm',
      'syntaxType --save',
      'syntaxName cd',
    ]);
    expect(roles('$ ls -l\nls -l', 'console')).toEqual(['syntaxName ls', 'syntaxType -l']);
  });

  it('says nothing of a language it does not know', () => {
    expect(highlight('x', 'klingon')).toBeUndefined();
  });
});
