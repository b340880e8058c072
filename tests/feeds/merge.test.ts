import { describe, expect, it } from 'vitest';
import { fileNameFor } from '../../src/feeds/items/file-name.ts';
import { beyond, keepOf, skipperOf } from '../../src/feeds/items/filters.ts';
import { type KnownItem, mergeItems } from '../../src/feeds/items/merge.ts';
import { isArticleName, parseFileName } from '../../src/library/article/slug.ts';
import { itemsOf, itemXml } from './make.ts';

const TODAY = '2026-11-30';
const never = (): boolean => false;

/** Merges items into what an earlier merge left, all of its files there but those named. */
function merge(
  contents: readonly string[],
  before: readonly KnownItem[] = [],
  removed: readonly string[] = [],
) {
  const files = new Set(before.map(({ file }) => file).filter((file) => !removed.includes(file)));
  return mergeItems(itemsOf(...contents), before, files, never, TODAY);
}

const numbered = (n: number, more: Readonly<Record<string, string>> = {}): string =>
  itemXml({
    title: `Title ${n}`,
    link: `https://example.org/${n}`,
    guid: `g${n}`,
    description: `Text ${n}`,
    ...more,
  });

describe('items known again', () => {
  it('writes each once, named by date and title, the oldest first', () => {
    const { writes, known } = merge([
      numbered(2, { pubDate: '2026-11-29' }),
      numbered(1, { pubDate: '2026-11-28' }),
    ]);
    expect(writes.map(({ known: { file } }) => file)).toEqual([
      '2026-11-28-title-1.md',
      '2026-11-29-title-2.md',
    ]);
    expect(
      merge([numbered(2, { pubDate: '2026-11-29' }), numbered(1, { pubDate: '2026-11-28' })], known)
        .writes,
    ).toEqual([]);
  });

  it('does not double 500 items that return under new guids', () => {
    const all = Array.from({ length: 500 }, (_, n) => n);
    const { known } = merge(all.map((n) => numbered(n)));
    const again = merge(
      all.map((n) => numbered(n, { guid: `new-${n}` })),
      known,
    );
    expect(again.writes.filter(({ isNew }) => isNew)).toEqual([]);
    const moved = merge(
      all.map((n) => numbered(n, { guid: `x-${n}`, link: `https://new.org/${n}` })),
      known,
    );
    expect(moved.writes.filter(({ isNew }) => isNew)).toEqual([]);
  });

  it('knows guids and links again when the site moves to https or adds fields that count', () => {
    const { known } = merge([
      itemXml({ title: 'a', guid: 'http://www.example.org/1/', link: 'http://www.example.org/1/' }),
      itemXml({ title: 'b', link: 'https://example.org/2' }),
    ]);
    const again = merge(
      [
        itemXml({
          title: 'A!',
          guid: 'https://example.org/1/',
          link: 'https://example.org/1?utm_source=rss',
        }),
        itemXml({ title: 'B!', link: 'https://www.example.org/2/?utm_medium=x#top' }),
      ],
      known,
    );
    expect(again.writes.map(({ isNew }) => isNew)).toEqual([false, false]);
    expect(again.known.map(({ file }) => file)).toEqual(known.map(({ file }) => file));
  });

  it('tells items apart that share a guid, or a link', () => {
    const same = [
      itemXml({ title: 'a', guid: 'g', link: 'https://example.org/1' }),
      itemXml({ title: 'b', guid: 'g', link: 'https://example.org/2' }),
      itemXml({ title: 'c', guid: 'h', link: 'https://example.org/' }),
      itemXml({ title: 'd', guid: 'i', link: 'https://example.org/' }),
    ];
    const { writes, known } = merge(same);
    expect(writes).toHaveLength(4);
    expect(merge(same, known).writes).toEqual([]);
  });

  it('takes an item that is there twice, word for word, once', () => {
    expect(merge([numbered(1), numbered(1)]).writes).toHaveLength(1);
  });

  it('says what has changed, and leaves it its file', () => {
    const { known } = merge([numbered(1)]);
    const { writes } = merge([numbered(1, { title: 'Another title' })], known);
    expect(writes).toMatchObject([{ isNew: false, known: { file: known[0]?.file } }]);
  });

  it('does not bring back what the reader removed, however it comes', () => {
    const { known } = merge([numbered(1), numbered(2)]);
    const file = known[0]?.file ?? '';
    for (const again of [
      numbered(1),
      numbered(1, { guid: 'other' }),
      numbered(1, { title: 'New' }),
    ]) {
      const next = merge([again, numbered(2)], known, [file]);
      expect(next.writes).toEqual([]);
      expect(merge([again, numbered(2)], next.known, [file]).writes).toEqual([]);
    }
  });

  it('never dates a file later than today, and dates what has no date by today', () => {
    const { writes } = merge([
      itemXml({ title: 'a', guid: '1', pubDate: '2031-01-01' }),
      itemXml({ title: 'b', guid: '2' }),
    ]);
    expect(writes.map(({ known: { file } }) => file).sort()).toEqual([
      '2026-11-30-a.md',
      '2026-11-30-b.md',
    ]);
  });
});

describe('names of files', () => {
  it.each([
    ['Größe zählt: „Ja“!', 'groesse-zaehlt-ja'],
    ['../../etc/passwd', 'etc-passwd'],
    ['日本語の記事', '日本語の記事'],
    ['', 'article'],
    ['2026', 'n2026'],
    ['12-25', 'n12-25'],
    ['CON', 'con-article'],
    ['\u202eabc\u0000', 'abc'],
    ['Crème brûlée & Co.', 'creme-brulee-co'],
  ])('makes %j %s', (title, slug) => {
    expect(fileNameFor(TODAY, title, new Set())).toEqual({ file: `${TODAY}-${slug}.md`, slug });
    expect(parseFileName(`${TODAY}-${slug}.md`)).toMatchObject({ slug, date: TODAY });
  });

  it('keeps them within 100 bytes, whatever the script, and distinct', () => {
    const taken = new Set<string>();
    for (const title of [
      'x'.repeat(300),
      'ß'.repeat(300),
      '漢'.repeat(300),
      '😀'.repeat(200),
      'long '.repeat(80),
    ]) {
      for (let n = 0; n < 12; n++) {
        const { file, slug } = fileNameFor(TODAY, title, taken);
        expect(Buffer.byteLength(file)).toBeLessThanOrEqual(100);
        expect(isArticleName(file)).toBe(true);
        expect(taken.has(slug)).toBe(false);
        taken.add(slug);
      }
    }
  });
});

describe('what is not wanted', () => {
  const [item] = itemsOf(
    '<title>Die Börse am Mittag</title><category>Sport</category><author>Uwe Ärger</author>',
  );
  it.each([
    ['boerse', true],
    ['BÖRSE', true],
    ['bör', false],
    ['sport', true],
    ['/^die b/', true],
    ['/B.rse$/', false],
    ['uwe arger', true],
    ['/(/', false],
    ['', false],
  ])('%s: %s', (rule, skipped) => {
    expect(item && skipperOf([rule])(item)).toBe(skipped);
  });

  it('keeps the newest, or those of so many days', () => {
    const files = ['2026-11-30', '2026-11-01', '2026-08-01'].map((date) => ({ date }));
    expect(beyond(files, keepOf('2') ?? { items: 0 }, TODAY)).toHaveLength(1);
    expect(beyond(files, keepOf('90d') ?? { items: 0 }, TODAY)).toEqual([{ date: '2026-08-01' }]);
    expect(keepOf('soon')).toBeUndefined();
    expect(keepOf('0')).toBeUndefined();
  });
});
