// What of a page's parts becomes what of Markdown.

import { describe, expect, it } from 'vitest';
import { readFragment, readPage } from '../../../src/intake/html/read-page.ts';

const of = (html: string): string =>
  readFragment(html, { address: 'https://example.org/a/b.html' }).markdown;

describe('code', () => {
  it.each([
    ['<pre><code class="language-js">let a = 1;\nlet b;</code></pre>', 'js'],
    ['<div class="highlight-source-js"><pre>let a = 1;\nlet b;</pre></div>', 'js'],
    ['<pre class="brush: js">let a = 1;\nlet b;</pre>', 'js'],
    ['<pre data-lang="js"><code>let a = 1;\nlet b;</code></pre>', 'js'],
    [
      '<div class="highlight"><table class="highlighttable"><tr><td class="linenos"><pre>1\n2</pre></td><td class="code"><pre><code class="language-js">let a = 1;\nlet b;</code></pre></td></tr></table></div>',
      'js',
    ],
    [
      '<pre><code class="language-js"><span class="lineno">1</span>let a = 1;\n<span class="lineno">2</span>let b;</code></pre>',
      'js',
    ],
    [
      '<pre><code class="hljs language-js"><div>let a = 1;</div><div>let b;</div></code></pre>',
      'js',
    ],
    ['<pre>let a = 1;<br>let b;</pre>', ''],
  ])('keeps its language and its lines, without numbers: %s', (html, lang) => {
    expect(of(html)).toBe(`\`\`\`${lang}\nlet a = 1;\nlet b;\n\`\`\``);
  });
});

describe('a line', () => {
  it.each([
    ['<p>Ein <a href="#oben">Verweis</a> im Text</p>', 'Ein Verweis im Text'],
    ['<p>Ein <a href="javascript:x">Knopf</a><i> </i>im Text</p>', 'Ein Knopf im Text'],
    ['<p>Ein<b> </b>Wort</p>', 'Ein Wort'],
  ])('loses no word that stands beside others: %s', (html, markdown) => {
    expect(of(html)).toBe(markdown);
  });
});

describe('markup of any shape', () => {
  it.each([
    '<a href=x>'.repeat(3000),
    '<b></b>'.repeat(10_000),
    '<b> </b>'.repeat(10_000),
    '<span><i></i></span>'.repeat(10_000),
    `<sup><a href="#f1">1</a></sup><ol><li id="f1"><a href="#x">${'1'.repeat(60)}!</a></li></ol>`,
  ])('is read in time that grows with it: %s', { timeout: 30_000 }, (html) => {
    expect(of(html)).toMatch(/^$|^\[\^1\]/);
  });
});

describe('a table', () => {
  it('has every cell in its place, whatever spans', () => {
    expect(
      of(
        '<table><tr><th>Jahr</th><th colspan="2">Umsatz</th></tr><tr><td rowspan="2">2024</td><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>',
      ),
    ).toBe(
      [
        '| Jahr | Umsatz | Umsatz |',
        '| ---- | ------ | ------ |',
        '| 2024 | 1      | 2      |',
        '| 2024 | 3      | 4      |',
      ].join('\n'),
    );
  });

  it('that lays the page out is no table', () => {
    expect(of('<table><tr><td><p>Eins</p><p>Zwei</p></td></tr></table>')).toBe('Eins\n\nZwei');
  });
});

describe('a picture', () => {
  it.each([
    ['<img src="x.png" alt="Bild">', 'https://example.org/a/x.png'],
    [
      '<img src="data:image/gif;base64,R0" data-src="/x.png" alt="Bild">',
      'https://example.org/x.png',
    ],
    [
      '<img srcset="s.png 400w, m.png 1200w, l.png 4000w" alt="Bild">',
      'https://example.org/a/m.png',
    ],
    [
      '<picture><source srcset="m.webp 800w"><img src="data:image/gif;base64,R0" alt="Bild"></picture>',
      'https://example.org/a/m.webp',
    ],
    [
      '<img class="lazy" src="data:image/gif;base64,R0" alt="Bild"><noscript><img src="real.png" alt="Bild"></noscript>',
      'https://example.org/a/real.png',
    ],
  ])('has its real address: %s', (html, address) => {
    expect(of(`<p>Text.</p>${html}`)).toContain(`![Bild](${address})`);
  });

  it('has its caption for a title, and none counts readers', () => {
    expect(
      of(
        '<figure><img src="x.png" alt="Ein Kran"><figcaption>Der Kran am <b>Hafen</b></figcaption></figure>',
      ),
    ).toBe('![Ein Kran](https://example.org/a/x.png "Der Kran am Hafen")');
    expect(of('<p>Text.<img src="count.gif" width="1" height="1"></p>')).toBe('Text.');
  });
});

describe('a footnote', () => {
  it.each([
    [
      'Pandoc',
      '<p>Text<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a>.</p><section class="footnotes"><ol><li id="fn1"><p>Die Note.<a href="#fnref1" class="footnote-back">↩︎</a></p></li></ol></section>',
    ],
    [
      'kramdown',
      '<p>Text<sup id="fnref:a"><a href="#fn:a" class="footnote" rel="footnote">1</a></sup>.</p><div class="footnotes"><ol><li id="fn:a"><p>Die Note. <a href="#fnref:a" class="reversefootnote">↩</a></p></li></ol></div>',
    ],
    [
      'MediaWiki',
      '<p>Text<sup id="cite_ref-1" class="reference"><a href="#cite_note-1">[1]</a></sup>.</p><ol class="references"><li id="cite_note-1"><span class="mw-cite-backlink"><a href="#cite_ref-1">↑</a></span> <span class="reference-text">Die Note.</span></li></ol>',
    ],
    [
      'Word',
      '<p>Text<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a>.</p><div id="_ftn1"><p><a href="#_ftnref1">[1]</a> Die Note.</p></div>',
    ],
  ])('is one of Markdown: %s', (_, html) => {
    expect(of(html)).toBe('Text[^1].\n\n[^1]: Die Note.');
  });
});

