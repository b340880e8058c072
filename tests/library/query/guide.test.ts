import { describe, expect, it } from 'vitest';
import type { Card } from '../../../src/library/article/card.ts';
import { guideArticle } from '../../../src/library/query/guide.ts';

const card = (series: string, number: number, slug: string, title: string, lang: string): Card => ({
  id: `${series}/${slug}`,
  slug,
  series,
  number,
  title,
  titleFrom: 'front-matter',
  authors: [],
  lang,
  tags: [],
  draft: false,
  path: `/articles/${series}/${slug}.md`,
  words: 1,
  minutes: 1,
});

const cards = [
  card('guide', 1, 'reading', 'Reading', 'en'),
  card('guide', 2, 'searching', 'Searching the library', 'en'),
  card('handbuch', 1, 'lesen', 'Lesen', 'de'),
  card('handbuch', 2, 'suchen', 'In der Bibliothek suchen', 'de'),
  card('guidebooks', 1, 'reading', 'Reading guidebooks', 'en'),
];
const found = (topic: string, language: string) =>
  guideArticle(topic, cards, '/articles', language)?.id;

describe('a topic of the guide', () => {
  it('is found by name, by words of its title, and by a beginning', () => {
    expect(found('reading', 'en')).toBe('guide/reading');
    expect(found('library', 'en')).toBe('guide/searching');
    expect(found('search', 'en')).toBe('guide/searching');
    expect(found('suchen', 'de')).toBe('handbuch/suchen');
  });

  it('is shown in the language of the interface, whatever language names it', () => {
    expect(found('searching', 'de')).toBe('handbuch/suchen');
    expect(found('lesen', 'en')).toBe('guide/reading');
  });

  it('is shown as it is where the guide has no such language', () => {
    const english = cards.filter(({ lang }) => lang === 'en');
    expect(guideArticle('reading', english, '/articles', 'de')?.id).toBe('guide/reading');
  });

  it('is none where nothing fits, and never an article of another series', () => {
    expect(found('nonsense', 'en')).toBeUndefined();
    expect(guideArticle('reading', cards, '/elsewhere', 'en')).toBeUndefined();
    expect(found('guidebooks', 'en')).toBeUndefined();
    expect(guideArticle('reading', cards.slice(4), '/articles', 'en')).toBeUndefined();
  });
});
