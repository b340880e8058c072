// Front matter: what can be read is read, what is wrong is named with its place.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readArticle } from '../../../src/library/article/article.ts';
import { readFrontMatter, splitFrontMatter } from '../../../src/library/article/front-matter.ts';
import { readSimpleYaml } from '../../../src/library/article/simple-yaml.ts';
import { readSeriesFile } from '../../../src/library/series/series-file.ts';

const read = async (matter: string) => readFrontMatter(`${matter}\n`);

describe('front matter', () => {
  it('gives all fields, on one line each', async () => {
    const { fields, faults } = await read(
      [
        'title: "Ein Titel: mit Doppelpunkt"',
        'date: 2024-08-28',
        'updated: 2024-09-01T10:00:00+02:00',
        'authors:',
        '  - Ada',
        '  - Grace',
        'lang: de_DE',
        'tags: [KI, Arbeit]',
        'summary: >',
        '  Zwei',
        '  Zeilen.',
        'source: {name: Blatt, url: "https://example.org/a"}',
        'draft: true',
      ].join('\n'),
    );
    expect(faults).toEqual([]);
    expect(fields).toEqual({
      title: 'Ein Titel: mit Doppelpunkt',
      date: '2024-08-28',
      updated: '2024-09-01',
      authors: ['Ada', 'Grace'],
      lang: 'de-DE',
      tags: ['KI', 'Arbeit'],
      summary: 'Zwei Zeilen.',
      source: { name: 'Blatt', url: 'https://example.org/a' },
      draft: true,
    });
  });

  it('takes one author, one tag and a bare address', async () => {
    const { fields } = await read('author: Ada\ntags: KI\nsource: https://example.org');
    expect(fields).toMatchObject({
      authors: ['Ada'],
      tags: ['KI'],
      source: { url: 'https://example.org/' },
    });
  });

  it.each([
    [
      'date: 2024-02-30',
      { code: 'not-a-date', field: 'date', value: '2024-02-30', line: 2, column: 7 },
    ],
    [
      'title: Ja\ndate: gestern',
      { code: 'not-a-date', field: 'date', value: 'gestern', line: 3, column: 7 },
    ],
    [
      'lang: "not a language"',
      { code: 'not-a-language', field: 'lang', value: 'not a language', line: 2, column: 7 },
    ],
    ['title: [a, b]', { code: 'wrong-type', field: 'title', expected: 'text', line: 2, column: 8 }],
    [
      'tags:\n  - gut\n  - {a: b}',
      { code: 'wrong-type', field: 'tags', expected: 'text', line: 4, column: 5 },
    ],
    [
      'draft: vielleicht',
      { code: 'wrong-type', field: 'draft', expected: 'boolean', line: 2, column: 8 },
    ],
    [
      'source: javascript:alert(1)',
      { code: 'not-a-url', field: 'source', value: 'javascript:alert(1)', line: 2, column: 9 },
    ],
    [
      'source: {name: Blatt}',
      { code: 'wrong-type', field: 'source', expected: 'source', line: 2, column: 9 },
    ],
    ['summary: ""', { code: 'empty', field: 'summary', line: 2, column: 10 }],
    ['titel: Ja', { code: 'unknown-field', field: 'titel', meant: 'title', line: 2, column: 8 }],
    ['- a\n- b\nx: y', { code: 'yaml', line: 4 }],
    ['date: &a [*a]', { code: 'not-a-date', field: 'date', value: '[…]', line: 2, column: 10 }],
  ])('names what is wrong in %j with its line and column', async (matter, fault) => {
    const { faults } = await read(matter);
    expect(faults).toEqual(expect.arrayContaining([expect.objectContaining(fault)]));
  });

  it('reads on around what is broken', async () => {
    const { fields, faults } = await read('title: Eins: zwei\ndate: 2024-01-01\ntags: [a');
    expect(fields).toMatchObject({ title: 'Eins: zwei', date: '2024-01-01' });
    expect(faults[0]).toMatchObject({ code: 'yaml', line: 2 });
  });

  it('ends where it ends, and a thematic break is none', () => {
    expect(splitFrontMatter('---\ntitle: a\n---\nText')).toEqual({
      matter: 'title: a\n',
      body: 'Text',
      bodyLine: 4,
    });
    expect(splitFrontMatter('---\r\ntitle: a\r\n...\r\nText').body).toBe('Text');
    expect(splitFrontMatter('---\n\nNur Text.\n\n---\n').matter).toBeUndefined();
    expect(splitFrontMatter('---\ntitle: a\ntags:\n  - b\n\nText')).toEqual({
      matter: 'title: a\ntags:\n  - b\n',
      body: '\nText',
      bodyLine: 5,
      open: true,
    });
    expect(splitFrontMatter('---\n---\nText')).toEqual({ matter: '', body: 'Text', bodyLine: 3 });
  });

  it('never hides an article, however broken, and never fails', async () => {
    const piece = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '---\n',
        '\n',
        'title: ',
        'tags: [',
        '- ',
        '&a ',
        '*a',
        '"',
        "'",
        '|',
        '>',
        '{',
        '}',
        ': ',
        '# ',
        'date: 2024-01-01\n',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 15 }), async (pieces) => {
        const article = await readArticle(
          `---\n${pieces.join('')}\n---\nDer Text am Ende.`,
          '01-eine-datei.md',
        );
        expect(article.body.endsWith('Der Text am Ende.')).toBe(true);
        expect(article.title).not.toBe('');
        expect(article.title).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
        for (const fault of article.faults) expect(fault.line).toBeGreaterThan(0);
      }),
      { numRuns: 3000 },
    );
  });

  it('takes a bomb of aliases or of brackets for a fault', async () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'
      .split('')
      .map((key, i) => `${key}: &${key} [${`*${'abcdefgh'[i]},`.repeat(9)}]`)
      .join('\n')}`;
    expect((await read(`title: Da\n${bomb}`)).faults).not.toEqual([]);
    const { fields, faults } = await read(`title: Da\nx: ${'['.repeat(100_000)}`);
    expect(fields.title).toBe('Da');
    expect(faults[0]).toMatchObject({ code: 'yaml', problem: 'TOO_DEEP' });
  });
});

describe('the quick reader', () => {
  const words = fc
    .array(
      fc.constantFrom(
        'Ein',
        'Wort',
        'a',
        '2024',
        'übermorgen',
        '„so“',
        '–',
        ':',
        '#',
        'x:',
        '#y',
        '&',
        '-',
        "'s",
        '"',
        ',',
        '…',
        'null',
        'KI-Server',
        '{',
        ']',
        '@',
        '%',
        'a#b',
        '(c)',
        '!',
      ),
      { minLength: 1, maxLength: 6 },
    )
    .map((list) => list.join(' '));
  const scalar = fc.oneof(
    fc.string(),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      'true',
      'no',
      'null',
      '~',
      '12',
      '0',
      '007',
      '0x1f',
      '1e3',
      '.5',
      '2024-01-01',
      '[a, b]',
      '[]',
      '[a,]',
      '"x"',
      "'y'",
      'a: b',
      'a #b',
      'Ünïcode – „so“',
      '- x',
      '? x',
      '!t x',
      '| x',
      '@x',
      'a:b',
      'x:',
      '"a" b',
      '[true, b]',
      'A\u2028B',
      'NaN',
      '.inf',
      '<<',
      '=',
      'y',
      'on',
    ),
  );
  const quoted = fc
    .tuple(fc.constantFrom("'", '"'), words)
    .map(([sign, text]) => `${sign}${text}${sign}`);
  const line = fc.oneof(
    fc
      .tuple(
        fc.constantFrom('title', 'date', 'a', 'A_b', 'x-y', 'true', '"q"', 'ä', '__proto__', '<<'),
        fc.constantFrom(': ', ':', ':  ', ' : '),
        fc.oneof(scalar, words, quoted),
      )
      .map((parts) => parts.join('')),
    fc.string(),
    fc.constantFrom('', '# note', '  - item', 'key:', '---', '...'),
  );

  const plain = fc
    .tuple(fc.oneof(scalar, words, quoted), fc.oneof(scalar, words, quoted))
    .map(([first, second]) => [`title: ${first}`, `other: ${second}`]);

  it('reads exactly what the full parser reads, or nothing', () => {
    let understood = 0;
    fc.assert(
      fc.property(fc.oneof(fc.array(line, { maxLength: 5 }), plain), (lines) => {
        const text = `${lines.join('\n')}\n`;
        const quick = readSimpleYaml(text);
        if (quick === undefined) return;
        understood++;
        expect(quick).toEqual(parse(text, { version: '1.2', schema: 'core' }));
      }),
      { numRuns: 20_000 },
    );
    expect(understood).toBeGreaterThan(500);
  });
});

describe('series.yaml', () => {
  it('gives title, summary, language and order, and names what is wrong', async () => {
    expect(await readSeriesFile('title: Reihe\norder: "-date"\nlang: de\n')).toEqual({
      fields: { title: 'Reihe', order: '-date', lang: 'de' },
      faults: [],
    });
    expect((await readSeriesFile('title: Reihe\norder: size\n')).faults).toEqual([
      { code: 'not-an-order', field: 'order', value: 'size', line: 2, column: 8 },
    ]);
  });
});
