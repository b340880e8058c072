// What must hold for any bytes that come as a feed: each item an article that is harmless, in a file of its
// own below the folder, and the same feed again changes nothing.

import fc from 'fast-check';
import { itemText } from '../../src/feeds/items/item-text.ts';
import { mergeItems } from '../../src/feeds/items/merge.ts';
import { parseFeed } from '../../src/feeds/parse/parse-feed.ts';
import { readArticle } from '../../src/library/article/article.ts';
import { isArticleName, parseFileName } from '../../src/library/article/slug.ts';
import { isAsWritten } from '../../src/library/write/article-text.ts';
import { brokenFeed, madeFeed } from '../feeds/generator.ts';
import { strayIn } from '../hostile/stray.ts';
import { hostileText, markdownText } from './generators.ts';

function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

const words = fc.oneof(
  hostileText,
  markdownText,
  fc.constantFrom(
    '<p>a <b>b</b>',
    '<a href="javascript:x">x</a>',
    '<math><mi>x</mi></math>',
    '<sup><a href="#n">1</a></sup><li id="n">y',
    '<table><tr><td rowspan=9>x</table>',
    '<pre><code>',
    '&amp;lt;b&gt;',
    '<![CDATA[',
    ']]>',
    'https://example.org/1',
    'Tue, 31 Feb 2026 25:61:00 XYZ',
    '2026-11-30T10:00:00Z',
    '../../x',
  ),
);
const element = fc
  .tuple(
    fc.constantFrom(
      ...'title link guid description content:encoded pubDate author category dc:date summary id updated content enclosure media:content'.split(
        ' ',
      ),
    ),
    words,
    fc.constantFrom('', ' type="xhtml"', ' xml:base="https://b.example/"', ' url="x" href="/y"'),
  )
  .map(([name, text, attributes]) => `<${name}${attributes}>${text}</${name}>`);
const item = fc.array(element, { maxLength: 6 }).map((all) => `<item>${all.join('')}</item>`);
const written = fc
  .tuple(
    fc.constantFrom('rss><channel', 'rdf:RDF', 'feed', 'feed xmlns="http://www.w3.org/2005/Atom"'),
    fc.array(item, { maxLength: 5 }),
  )
  .map(([root, items]) =>
    Buffer.from(
      `<${root}>${items.join('').replaceAll('item>', root.startsWith('feed') ? 'entry>' : 'item>')}`,
    ),
  );
const number = fc.nat({ max: 1_000_000 });
export const feedBytes = fc.oneof(
  written,
  number.map((n) => madeFeed(n).bytes),
  number.map(brokenFeed),
  fc
    .json()
    .map((json) => Buffer.from(`{"version":"https://jsonfeed.org/version/1","items":[${json}]}`)),
);

const TODAY = '2026-12-01';

export async function feedToArticles(bytes: Buffer): Promise<void> {
  // A case that was kept is JSON.
  const parsed = parseFeed(Buffer.from(bytes), 'https://example.org/feed');
  if (parsed.kind !== 'feed') return;
  const { items } = parsed.feed;
  const { writes, known } = mergeItems(items, [], new Set(), () => false, TODAY);
  const files = writes.map((write) => write.known.file);
  must(new Set(files.map((file) => file.toLowerCase())).size === files.length, 'a file each');
  for (const { item: one, known: it } of writes) {
    must(/^\d{4}-\d\d-\d\d-[^/\\]+\.md$/.test(it.file) && isArticleName(it.file), it.file);
    must(Buffer.byteLength(it.file) <= 100, `long: ${it.file}`);
    must(parseFileName(it.file).date !== undefined, `no date: ${it.file}`);
    const text = itemText(one, it.seen);
    const stray = strayIn(text, 'pipe');
    must(stray === undefined, `stray: ${stray}`);
    must(isAsWritten(text), 'a file is as it was written');
    const { faults, title } = await readArticle(text, it.file);
    must(faults.length === 0, `faults: ${JSON.stringify(faults)}`);
    must(title.trim() !== '', 'a title');
  }
  const again = mergeItems(items, known, new Set(files), () => false, '2026-12-02');
  must(again.writes.length === 0, 'the same again is nothing new');
}
