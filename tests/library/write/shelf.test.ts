import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readArticle } from '../../../src/library/article/article.ts';
import { articleText, isAsWritten } from '../../../src/library/write/article-text.ts';
import { freeSlug, seriesFolderName, slugFor } from '../../../src/library/write/names.ts';
import { openShelf, type Shelf } from '../../../src/library/write/shelf.ts';
import { writeWhole } from '../../../src/library/write/whole-file.ts';

let folder: string;
let shelf: Shelf;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'news-shelf-'));
  shelf = openShelf({ folder, locks: join(folder, '.locks') });
});
afterEach(() => {
  shelf.close();
  rmSync(folder, { recursive: true, force: true });
});

const source = 'https://example.org/klarna';
const names = (series = 'saved'): string[] => readdirSync(join(folder, series)).sort();

describe('names', () => {
  it('are plain words, whatever the title', () => {
    expect(slugFor('Über Größe: „Élan“ & Łódź')).toBe('ueber-groesse-elan-lodz');
    expect(slugFor("Rock 'n' Roll isn’t dead")).toBe('rock-n-roll-isnt-dead');
    expect(slugFor('Привет, мир')).toBe('привет-мир');
    expect(slugFor('東京の朝')).toBe('東京の朝');
    expect(slugFor('10 Gründe')).toBe('n10-gruende');
    expect(slugFor('2024-08-28')).toBe('n2024-08-28');
  });

  it('are never a device, hidden, empty or too long', () => {
    expect(['CON', 'aux', 'Lpt1'].map((title) => slugFor(title))).toEqual([
      'con-article',
      'aux-article',
      'lpt1-article',
    ]);
    expect(slugFor('…!?')).toBe('article');
    expect(slugFor('../../etc/passwd')).toBe('etc-passwd');
    expect(Buffer.byteLength(slugFor('東'.repeat(500)))).toBeLessThanOrEqual(84);
    expect(Buffer.byteLength(slugFor('wort '.repeat(500)))).toBeLessThanOrEqual(84);
  });

  it('are never taken, whatever the case', () => {
    expect(freeSlug('a', new Set(['a', 'a-2']))).toBe('a-3');
  });

  it('keep a series below its folder', () => {
    expect(seriesFolderName('Technik')).toBe('Technik');
    expect(seriesFolderName('../../etc')).toBe('etc');
    expect(seriesFolderName('a/b: c')).toBe('a/b-c');
    expect(seriesFolderName('.hidden')).toBe('hidden');
    expect(seriesFolderName('../..')).toBeUndefined();
  });
});

describe('an article as text', () => {
  it.each([
    'Klarna: „Wir stellen um“ #1',
    'It\'s "quoted"',
    'yes',
    '- no list',
    '2024',
    '\\path & *star*',
    '---',
    '{a: b}',
  ])('says the title %s as it is', async (title) => {
    const text = articleText({ title, authors: ['Anna, B.', 'C'], tags: ['a b', '#x'] }, 'Text.');
    const { fields, faults, body } = await readArticle(text, 'a.md');
    expect(faults).toEqual([]);
    expect(fields).toMatchObject({ title, authors: ['Anna, B.', 'C'], tags: ['a b', '#x'] });
    expect(body.trim()).toBe('Text.');
  });

  it('knows whether anybody has changed it', () => {
    const text = articleText({ title: 'A', source }, 'Eins.\n\nZwei.');
    expect(isAsWritten(text)).toBe(true);
    expect(isAsWritten(`${text}\n`)).toBe(true);
    expect(isAsWritten(text.replaceAll('\n', '\r\n'))).toBe(true);
    expect(isAsWritten(text.replace('Zwei', 'Drei'))).toBe(false);
    expect(isAsWritten(text.replace('title: A', 'title: B'))).toBe(false);
    expect(isAsWritten('# Nur Text')).toBe(false);
  });
});

