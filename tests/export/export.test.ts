import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Book, Chapter } from '../../src/export/chapter.ts';
import { epubOf } from '../../src/export/epub.ts';
import { htmlOf } from '../../src/export/html.ts';
import { parseDocument } from '../../src/typeset/parse/parse-document.ts';
import { documentText } from '../support/document-text.ts';
import { pngOfPixels } from '../support/png.ts';
import { type Home, makeHome } from '../support/program.ts';
import { markdown } from '../typeset/arbitrary-markdown.ts';

const WORDS = {
  contents: 'Inhalt',
  notes: 'Noten',
  source: 'Quelle',
  note: 'Hinweis',
  tip: 'Tipp',
  important: 'Wichtig',
  warning: 'Warnung',
  caution: 'Vorsicht',
};
const date = (iso: string) => iso;
const PNG = pngOfPixels(4, 4, () => [200, 30, 30, 255]);

function chapter(id: string, text: string, more: Partial<Chapter> = {}): Chapter {
  const document = parseDocument(text, { title: `Titel ${id}` });
  return {
    id,
    title: `Titel ${id}`,
    document,
    authors: ['Anna & Bert'],
    date: '2025-01-02',
    lang: 'de',
    pictures: new Map([['bild.png', { bytes: PNG, type: 'image/png' }]]),
    target: (href) => (href === 'b.md' ? 'b' : undefined),
    ...more,
  };
}

const book = (chapters: readonly Chapter[]): Book => ({
  title: 'Ein „Buch“ & <mehr>',
  authors: ['Anna & Bert'],
  lang: 'de',
  chapters,
  words: WORDS,
});

const EVERYTHING = `Text mit **fett**, *kursiv*, ~~weg~~, \`code\`, $x^2$, [Link](https://example.org/?a=1&b=2),
[zum zweiten](b.md), Note[^1], nochmal[^1], H~2~O und <kbd>Strg</kbd>.

## Überschrift

## Überschrift

$$\\frac{a}{b}$$

> [!WARNING]
> Achtung

- [x] getan
- [ ] offen

3. drei
4. vier

| a | b |
|--:|:-:|
| 1 | 2 |
| 3 |

\`\`\`js
let a = "<b>";
\`\`\`

![Bild](bild.png "Titel") ![fehlt](fehlt.png)

Zeile eins\\
Zeile zwei

***

[^1]: Die Note mit \`code\`.
`;

/** What a reader of markup sees. */
const seen = (markup: string): string =>
  markup
    .replace(/<head>[\s\S]*?<\/head>/g, '')
    .replace(/<(?:h1|p class="facts"|nav)[\s\S]*?<\/(?:h1|p|nav)>/g, '')
    .replace(
      /<p class="mark">[\s\S]*?<\/p>|<sup class="noteref">[\s\S]*?<\/sup>|<span class="task">[^<]*<\/span>|<p class="alert-title">[\s\S]*?<\/p>/g,
      '',
    )
    .replace(/<img [^>]*alt="([^"]*)"[^>]*>/g, '$1')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
const letters = (text: string): string => text.replace(/[\s\u00ad]+/g, '');

const java = ['/usr/bin/java'].find((path) => existsSync(path));
const epubcheck = ['/usr/bin/epubcheck', '/usr/share/java/epubcheck.jar'].find((path) =>
  existsSync(path),
);

describe('a book', () => {
  const chapters = [chapter('a', EVERYTHING), chapter('b', 'Zweites [zurück](a.md).')];
  const files = () => unzipSync(epubOf(book(chapters), date));

  it('has its type first, its contents, its chapters and its pictures', () => {
    const bytes = epubOf(book(chapters), date);
    expect(strFromU8(bytes.subarray(30, 58))).toBe('mimetypeapplication/epub+zip');
    expect(Object.keys(files()).sort()).toEqual([
      'META-INF/container.xml',
      'OEBPS/chapter-001.xhtml',
      'OEBPS/chapter-002.xhtml',
      'OEBPS/cover.svg',
      'OEBPS/cover.xhtml',
      'OEBPS/nav.xhtml',
      'OEBPS/package.opf',
      expect.stringMatching(/^OEBPS\/pictures\/[0-9a-f]{16}\.png$/),
      'OEBPS/style.css',
      'mimetype',
    ]);
  });

  it('is the same bytes for the same articles', () => {
    expect(Buffer.compare(epubOf(book(chapters), date), epubOf(book(chapters), date))).toBe(0);
  });

  it('leads links to its own chapters, notes to their text and back', () => {
    const text = strFromU8(files()['OEBPS/chapter-001.xhtml']!);
    expect(text).toContain('<a href="chapter-002.xhtml">zum zweiten</a>');
    expect(text).toContain('href="#note-1" epub:type="noteref"');
    expect(text).toContain('<aside class="note" id="note-1" epub:type="footnote"');
    expect(text).toContain('<mfrac>');
  });

  it.skipIf(java === undefined || epubcheck === undefined)(
    'has no fault that epubcheck knows',
    async () => {
      using home: Home = makeHome();
      const many = Array.from({ length: 300 }, (_, at) =>
        chapter(`c${at}`, EVERYTHING, { target: () => undefined }),
      );
      const { writeFileSync } = await import('node:fs');
      for (const [name, content] of [
        ['all', chapters],
        ['many', many],
      ] as const) {
        const file = join(home.path, `${name}.epub`);
        writeFileSync(file, epubOf(book(content), date));
        const said = execFileSync(java!, ['-jar', epubcheck!, file], {
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'pipe'],
        });
        expect(said).toContain('0 errors / 0 warnings');
      }
    },
  );
});

