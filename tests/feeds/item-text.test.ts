import { describe, expect, it } from 'vitest';
import { itemText } from '../../src/feeds/items/item-text.ts';
import { markdownOf } from '../../src/feeds/items/markdown.ts';
import { readArticle } from '../../src/library/article/article.ts';
import { isAsWritten } from '../../src/library/write/article-text.ts';
import { itemsOf, itemXml } from './make.ts';

const BASE = 'https://example.org/a/b';
const html = (value: string): string => markdownOf({ kind: 'html', value, base: BASE });
const textOf = (content: string): string => {
  const [item] = itemsOf(content);
  if (!item) throw new Error('no item');
  return itemText(item, '2026-11-30');
};

describe('an item as an article', () => {
  it('gives its fields to the library', async () => {
    const text = textOf(
      itemXml({
        title: 'He said: "it\'s 1 < 2"',
        link: 'https://example.org/1',
        guid: 'g: 1',
        author: 'a@b.org (Ann O\'Neil, "Jr.")',
        category: 'a, b',
        pubDate: 'Sun, 29 Nov 2026 23:30:00 +0100',
        description: '<p>One <b>two</b></p>',
      }),
    );
    const article = await readArticle(text, 'x.md');
    expect(article.faults).toEqual([]);
    expect(article.fields).toMatchObject({
      title: 'He said: "it\'s 1 < 2"',
      date: '2026-11-29',
      authors: ['Ann O\'Neil, "Jr."'],
      tags: ['a, b'],
      source: { url: 'https://example.org/1' },
    });
    expect(article.body.trim()).toBe('One **two**');
  });

  it('is the quick reader’s, where its fields are plain', async () => {
    const text = textOf(
      itemXml({ title: 'Plain: title', author: 'Anna B', category: 'Politik', description: 'x' }),
    );
    const { readArticleQuickly } = await import('../../src/library/article/article.ts');
    expect(readArticleQuickly(text, 'x.md')?.fields).toMatchObject({
      title: 'Plain: title',
      authors: ['Anna B'],
    });
  });

  it('takes its first words for a title where it has none', async () => {
    const article = await readArticle(
      textOf('<description>Ein Satz, der reicht.</description>'),
      'x.md',
    );
    expect(article.title).toBe('Ein Satz, der reicht.');
  });

  it('knows whether anybody changed it', () => {
    const text = textOf(itemXml({ title: 'a', description: 'b' }));
    expect(isAsWritten(text)).toBe(true);
    expect(isAsWritten(text.replace('b\n', 'c\n'))).toBe(false);
    expect(isAsWritten(text.replace('title: a', 'title: c'))).toBe(false);
    expect(isAsWritten('# Mine')).toBe(false);
  });

  it('lists what came with it', () => {
    const text = textOf(
      '<title>a</title><enclosure url="https://e.org/x%20(1).mp3" type="audio/mpeg" length="2500000"/>',
    );
    expect(text).toContain(
      '- [e.org · x (1).mp3](<https://e.org/x%20(1).mp3>) · audio/mpeg · 2.5 MB',
    );
  });
});

describe('HTML as Markdown', () => {
  it.each([
    ['<p>a <em>b</em> <strong>c</strong> <code>d</code></p>', 'a _b_ **c** `d`'],
    ['a<br>b', 'a\\\nb'],
    ['<h1>A</h1><h2>B</h2>', '## A\n\n### B'],
    ['<ul><li>a<ul><li>b</li></ul></li></ul>', '- a\n  - b'],
    ['<ol start="3"><li>a</li></ol>', '3. a'],
    ['<blockquote><p>a</p></blockquote>', '> a'],
    ['<pre><code class="language-js">a &lt; b\n</code></pre>', '```js\na < b\n```'],
    ['<table><tr><th>a</th></tr><tr><td>1</td></tr></table>', '| a |\n| - |\n| 1 |'],
    ['<a href="c">x</a>', '[x](https://example.org/a/c)'],
    ['<img src="/i.png" alt="An alt">', '![An alt](https://example.org/i.png)'],
    ['<img src="/i.gif" width="1" height="1">', ''],
    ['<img src="data:image/png;base64,x">', ''],
    ['<a href="javascript:alert(1)">x</a>', 'x'],
    ['<script>alert(1)</script><style>p{}</style>a', 'a'],
    ['<iframe src="https://v.org/embed/7"></iframe>', '[v.org/embed/7](https://v.org/embed/7)'],
    ['a \u001b[31m \u202e b', 'a \\[31m b'],
    ['one\n\ntwo', 'one\n\ntwo'],
    ['<p></p><a href="https://e.org"></a>', ''],
    ['# not a heading', '\\# not a heading'],
    ['<p>Gross <math><mfrac><mi>a</mi><mi>b</mi></mfrac></math></p>', 'Gross $\\frac{a}{b}$'],
    [
      '<p>A<sup><a href="#fn1">1</a></sup> b</p><ol><li id="fn1"><p>Note <a href="#r">↩</a></p></li></ol>',
      'A[^1] b\n\n[^1]: Note',
    ],
    [
      '<table><tr><th>a</th><th>b</th></tr><tr><td rowspan="2">1</td><td>2</td></tr><tr><td>3</td></tr></table>',
      '| a | b |\n| - | - |\n| 1 | 2 |\n| 1 | 3 |',
    ],
    ['<div class="highlight-source-ts"><pre>let a;</pre></div>', '```ts\nlet a;\n```'],
    ['A &amp; B costs $5 &lt; $6\u200b', 'A & B costs \\$5 \\< \\$6'],
  ])('%s', (source, markdown) => {
    expect(
      html(source)
        .replace(/\\\n\\\n/g, '\n\n')
        .replace(/ +/g, ' '),
    ).toBe(markdown.replace(/ +/g, ' '));
  });

  it('leaves no raw HTML, and nothing that a plain text would mean by accident', () => {
    // A reference, for there are readers to whom a backslash before an angle is none.
    expect(html('&lt;script&gt;alert(1)&lt;/script&gt;')).toBe('&lt;script>alert(1)&lt;/script>');
    expect(markdownOf({ kind: 'text', value: 'a\nb\n\n- c *d*', base: undefined })).toBe(
      'a\\\nb\n\n\\- c \\*d\\*',
    );
  });

  it('is bounded whatever the shape', () => {
    const shapes = [
      '<div>'.repeat(10_000),
      '<blockquote>'.repeat(5_000),
      '<ul><li>'.repeat(5_000),
      '<b><i>'.repeat(5_000),
      '<table><tr><td>'.repeat(2_000),
      '<a href=x>'.repeat(5_000),
      '</p>'.repeat(10_000),
      '*'.repeat(10_000),
      '[a]('.repeat(5_000),
      '<p>a'.repeat(5_000),
      '&amp;'.repeat(10_000),
      '<pre>'.repeat(5_000),
      'a<br>'.repeat(5_000),
    ];
    for (const shape of shapes) {
      const start = performance.now();
      html(shape);
      expect(performance.now() - start, shape.slice(0, 20)).toBeLessThan(20_000);
    }
  });
});
