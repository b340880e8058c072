// From folders to series and ids.

import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText, readArticleFile } from '../../src/library/article/article-file.ts';
import { distinctSlugs, parseFileName } from '../../src/library/article/slug.ts';
import { compareText } from '../../src/library/series/order.ts';
import { sandbox, writeFiles } from '../support/sandbox.ts';
import { scanLibrary } from '../support/scan-library.ts';

const ids = async (...roots: readonly string[]) =>
  (await scanLibrary(roots)).cards.map(({ id }) => id);

describe('a library', () => {
  it('makes series of folders, at any depth, and one of the files in the root', async () => {
    const root = join(sandbox(), 'notes');
    writeFiles(root, {
      'b.md': '',
      'a.txt': '',
      'one/02-x.md': '',
      'one/01-y.markdown': '',
      'one/deep/z.MD': '',
      '.hidden/no.md': '',
      'one/.no.md': '',
      'node_modules/p/README.md': '',
      'picture.png': '',
      'one/series.yaml': '',
    });
    expect(await ids(root)).toEqual(['notes/a', 'notes/b', 'one/y', 'one/x', 'one/deep/z']);
  });

  it('leaves out pipes and links out of the root, and never walks in circles', async () => {
    const root = join(sandbox(), 'notes');
    writeFiles(root, { 'one/a.md': '', 'two/b.md': '' });
    execFileSync('mkfifo', [join(root, 'one/pipe.md')]);
    symlinkSync('/etc/hostname', join(root, 'one/host.md'));
    symlinkSync('nowhere.md', join(root, 'one/broken.md'));
    for (const [from, to] of [
      ['one/self', '.'],
      ['one/up', '..'],
      ['one/two', '../two'],
      ['two/one', '../one'],
    ] as const) {
      symlinkSync(to, join(root, from));
    }
    expect(await ids(root)).toEqual(['one/a', 'one/two/b', 'two/b', 'two/one/a']);
  });

  it('puts the guide behind all other series of its root', async () => {
    const [own, bundled] = [join(sandbox(), 'own'), join(sandbox(), 'bundled')];
    writeFiles(bundled, { 'guide/a.md': '', 'handbuch/a.md': '', 'zebra/a.md': '' });
    writeFiles(own, { 'ox/a.md': '', 'guides/a.md': '' });
    expect(await ids(bundled, own)).toEqual([
      'zebra/a',
      'guide/a',
      'handbuch/a',
      'guides/a',
      'ox/a',
    ]);
  });

  it('has nothing where the root is not there or is a file', async () => {
    const folder = sandbox();
    writeFiles(folder, { 'file.md': '' });
    expect(await ids(join(folder, 'nowhere'), join(folder, 'file.md'))).toEqual([]);
  });

  it('orders by number, then date, then name; by date; or newest first', async () => {
    const root = sandbox();
    const dated = (date: string) => `---\ndate: ${date}\n---\n`;
    const files = {
      '10-ten.md': '',
      '9-nine.md': '',
      'late.md': dated('2024-02-02'),
      '2024-01-01-early.md': '',
      'part 10.md': '',
      'part 9.md': '',
    };
    for (const [series, order] of [
      ['n', 'number'],
      ['d', 'date'],
      ['r', '"-date"'],
    ] as const) {
      writeFiles(join(root, series), { ...files, 'series.yaml': `order: ${order}\n` });
    }
    const bySeries = async (series: string) =>
      (await ids(root)).filter((id) => id.startsWith(`${series}/`)).map((id) => id.slice(2));
    expect(await bySeries('n')).toEqual(['nine', 'ten', 'early', 'late', 'part 9', 'part 10']);
    expect(await bySeries('d')).toEqual(['early', 'late', 'nine', 'ten', 'part 9', 'part 10']);
    expect(await bySeries('r')).toEqual(['late', 'early', 'nine', 'ten', 'part 9', 'part 10']);
  });

  it('lets the first root win, and merges series of one name', async () => {
    const folder = sandbox();
    writeFiles(folder, {
      'mine/s/02-a.md': '# Mine',
      'theirs/s/01-a.md': '# Theirs',
      'theirs/s/01-b.md': '# B',
      'theirs/s/series.yaml': 'title: Theirs',
      'mine/s/series.yaml': 'title: Mine',
    });
    const { cards, series } = await scanLibrary([join(folder, 'mine'), join(folder, 'theirs')]);
    expect(cards.map(({ id, title }) => [id, title])).toEqual([
      ['s/b', 'B'],
      ['s/a', 'Mine'],
    ]);
    expect(series).toEqual([{ key: 's', title: 'Mine', count: 2 }]);
  });

  it('takes the title from front matter, heading or file, and the language from the series', async () => {
    const root = sandbox();
    writeFiles(join(root, 's'), {
      '1-a.md': '---\ntitle: "Von \\e[31m vorn"\nlang: en\n---\n# Nicht',
      '2-b.md': '# Aus *der* Datei',
      '3-eine_kleine-datei.md': 'Text',
      'series.yaml': 'lang: de',
    });
    const { cards } = await scanLibrary([root]);
    expect(cards.map(({ title, titleFrom, lang }) => [title, titleFrom, lang])).toEqual([
      ['Von \ufffd[31m vorn', 'front-matter', 'en'],
      ['Aus der Datei', 'heading', 'de'],
      ['Eine kleine datei', 'file', 'de'],
    ]);
  });

  it('shows an article whose file can not be read', async () => {
    const root = sandbox();
    mkdirSync(join(root, 's'));
    writeFiles(root, { 's/big.md': '', 's/latin.md': '' });
    expect((await scanLibrary([root])).cards.map(({ title }) => title)).toEqual(['Big', 'Latin']);
  });
});

