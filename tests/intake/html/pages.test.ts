import { describe, expect, it } from 'vitest';
import { readPage } from '../../../src/intake/html/read-page.ts';
import type { IncomingArticle } from '../../../src/intake/incoming.ts';
import { MANNERS } from './manners.ts';
import { ENGLISH, GERMAN, type Prose } from './prose.ts';

const ADDRESS = 'https://example.org/2025/text.html?utm_source=x';

function article(page: string): IncomingArticle {
  const read = readPage(page, { address: ADDRESS });
  if (read.kind === 'refused') throw new Error(`refused: ${read.reason}`);
  return read.value;
}

const bare = (text: string) => text.replace(/\s+/g, ' ').replace(/\\(?=[_*.])/g, '');

const CASES = MANNERS.flatMap((manner) =>
  [GERMAN, ENGLISH].map((prose): [string, (typeof MANNERS)[number], Prose] => [
    `${manner.name}, ${prose.lang}`,
    manner,
    prose,
  ]),
);

describe('a page', () => {
  it.each(CASES)(
    'keeps every paragraph and none of the noise: %s',
    (_, { page, lacks = [] }, prose) => {
      const { markdown } = article(page(prose));
      const text = bare(markdown);
      for (const paragraph of prose.paragraphs) expect(text).toContain(paragraph);
      if (!lacks.includes('heading')) expect(markdown).toContain(`## ${prose.heading}`);
      if (!lacks.includes('list'))
        for (const item of prose.items) expect(text).toContain(`- ${item}`);
      if (!lacks.includes('quote')) expect(text).toContain(`> ${prose.quote}`);
      for (const noise of prose.noise) expect(text).not.toContain(noise);
      for (const noise of [
        'Facebook',
        'Kontakt',
        'niemand sehen',
        'Cookies',
        'danke dafür',
        'Bearbeiten',
        'Drucken',
      ])
        expect(text).not.toContain(noise);
    },
  );

  it.each(CASES)(
    'says its title, author, day and language: %s',
    (_, { page, lacks = [] }, prose) => {
      const { title, authors, date, lang, source } = article(page(prose));
      expect(title).toBe(prose.title);
      if (!lacks.includes('author')) expect(authors).toEqual([prose.author]);
      if (!lacks.includes('date')) expect(date).toBe(prose.date);
      expect(lang?.slice(0, 2)).toBe(prose.lang);
      expect(source).toBe('https://example.org/2025/text.html');
    },
  );
});
