import { describe, expect, it } from 'vitest';
import { spokenWords } from '../../src/messages/speaking.ts';
import { seen, startAt } from '../../src/speech/progress.ts';
import { spokenOf } from '../../src/speech/spoken.ts';
import { parseDocument } from '../../src/typeset/parse/parse-document.ts';

const spoken = (markdown: string, lang = 'en') =>
  spokenOf(parseDocument(markdown, { lang }), spokenWords(lang));
const texts = (markdown: string, lang = 'en') => spoken(markdown, lang).map(({ text }) => text);

describe('what is said of an article', () => {
  it('is its title, its headings and its sentences', () => {
    expect(texts('# A title\n\nOne. Two\nlines.\n\n## A heading\n\nThree.')).toEqual([
      'A title',
      'One.',
      'Two lines.',
      'A heading',
      'Three.',
    ]);
  });

  it('has no addresses and no marks of notes', () => {
    const markdown =
      'See [the page](https://example.org/x)[^1] or https://example.org/a?b=c. Write to me@example.org.\n\n<https://example.org/alone>\n\n[^1]: A note.';
    expect(texts(markdown)).toEqual(['See the page or link.', 'Write to mail address.']);
  });

  it('is a table row by row, each cell under its head', () => {
    const markdown = '| Year | Staff |\n| --- | --- |\n| 2023 | 5,000 |\n| 2024 | – |';
    expect(texts(markdown)).toEqual(['Year: 2023; Staff: 5,000', 'Year: 2024']);
  });

  it('names code, diagrams and pictures, and reads code in a line', () => {
    expect(texts('```js\na\nb\n```\n\n![A cat](cat.png)\n\nCall `run`.')).toEqual([
      'Code, js, 2 lines.',
      'Picture: A cat',
      'Call run.',
    ]);
    expect(texts('```\na\n```', 'de')).toEqual(['Programmtext, 1 Zeile.']);
  });

  it('goes into lists, quotes and alerts, with numbers and what is done', () => {
    const markdown =
      '1. One\n2. Two\n   - In it\n\n> Said.\n\n> [!TIP]\n> Do.\n\n- [x] Made\n- [ ] To make';
    expect(texts(markdown)).toEqual([
      '1: One',
      '2: Two',
      'In it',
      'Said.',
      'Tip.',
      'Do.',
      'Done: Made',
      'Open: To make',
    ]);
  });

  it('is cut where no sentence ends, and loses no word', () => {
    const markdown = Array.from({ length: 2000 }, (_, at) => `word${at}`).join(' ');
    const parts = texts(markdown);
    expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(1000);
    expect(parts.join(' ')).toBe(markdown);
  });

  it('never fails, however deep a text is', () => {
    for (const text of ['> '.repeat(3000), '- '.repeat(3000), '*a'.repeat(5000), '😀'.repeat(3000)])
      expect(() => spoken(`${text}x`)).not.toThrow();
  });

  it('goes on where it was left', () => {
    const all = spoken('# T\n\nOne. Two. Three.\n\nFour. Five.');
    for (let at = 0; at < all.length; at += 1) {
      const { place, share } = seen(all, at);
      expect(all[startAt(all, place)]?.text).toBe(at === 1 ? 'T' : all[at]?.text);
      expect(share).toBeCloseTo(at / all.length);
    }
    expect(seen(all, all.length).share).toBe(1);
    expect(startAt(all, undefined)).toBe(0);
    expect(startAt(all, { block: 99, offset: 99 })).toBe(all.length - 1);
    expect(startAt([], { block: 1, offset: 0 })).toBe(0);
  });
});
