// Front matter as other programs write it.

import { describe, expect, it } from 'vitest';
import { type Article, readArticle } from '../../../src/library/article/article.ts';
import type { Card } from '../../../src/library/article/card.ts';
import { resolve } from '../../../src/library/query/query.ts';

const read = (text: string, name = 'a.md'): Promise<Article> => readArticle(text, name);

describe('front matter of other programs', () => {
  it('is read from Hugo and Zola, in TOML', async () => {
    const { fields, title, body, bodyLine, faults } = await read(
      [
        '+++',
        'title = "Ein Titel"',
        'date = 2024-08-28T10:00:00+02:00',
        'lastmod = 2024-09-01',
        'description = "Worum es geht"',
        'tags = ["ki", "markt"]',
        'aliases = ["/alt/", "Früher"]',
        'draft = true',
        '[extra]',
        'math = true',
        '+++',
        'Text',
      ].join('\n'),
    );
    expect({ title, body, bodyLine, faults }).toEqual({
      title: 'Ein Titel',
      body: 'Text',
      bodyLine: 12,
      faults: [],
    });
    expect(fields).toEqual({
      title: 'Ein Titel',
      date: '2024-08-28',
      updated: '2024-09-01',
      summary: 'Worum es geht',
      authors: [],
      tags: ['ki', 'markt'],
      aliases: ['/alt/', 'Früher'],
      draft: true,
    });
    const zola = await read('+++\ntitle = "a"\n[taxonomies]\ntags = ["b"]\n+++\n');
    expect(zola.fields.tags).toEqual(['b']);
  });

  it('is named where its TOML is broken, and used as far as it goes', async () => {
    const { title, body, faults } = await read('+++\ntitle = "Da"\ntags = [\n+++\nText');
    expect({ title, body }).toEqual({ title: 'Da', body: 'Text' });
    expect(faults).toMatchObject([{ code: 'toml', line: 4 }]);
    const nested = await read(`+++\ntitle = "Da"\na = ${'['.repeat(100_000)}\n+++\n`);
    expect(nested.faults).toMatchObject([{ code: 'toml' }]);
  });

  it.each([
    [
      'Jekyll',
      'tags: ki markt\nexcerpt: x\npublished: false',
      { tags: ['ki', 'markt'], draft: true },
    ],
    [
      'Obsidian',
      'tags: "#ki, #großer markt"\naliases:\n  - Zweitname',
      { tags: ['ki', 'großer markt'], aliases: ['Zweitname'] },
    ],
    [
      'Docusaurus',
      'description: Worum\ntags: [ki, markt]\nslug: /x',
      { summary: 'Worum', tags: ['ki', 'markt'] },
    ],
    ['Obsidian with one alias', 'alias: Zweitname', { aliases: ['Zweitname'] }],
  ])('is read from %s', async (_, matter, fields) => {
    const article = await read(`---\n${matter}\n---\nText`);
    expect(article.faults).toEqual([]);
    expect(article.fields).toMatchObject(fields);
  });

  it('is no prose where nothing closes it', async () => {
    const { title, body, fields, faults } = await read(
      '---\ntitle: Offen\ntags:\n  - a\n\nText: mehr.\n',
    );
    expect({ title, body, tags: fields.tags }).toEqual({
      title: 'Offen',
      body: '\nText: mehr.\n',
      tags: ['a'],
    });
    expect(faults).toMatchObject([{ code: 'front-matter-open' }]);
  });

  it('is not seen in a line of plus signs', async () => {
    expect((await read('+++\nText\n+++\n')).body).toBe('+++\nText\n+++\n');
  });
});

describe('names of notes', () => {
  const card = (slug: string, more: Partial<Card> = {}): Card => ({
    id: `s/${slug}`,
    slug,
    series: 's',
    number: 1,
    title: slug,
    titleFrom: 'file',
    authors: [],
    tags: [],
    draft: false,
    path: '/x',
    words: 1,
    minutes: 1,
    ...more,
  });

  it('are days, whole ones', async () => {
    expect((await read('## Notiz', '2025-01-15.md')).title).toBe('2025-01-15');
    expect((await read('## Notiz', '2025-01-15 Treffen.md')).title).toBe('Treffen');
    expect((await read('## Notiz', '2025-13-15.md')).title).toBe('13 15');
  });

  it('answer to a day and to an alias', () => {
    const cards = [card('a', { date: '2025-01-15' }), card('b', { aliases: ['Große Übersicht'] })];
    expect(resolve('2025-01-15', cards)).toMatchObject({ card: { slug: 'a' } });
    expect(resolve('grosse ubersicht', cards)).toMatchObject({ card: { slug: 'b' } });
    expect(resolve('übers', cards)).toMatchObject({ card: { slug: 'b' } });
  });
});
