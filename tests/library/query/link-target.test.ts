import { describe, expect, it } from 'vitest';
import type { Card } from '../../../src/library/article/card.ts';
import { linksIn } from '../../../src/library/article/markdown/links.ts';
import { backlinksOf, linkIndex } from '../../../src/library/query/link-target.ts';

const card = (path: string, more: Partial<Card> = {}): Card => {
  const parts = path.split('/');
  const slug = (parts.at(-1) ?? '').replace(/\.md$/, '');
  const series = parts.slice(0, -1).join('/');
  return {
    id: `${series}/${slug}`,
    slug,
    series,
    number: 1,
    title: slug,
    titleFrom: 'file',
    authors: [],
    tags: [],
    draft: false,
    path: `/v/${path}`,
    words: 1,
    minutes: 1,
    ...more,
  };
};

const CARDS = [
  card('a/Start.md', { links: ['Idee', 'b/Plan', '../b/plan.md'] }),
  card('a/Idee.md', { links: ['Zweitname', 'nirgends'] }),
  card('a/Was ist das?.md'),
  card('a/C#.md'),
  card('b/Idee.md'),
  card('b/Plan.md', { aliases: ['Zweitname'], links: ['Idee'] }),
  card('c/2025-01-15-Treffen.md', { id: 'c/Treffen', slug: 'Treffen', links: ['Idee'] }),
];
const { find, target } = linkIndex(CARDS, (path) => path === '/v/a/Plan.pdf' || path === '/v/a/b');
const idFrom = (from: string, href: string) => {
  const found = target(CARDS.find(({ id }) => id === from) as Card, href);
  return found?.kind === 'article'
    ? found.card.id
    : found?.kind === 'file'
      ? found.path
      : found?.kind;
};

describe('a link', () => {
  it.each([
    ['a/Start', 'Idee', 'a/Idee'],
    ['b/Plan', 'Idee', 'b/Idee'],
    ['a/Start', 'idee', 'a/Idee'],
    ['a/Start', 'b/Idee', 'b/Idee'],
    ['a/Start', '../b/Idee.md', 'b/Idee'],
    ['a/Start', 'Zweitname', 'b/Plan'],
    ['a/Start', 'c/Treffen', 'c/Treffen'],
    ['a/Start', '2025-01-15-Treffen', 'c/Treffen'],
    ['a/Start', 'Treffen', 'c/Treffen'],
    ['a/Start', 'Plan#Teil', 'b/Plan'],
    ['a/Start', '/b/Idee', 'b/Idee'],
    ['a/Start', '/v/b/Idee.md', undefined],
    ['a/Start', 'Was%20ist%20das%3F', 'a/Was ist das?'],
    ['a/Start', 'C%23', 'a/C#'],
    ['a/Start', 'Plan.pdf?v=1#s', '/v/a/Plan.pdf'],
    ['a/Start', 'b', '/v/a/b'],
    ['a/Start', 'nirgends', undefined],
    ['a/Start', '%ff', undefined],
    ['a/Start', '', 'here'],
    ['a/Start', '#Teil', 'here'],
    ['a/Start', '?x', 'here'],
  ])('in %s to %s leads to %s', (from, name, id) => {
    expect(idFrom(from, name)).toBe(id);
  });

  it('leads back', () => {
    const back = (id: string) => backlinksOf({ id }, CARDS, find).map((one) => one.id);
    expect(back('a/Idee')).toEqual(['a/Start', 'c/Treffen']);
    expect(back('b/Idee')).toEqual(['b/Plan']);
    expect(back('b/Plan')).toEqual(['a/Start', 'a/Idee']);
    expect(back('a/Start')).toEqual([]);
  });
});

describe('links in Markdown', () => {
  it('are found without a parser', () => {
    expect(
      linksIn(
        [
          '[[Notiz]] [[Zwei#Teil|x]] ![[b.png]] | [[T\\|x]] |',
          '[a](eins.md#x) [b](<zwei.md> "Titel") [c](https://a.b) [d](#hier) [e](m%20n.md)',
          '[f]: drei.md',
          '`[[code]]`',
          '```',
          '[[auch nicht]]',
          '```',
          '[[nach]]',
        ].join('\n'),
      ),
    ).toEqual(['Notiz', 'Zwei', 'b.png', 'T', 'eins.md', 'zwei.md', 'm n.md', 'drei.md', 'nach']);
    expect(linksIn('nichts')).toBeUndefined();
  });
});
