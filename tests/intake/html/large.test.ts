// Pages beyond what is looked at as a whole: nothing of them is lost, and what is worked on at once is bounded.

import { describe, expect, it } from 'vitest';
import { readFragment, readPage } from '../../../src/intake/html/read-page.ts';
import { sieved } from '../../../src/intake/html/tree/sieve.ts';

const page = (body: string) =>
  `<!doctype html><html lang="de"><head><title>Groß</title></head><body>${body}</body></html>`;

function markdownOf(body: string): string {
  const read = readPage(page(body), { address: 'https://example.org/' });
  if (read.kind === 'refused') throw new Error(read.reason);
  return read.value.markdown;
}

const SHAPES: Readonly<Record<string, string>> = {
  angles: '<',
  ampersands: '&',
  references: '&amp;',
  words: 'ein Wort und ',
  letters: 'w',
  paragraphs: '<p>x</p>',
  'open elements': '<b>x',
  'elements in elements': '<div>x',
  'lists in lists': '<ul><li>x',
  'tables in tables': '<table><tr><td>x',
  breaks: 'x<br>',
  rows: '<tr><td>x</td></tr>',
  comments: 'x<!--',
  attributes: '<i a="b" c="d">x</i>',
  articles: '<article><p>x</p></article>',
};

describe('a page of any size', () => {
  it.each(Object.entries(SHAPES))('is worked on in pieces of bounded size: %s', (name, part) => {
    const size = /^<\w/.test(part) ? 400_000 : 2_600_000;
    const text = part.repeat(Math.ceil(size / part.length));
    let [signs, largest, most] = [0, 0, 0];
    for (const { markup } of sieved(page(text))) {
      // Signs that stand for themselves alone.
      signs += markup.replace(/<[^<>]*>/g, '').length;
      most = Math.max(most, markup.split('<').length);
      largest = Math.max(largest, markup.length);
    }
    expect(largest).toBeLessThan(2_300_000);
    expect(most).toBeLessThan(200_000);
    const own = part.replace(/<[^<>]*>|<!--.*/g, '').replace('&amp;', '&').length;
    if (name !== 'comments')
      expect(signs).toBeGreaterThanOrEqual((text.length / part.length) * own);
  });

  it('keeps all rows of a table, as one table', () => {
    const rows = Array.from(
      { length: 12_000 },
      (_, i) => `<tr><td>${i}</td><td>Wert ${i}</td></tr>`,
    );
    const lines = markdownOf(
      `<h1>Groß</h1><table><tr><th>Nummer<th>Wert</tr>${rows.join('')}</table><p>Und das Ende.</p>`,
    ).split('\n');
    const cells = lines.map((line) => line.replace(/\s+/g, ' '));
    expect(cells.slice(0, 3)).toEqual([
      '| Nummer | Wert |',
      expect.stringMatching(/^\| -+ \| -+ \|$/),
      '| 0 | Wert 0 |',
    ]);
    expect(cells.slice(2)).toEqual([
      ...rows.map((_, i) => `| ${i} | Wert ${i} |`),
      '',
      'Und das Ende.',
    ]);
  });

  it('keeps every word in its order, numbers of a list and notes among them', () => {
    const items = Array.from({ length: 16_000 }, (_, i) => `<li>Punkt <b>p${i}</b></li>`);
    const notes = (n: number) =>
      `<p>Text${n}<a class="footnote-ref" href="#fn${n}"><sup>1</sup></a></p><ol><li id="fn${n}">Note${n}</li></ol>`;
    const markdown = markdownOf(`${notes(1)}<ol>${items.join('')}</ol>${notes(2)}`);
    expect(markdown.match(/p\d+/g)).toEqual(items.map((_, i) => `p${i}`));
    const numbers = [...markdown.matchAll(/^(\d+)\. Punkt \*\*p(\d+)/gm)];
    expect(numbers.filter(([, number, item]) => Number(number) !== Number(item) + 1)).toEqual([]);
    expect(markdown).toMatch(/\[\^1\]: Note1\n\n\[\^2\]: Note2$/);
    expect(markdown).toMatch(/Text1\[\^1\][\s\S]*Text2\[\^2\]/);
  });

  it('keeps its text however deep it stands', () => {
    const deep = readFragment(`${'<div>'.repeat(100_000)}Ein Satz, tief unten.`, {}).markdown;
    expect(deep).toContain('Ein Satz, tief unten.');
  });

  it('has no menu and no footer in it', () => {
    const text = `<p>Ein Absatz. ${'Mit einigen Worten. '.repeat(100)}</p>`.repeat(700);
    const markdown = markdownOf(`<nav>Menü</nav>${text}<footer>Impressum</footer>`);
    expect(markdown).not.toMatch(/Menü|Impressum/);
    expect(markdown.match(/Absatz/g)).toHaveLength(700);
  });

  it('is refused beyond all size, rather than cut', () => {
    expect(readPage(page('<br>'.repeat(700_000)), {})).toEqual({
      kind: 'refused',
      reason: 'large',
    });
  });
});

describe('a link within a page', () => {
  it('is its text, and so is what follows it', () => {
    expect(
      readFragment('<p>Siehe <a href="#k2">Kapitel 2</a> weiter unten.</p>', {}).markdown,
    ).toBe('Siehe Kapitel 2 weiter unten.');
  });
});