describe('a formula', () => {
  const annotated =
    '<math><semantics><mi>x</mi><annotation encoding="application/x-tex">x^2_a</annotation></semantics></math>';
  it.each([
    [
      'KaTeX',
      `<span class="katex"><span class="katex-mathml">${annotated}</span><span class="katex-html" aria-hidden="true">x2</span></span>`,
    ],
    [
      'MathJax 2',
      '<span class="MathJax_Preview"></span><span class="MathJax">x2</span><script type="math/tex">x^2_a</script>',
    ],
    ['MathML', annotated],
    [
      'Wikipedia',
      `<span class="mwe-math-element"><span>${annotated}</span><img class="mwe-math-fallback-image-inline" alt="{\\displaystyle x^2_a}"></span>`,
    ],
  ])('is its TeX: %s', (_, html) => {
    expect(of(`<p>Es ist ${html} so.</p>`)).toBe('Es ist $x^2_a$ so.');
  });

  it('stands alone where it did, and comes back from MathML', () => {
    expect(
      of(`<p>Also:</p><span class="katex-display"><span class="katex">${annotated}</span></span>`),
    ).toBe('Also:\n\n$$\nx^2_a\n$$');
    expect(
      of('<p>Es ist <math><mfrac><mi>a</mi><msup><mi>b</mi><mn>2</mn></msup></mfrac></math>.</p>'),
    ).toBe('Es ist $\\frac{a}{b^{2}}$.');
  });
});

describe('other parts', () => {
  it.each([
    [
      'a list of definitions',
      '<dl><dt>Wort</dt><dd>Was es heißt.</dd></dl>',
      '**Wort**\n\nWas es heißt.',
    ],
    ['details', '<details><summary>Mehr</summary><p>Inhalt.</p></details>', '**Mehr**\n\nInhalt.'],
    [
      'a film',
      '<iframe src="https://www.youtube.com/embed/abc123" title="Ein Film"></iframe>',
      '[Ein Film](https://www.youtube.com/watch?v=abc123)',
    ],
    [
      'a link',
      '<p><a href="../c.html?utm_source=x&id=3#d">Dort</a></p>',
      '[Dort](https://example.org/c.html?id=3#d)',
    ],
    ['an address that does something', '<p><a href="javascript:alert(1)">Hier</a></p>', 'Hier'],
    ['a numbered list', '<ol start="4"><li>Vier</li><li>Fünf</li></ol>', '4. Vier\n5. Fünf'],
    [
      'struck and marked text',
      '<p><del>alt</del> <strong>fett</strong> <em>schräg</em></p>',
      '~~alt~~ **fett** _schräg_',
    ],
    [
      'signs that Markdown means something by',
      '<p>1*2*3 und _so_ und [x] und # nichts</p>',
      '1\\*2\\*3 und \\_so\\_ und \\[x] und # nichts',
    ],
  ])('become Markdown: %s', (_, html, markdown) => {
    expect(of(html)).toBe(markdown);
  });
});

describe('emphasis', () => {
  it.each([
    ['<b>Name: </b>Text', '**Name:** Text'],
    ['in<i> der Mitte</i> davon', 'in _der Mitte_ davon'],
    ['Blei<em>. </em>Dann', 'Blei. Dann'],
    ['un<em>glaub</em>lich', 'un*glaub*lich'],
    [
      '<b>der <strong><a href="/x"><b>Satz</b></a> </strong></b>hier',
      '**der [**Satz**](https://example.org/x)** hier',
    ],
    ['<a href="/x"> Wort </a>und', '[Wort](https://example.org/x) und'],
  ])('is written as people do: %s', (html, markdown) => {
    expect(of(`<p>${html}</p>`)).toBe(markdown);
  });
});

describe('a page that is no article', () => {
  const page = (title: string, body: string, head = '') =>
    readPage(`<html><head><title>${title}</title>${head}</head><body>${body}</body></html>`, {
      address: 'https://example.org/',
    });
  const links = Array.from(
    { length: 40 },
    (_, i) => `<li><a href="/${i}">Eine Schlagzeile mit einigen Worten ${i}</a></li>`,
  ).join('');
  it.each([
    ['links', page('Startseite', `<ul>${links}</ul>`)],
    [
      'login',
      page(
        'Anmelden',
        '<form><input name="u"><input type="password"></form><p>Bitte melden Sie sich an.</p>',
      ),
    ],
    [
      'consent',
      page(
        'Vorschalt',
        '<p>Wir verwenden Cookies und bitten um Ihre Einwilligung nach DSGVO.</p><button>Alle akzeptieren</button>',
      ),
    ],
    ['script', page('App', '<div id="root"></div>', '<script src="/app.js"></script>')],
    ['missing', page('404 Not Found', '<h1>404</h1><p>Diese Seite gibt es nicht mehr.</p>')],
    ['empty', page('', '')],
  ])('is refused: %s', (reason, read) => {
    expect(read).toMatchObject({ kind: 'refused', reason });
  });
});