describe('a slug', () => {
  it.each([
    ['02-klarna.md', { slug: 'klarna', number: 2 }],
    ['2024-08-28-klarna.md', { slug: 'klarna', date: '2024-08-28' }],
    ['2024-99-99-klarna.md', { slug: '99-99-klarna', number: 2024 }],
    ['10.md', { slug: '10' }],
    ['a.b.markdown', { slug: 'a.b' }],
    ['tab\tand\u001b[31m.md', { slug: 'tab and-[31m' }],
  ])('of %j is %j', (file, parts) => {
    expect(parseFileName(file)).toMatchObject(parts);
  });

  it('is never given twice in a folder, and the first has the plain one', () => {
    const name = fc.constantFrom(
      'a.md',
      '01-a.md',
      '02-a.md',
      'a.txt',
      '2024-01-01-a.md',
      '01-a.txt',
      'b.md',
      'A.md',
    );
    fc.assert(
      fc.property(fc.uniqueArray(name), (files) => {
        const names = [...files].sort().map(parseFileName);
        const slugs = distinctSlugs(names);
        expect(new Set(slugs).size).toBe(files.length);
        expect(slugs[0]).toBe(names[0]?.slug);
      }),
    );
  });

  it('orders like people count', () => {
    expect(['b', 'a10', 'a9', 'a', 'a09'].sort(compareText)).toEqual([
      'a',
      'a09',
      'a9',
      'a10',
      'b',
    ]);
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-c0-9]{0,5}$/)), (texts) => {
        const sorted = [...texts].sort(compareText);
        expect([...sorted].reverse().sort(compareText)).toEqual(sorted);
      }),
    );
  });
});

describe('a file', () => {
  it('is text in UTF-8 and UTF-16, with and without a mark, and odd bytes are replaced', () => {
    const text = 'Größe 😀';
    const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
    expect(decodeText(Buffer.from(text))).toBe(text);
    expect(decodeText(Buffer.from(`\ufeff${text}`))).toBe(text);
    expect(decodeText(utf16)).toBe(text);
    expect(decodeText(Buffer.from(utf16).swap16())).toBe(text);
    expect(decodeText(Buffer.from([0x61, 0xff, 0xc0, 0x80, 0x62]))).toMatch(/^a\ufffd+b$/);
  });

  it('is refused when it is too large, and never waited for', () => {
    const folder = sandbox();
    writeFiles(folder, { 'a.md': 'x'.repeat(100) });
    execFileSync('mkfifo', [join(folder, 'pipe.md')]);
    expect(readArticleFile(join(folder, 'a.md'), 99)).toMatchObject({
      kind: 'too-large',
      size: 100,
      limit: 99,
    });
    expect(readArticleFile(join(folder, 'pipe.md'))).toMatchObject({ kind: 'unreadable' });
    expect(readArticleFile(join(folder, 'none.md'))).toEqual({
      kind: 'unreadable',
      reason: 'ENOENT',
    });
    expect(readArticleFile(folder)).toMatchObject({ kind: 'unreadable' });
  });
});
