// What must hold for whatever comes in as a page or a book: harmless in its files, for a terminal and for
// every other reader of Markdown.

import { decodeHTML } from 'entities';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { marked } from 'marked';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { readEpub } from '../../src/intake/epub/read-epub.ts';
import type { IncomingArticle } from '../../src/intake/incoming.ts';
import { readDocument } from '../../src/intake/read-document.ts';
import { fileName, freeSlug, slugFor } from '../../src/library/write/names.ts';
import { hostileText, markdownText } from './generators.ts';
import { keptArticle, must } from './kept-article.ts';

/** What another reader would run: an address with a scheme of scripts, an element that loads or handles. */
const RUNS = /^(?:javascript|vbscript|data:(?!image\/)[^,]*,)/i;
const ELEMENT =
  /<(?:script|iframe|object|embed|style|link|meta|base|form)\b|<[a-z](?:[^<>"']|"[^"]*"|'[^']*')*[\s"']on\w+\s*=(?:[^<>"']|"[^"]*"|'[^']*')*>/i;

/** Nothing of the Markdown runs in a reader that is built on marked or on micromark. */
export function mustNotRun(markdown: string): void {
  const run = (address: string) =>
    must(!RUNS.test(address.replace(/[\s\u0000-\u0020]/g, '')), `an address runs: ${address}`);
  const element = (html: string) => {
    must(!ELEMENT.test(html), `an element runs: ${html}`);
    for (const [, tag = ''] of html.matchAll(/<[a-z]([^<>]*)>/gi))
      for (const [, to = ''] of tag.matchAll(/=\s*["']?([^"']*)/g)) run(decodeHTML(to));
  };
  marked.walkTokens(marked.lexer(markdown), (token) => {
    if (token.type === 'link' || token.type === 'image') run(String(token['href']));
    if (token.type === 'html') element(token.raw);
  });
  for (const node of nodesIn(markdown)) {
    if ('url' in node) run(node.url);
    if (node.type === 'html') element(node.value);
  }
}

/** All nodes of a Markdown text, as micromark reads it. */
function nodesIn(markdown: string): Nodes[] {
  const all: Nodes[] = [
    fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }),
  ];
  for (const node of all) if ('children' in node) all.push(...node.children);
  return all;
}

async function mustBeHarmless(incoming: IncomingArticle, name: string): Promise<string> {
  const { article } = await keptArticle(incoming, name);
  mustNotRun(article.markdown);
  return article.markdown;
}

/** Markup as pages have it: elements of all kinds that open and close as they like, texts between them. */
const piece = fc.oneof(
  { weight: 2, arbitrary: hostileText },
  { weight: 2, arbitrary: markdownText },
  {
    weight: 8,
    arbitrary: fc.constantFrom(
      ...'p div span article main section h1 h2 h3 ul ol li dl dt dd table tr th td caption pre code blockquote a b i em strong del sup sub br hr figure figcaption details summary math mi mo msup mfrac annotation script style noscript template nav aside footer header form button svg title'
        .split(' ')
        .flatMap((name) => [`<${name}>`, `</${name}>`]),
    ),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      '<a href="javascript:alert(1)">',
      '<a href="java\nscript:alert(1)">',
      '<a href="&#106;avascript&colon;a">',
      '<a href="data:text/html,<script>a</script>">',
      '<a href="#fn1"><sup>1</sup></a>',
      '<a href="#b">',
      '<li id="fn1">',
      '<p id="b">',
      '<img src="javascript:a" alt="[x](javascript:a)">',
      '<img src="a.png" alt="]">',
      '<img srcset="a.png 1x, b.png 2x" onerror=a>',
      '<iframe src="https://e.org/x">',
      '<iframe srcdoc="<script>">',
      '<td colspan=3 rowspan=2>',
      '<ol start=7>',
      '<code class="language-js">',
      '<code class="language-`">',
      '<div class="highlight"><pre>',
      '<span class="katex"><math><annotation encoding="application/x-tex">',
      '<script type="math/tex">',
      '<meta name="author" content="',
      '<meta property="og:title" content="',
      '<script type="application/ld+json">{"@type":"Article","headline":"',
      '"}</script>',
      '<link rel=canonical href="https://e.org/a">',
      '<base href="javascript:/">',
      '<html lang="de">',
      '<body onload=a>',
      '<p hidden>',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      'Ein Absatz mit vielen Worten, die lang genug sind, um als Text zu gelten, und noch einigen mehr. ',
      '](javascript:a)',
      '[x]: javascript:a\n',
      '<javascript:a>',
      '&lt;script&gt;',
      '&lt;img onerror=a&gt;',
    ),
  },
);
const markup = fc.array(piece, { maxLength: 25, size: 'max' }).map((parts) => parts.join(''));
export const pageText = fc.tuple(markup, markup).map(([a, b]) => `<html><body>${a}\n${b}`);

/** A page becomes an article that is harmless, or is refused. */
export async function pageToArticle(page: string): Promise<void> {
  const document = await readDocument(Buffer.from(page), {
    address: 'https://example.org/a/b.html',
    as: 'html',
  });
  if (document.kind === 'article') await mustBeHarmless(document.article, 'name');
}

const href = fc.oneof(
  fc.constantFrom(
    'a.xhtml',
    'b.xhtml#x',
    '../a.xhtml',
    'd%2Fe.xhtml',
    '/etc/passwd',
    'javascript:a',
    '',
  ),
  hostileText,
);
const opf = fc.array(
  fc.oneof(
    href.map((path) => `<item id="a" href="${path}" media-type="application/xhtml+xml"/>`),
    fc.constantFrom(
      '<item id="a" href="a.xhtml"/><item id="b" href="b.xhtml"/>',
      '<item id="nav" href="nav.xhtml" properties="nav"/>',
      '<item id="toc" href="toc.ncx" media-type="application/x-dtbncx+xml"/>',
      '<item id="c" href="c.png" properties="cover-image"/>',
      '<spine toc="toc"><itemref idref="a"/><itemref idref="b"/></spine>',
      '<itemref idref="a"/>',
      '<dc:creator>',
      '</dc:creator>',
      '<dc:language>de',
      '<metadata>',
      '</package>',
    ),
    hostileText.map((text) => `<dc:title>${text}</dc:title>`),
  ),
  { maxLength: 8 },
);
const contents = fc.array(
  fc
    .tuple(href, hostileText)
    .map(
      ([to, title]) =>
        `<li><a href="${to}">${title}</a><navPoint><navLabel><text>${title}</text></navLabel><content src="${to}"/></navPoint>`,
    ),
  { maxLength: 4 },
);
/** Parts of a book of any contents; `cut` bytes of it are missing at the end. */
export const bookParts = fc.record({
  opf,
  contents,
  a: markup,
  b: markup,
  cut: fc.oneof(fc.constant(0), fc.nat(400)),
});
type BookParts = typeof bookParts extends fc.Arbitrary<infer T> ? T : never;

function bookOf({ opf: items, contents: entries, a, b, cut }: BookParts): Uint8Array {
  const files = {
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': '<container><rootfile full-path="o/p.opf"/></container>',
    'o/p.opf': `<package><item id="a" href="a.xhtml"/><item id="b" href="b.xhtml"/>${items.join('')}<itemref idref="a"/><itemref idref="b"/>`,
    'o/nav.xhtml': `<nav epub:type="toc"><ol>${entries.join('')}`,
    'o/toc.ncx': `<ncx>${entries.join('')}`,
    'o/a.xhtml': `<body>${a}<a href="b.xhtml#x">b</a>`,
    'o/b.xhtml': `<body><p id="x">${b}`,
    '../../out.xhtml': a,
  };
  const zipped = zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
    { level: 0 },
  );
  return zipped.subarray(0, zipped.length - cut);
}

/** A book becomes a series of harmless chapters whose links to one another lead to these, or is refused. */
export async function bookToSeries(parts: BookParts): Promise<void> {
  const read = await readEpub(bookOf(parts));
  if (read.kind === 'refused') return;
  const { chapters } = read.value;
  must(chapters.length > 0, 'a book has chapters');
  const taken = new Set<string>();
  const names = chapters.map(({ title = '' }, index) => {
    const slug = freeSlug(slugFor(title), taken);
    taken.add(slug);
    return fileName(slug, index + 1, 2);
  });
  for (const chapter of chapters) {
    const markdown = await mustBeHarmless(chapter, 'name');
    for (const node of nodesIn(markdown)) {
      if (node.type === 'link' && /^[^:]*\.md(?:#|$)/.test(node.url))
        must(names.includes(node.url.replace(/#.*$/, '')), `a link to a chapter: ${node.url}`);
    }
  }
}
