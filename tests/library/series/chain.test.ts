import { describe, expect, it } from 'vitest';
import { parseFileName } from '../../../src/library/article/slug.ts';
import { chained } from '../../../src/library/series/chain.ts';

const article = (title: string, previous?: string, next?: string, file = `${title}.md`) => ({
  title,
  name: parseFileName(file),
  ...(previous === undefined && next === undefined
    ? {}
    : { neighbours: { ...(previous ? { previous } : {}), ...(next ? { next } : {}) } }),
});
const titles = (articles: readonly { readonly title: string }[]): string =>
  chained(articles as ReturnType<typeof article>[])
    .map(({ title }) => title)
    .join(' ');

describe('a chain of articles', () => {
  const [a, b, c] = [
    article('A', undefined, 'B'),
    article('B', 'A', 'C'),
    article('C', 'B'),
  ] as const;

  it('is in order, whatever order it comes in', () => {
    for (const all of [
      [a, b, c],
      [c, b, a],
      [b, c, a],
      [c, a, b],
    ])
      expect(titles(all)).toBe('A B C');
  });

  it('stands where its first one stood, and leaves the others where they are', () => {
    expect(titles([article('X'), c, article('Y'), a, b])).toBe('X A B C Y');
  });

  it('needs only one of two to name the other, by words alone', () => {
    expect(titles([article('Zwei: „x“', 'EINS'), article('Eins')])).toBe('Eins Zwei: „x“');
    const long = article('Dell: KI-Server treiben den Umsatz');
    expect(titles([article('K', 'Dell: KI-Server treiben …'), long])).toBe(`${long.title} K`);
  });

  it('ends, in circles and with names that lead nowhere or back', () => {
    expect(titles([article('A', 'B', 'B'), article('B', 'A', 'A')])).toBe('A B');
    expect(titles([article('A', 'A', 'A'), article('B', 'gone')])).toBe('A B');
  });

  it('gives way to numbers in names', () => {
    const second = article('B', undefined, 'A', '02-b.md');
    expect(titles([article('A', 'C', undefined, '01-a.md'), second, article('C')])).toBe('A B C');
  });
});