describe('the shelf', () => {
  it('adds an article once, and updates it by its source', () => {
    expect(shelf.put('saved', { title: 'Klarna', source }, 'Alt.')).toMatchObject({
      kind: 'added',
      id: 'saved/klarna',
    });
    const again = { title: 'Klarna baut ab', source: `${source}/` };
    expect(shelf.put('saved', { title: 'Klarna', source }, 'Alt.').kind).toBe('unchanged');
    expect(shelf.put('saved', again, 'Neu.')).toMatchObject({
      kind: 'updated',
      id: 'saved/klarna',
    });
    expect(names()).toEqual(['klarna.md']);
    expect(readFileSync(join(folder, 'saved', 'klarna.md'), 'utf8')).toContain('Neu.');
  });

  it("never writes over the reader's own changes", () => {
    const { path } = shelf.put('saved', { title: 'Klarna', source }, 'Alt.');
    const edited = `${readFileSync(path, 'utf8')}\nMeine Notiz.\n`;
    writeFileSync(path, edited);
    expect(shelf.put('saved', { title: 'Klarna', source }, 'Neu.').kind).toBe('edited');
    expect(readFileSync(path, 'utf8')).toBe(edited);
  });

  it('gives two articles of one title two names', () => {
    shelf.put('saved', { title: 'Kommentar', source: 'https://a.example/1' }, 'Eins.');
    const second = shelf.put(
      'saved',
      { title: 'Kommentar', source: 'https://a.example/2' },
      'Zwei.',
    );
    expect(second.id).toBe('saved/kommentar-2');
    const text = 'Ganz andere Worte stehen hier und nirgends sonst.';
    expect(shelf.put('saved', { title: 'Kommentar' }, text).id).toBe('saved/kommentar-3');
    expect(shelf.put('saved', { title: 'Kommentar' }, `${text} Mehr.`)).toMatchObject({
      kind: 'updated',
      id: 'saved/kommentar-3',
    });
  });

  it('finds in all series what it has already, and keeps when it came', () => {
    shelf.put('tech', { title: 'A', source, added: '2024-01-01' }, 'Alt.');
    const other = openShelf({ folder });
    expect(other.put('saved', { title: 'A', source, added: '2026-01-01' }, 'Neu.')).toMatchObject({
      kind: 'updated',
      id: 'tech/a',
    });
    expect(readFileSync(join(folder, 'tech', 'a.md'), 'utf8')).toContain('added: 2024-01-01');
  });

  it('numbers the chapters of a book', () => {
    shelf.put('book', { title: 'Anfang' }, 'Eins.', { number: 1 });
    shelf.put('book', { title: 'Ende' }, 'Zwei.', { number: 12 });
    expect(shelf.put('book', { title: 'Ende' }, 'Drei.', { number: 12 }).kind).toBe('updated');
    expect(names('book')).toEqual(['01-anfang.md', '12-ende.md']);
  });

  it('writes a file whole or not at all', () => {
    const path = join(folder, 'saved', 'a.md');
    writeWhole(path, 'alt');
    expect(() => writeWhole(join(path, 'b.md'), 'x')).toThrow();
    expect(() => writeWhole(path, null as never)).toThrow();
    expect(readFileSync(path, 'utf8')).toBe('alt');
    expect(names()).toEqual(['a.md']);
  });
});

describe('a slug', () => {
  const fields = (address: string) => ({ title: 'Gleich', source: address });

  it('is promised to one article at a time, and to the same one again', () => {
    const one = shelf.slugFor('saved', fields('https://example.org/1'));
    const two = shelf.slugFor('saved', fields('https://example.org/2'));
    expect([one, two]).toEqual(['gleich', 'gleich-2']);
    expect(shelf.slugFor('saved', fields('https://example.org/1'))).toBe('gleich');
    const put = shelf.put('saved', fields('https://example.org/2'), 'Zwei.', { slug: two });
    expect(put.id).toBe('saved/gleich-2');
    shelf.put('saved', fields('https://example.org/1'), 'Eins.', { slug: one });
    expect(names()).toEqual(['gleich-2.md', 'gleich.md']);
  });
});

describe('a file beside an article', () => {
  it('is written anew where its bytes have changed, not their number', () => {
    const path = join(folder, 'saved', '.highlights', 'a.jsonl');
    shelf.putFile('saved', '.highlights/a.jsonl', Buffer.from('eins'));
    shelf.putFile('saved', '.highlights/a.jsonl', Buffer.from('zwei'));
    expect(readFileSync(path, 'utf8')).toBe('zwei');
  });
});