describe('a page', () => {
  it('loads nothing, runs nothing, and is valid', () => {
    const html = htmlOf(book([chapter('a', EVERYTHING), chapter('b', 'Zweites.')]), date);
    expect(html).not.toMatch(/<script|<link|src="(?!data:)|@import|url\(/);
    const report = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: {
        'no-inline-style': 'off',
        'long-title': 'off',
        'void-style': 'off',
        'no-trailing-whitespace': 'off',
        'element-permitted-content': 'off',
        'no-unknown-elements': 'off',
      },
    }).validateStringSync(html);
    expect(
      report.results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line }) => `${line} ${ruleId} ${message}`),
      ),
    ).toEqual([]);
  });

  it('says the words of the article, and no other', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const one = chapter('a', text.replaceAll('$', ''), { authors: [], pictures: new Map() });
        const { date: _date, ...undated } = one;
        const html = htmlOf(book([undated as Chapter]), date);
        const { title: _title, ...untitled } = one.document;
        expect(letters(seen(html))).toBe(letters(documentText(untitled)));
      }),
      { numRuns: 150 },
    );
  });

  it('escapes whatever a title, a name or an address holds', () => {
    const html = htmlOf(
      book([chapter('a', '[x](https://e.org/"><script>)', { title: '<script>alert(1)</script>' })]),
      date,
    );
    expect(html).not.toContain('<script');
  });
});

describe('news export', () => {
  let home: Home;
  beforeAll(() => {
    home = makeHome();
  });
  afterAll(() => home[Symbol.dispose]());

  it('leads links between files of no library to their chapters', async () => {
    writeFileSync(join(home.path, 'a.md'), '# Eins\n\n[weiter](b.md)\n');
    writeFileSync(join(home.path, 'b.md'), '# Zwei\n\n[zurück](a.md)\n');
    const file = join(home.path, 'beide.epub');
    expect((await home.run(['export', './a.md', './b.md', '--to', file])).status).toBe(0);
    const parts = unzipSync(readFileSync(file));
    const chapters = Object.entries(parts).filter(([, bytes]) =>
      /weiter|zurück/.test(strFromU8(bytes)),
    );
    expect(chapters).toHaveLength(2);
    for (const [name, bytes] of chapters) {
      const [, href = ''] = /href="([^"]+)">(?:weiter|zurück)/.exec(strFromU8(bytes)) ?? [];
      const place = new URL(href, `file:///${name}`).pathname.slice(1);
      expect(Object.keys(parts)).toContain(place);
      expect(place).not.toBe(name);
    }
  });

  it.each(['epub', 'html', 'md', 'txt'])('writes a series as %s', async (ending) => {
    const file = join(home.path, `reihe.${ending}`);
    const { status, stdout } = await home.run(['export', 'ki-wirtschaft', '--to', file]);
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    const bytes = readFileSync(file);
    const text =
      ending === 'epub'
        ? Object.values(unzipSync(bytes))
            .map((part) => strFromU8(part))
            .join()
        : bytes.toString();
    for (const title of ['Dell: KI-Server treiben den Umsatz', 'Klarna will mit KI'])
      expect(text).toContain(title);
  });

  it.each([
    [['export', 'klarna'], '--to'],
    [['export', 'klarna', '--to', 'x.pdf'], 'x.pdf'],
    [['export', 'gibtesnicht', '--to', 'x.html'], 'gibtesnicht'],
  ])('says what is wrong: %j', async (args, named) => {
    const { status, stderr } = await home.run(args, { cwd: home.path });
    expect(status).toBeGreaterThan(0);
    expect(stderr).toContain(named);
  });
});
