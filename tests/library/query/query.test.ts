// Which article a query means.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Card } from '../../../src/library/article/card.ts';
import { fold } from '../../../src/library/query/fold.ts';
import { resolve } from '../../../src/library/query/query.ts';

function card(series: string, number: number, slug: string, title: string, date?: string): Card {
  return {
    id: `${series}/${slug}`,
    slug,
    series,
    number,
    title,
    titleFrom: 'front-matter',
    authors: [],
    tags: [],
    draft: false,
    path: `/x/${slug}.md`,
    words: 100,
    minutes: 1,
    ...(date ? { date } : {}),
  };
}

const CARDS = [
  card('ki', 1, 'dell', 'Dell: KI-Server treiben den Umsatz', '2024-08-30'),
  card('ki', 2, 'klarna', 'Klarna will Stellen abbauen', '2024-08-28'),
  card('ki', 3, 'pruefung', 'OpenAI lässt sich prüfen', '2024-08-30'),
  card('guide', 1, 'reading', 'Reading'),
  card('guide', 2, 'klarna', 'A second article of this name'),
  card('guide/deep', 1, '2024', 'Das Jahr über Nacht'),
];

const answer = (query: string, cards = CARDS): unknown => {
  const result = resolve(query, cards);
  if (result.kind === 'found') return result.card.id;
  return result.kind === 'several' ? result.cards.map(({ id }) => id) : { nearest: result.nearest };
};

describe('a query', () => {
  it.each([
    ['ki/klarna', 'ki/klarna'],
    ['KI/Klarna', 'ki/klarna'],
    ['dell', 'ki/dell'],
    ['DELL', 'ki/dell'],
    ['prüfung', 'ki/pruefung'],
    ['klarna', ['ki/klarna', 'guide/klarna']],
    ['ki/2', 'ki/klarna'],
    ['guide/deep/1', 'guide/deep/2024'],
    ['2024', 'guide/deep/2024'],
    ['latest', 'ki/pruefung'],
    ['first', 'ki/dell'],
    ['uber', 'guide/deep/2024'],
    ['ueber nacht', 'guide/deep/2024'],
    ['stell abb', 'ki/klarna'],
    ['bauen', { nearest: ['ki/klarna'] }],
    ['lasst', 'ki/pruefung'],
    ['guide', 'guide/reading'],
    ['ki/9', { nearest: ['ki/dell'] }],
    ['dlel', { nearest: ['ki/dell'] }],
    ['klrana', { nearest: ['ki/klarna', 'guide/klarna'] }],
    ['pruefnug', { nearest: ['ki/pruefung'] }],
    ['', { nearest: [] }],
    ['***', { nearest: [] }],
  ])('%j is %j', (query, expected) => {
    expect(answer(query)).toEqual(expected);
  });

  it('may be a bare number where one series is in view', () => {
    const own = CARDS.filter(({ series }) => series === 'ki');
    expect(answer('3', own)).toBe('ki/pruefung');
    expect(answer('3')).toEqual({ nearest: [] });
  });

  it('finds each article by its id and by all words of its title, however typed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CARDS), fc.boolean(), ({ id, title }, upper) => {
        const typed = upper ? title.toUpperCase() : fold(title);
        expect(answer(id)).toBe(id);
        expect([answer(typed)].flat()).toContain(id);
      }),
    );
  });

  it('is never an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (query) => {
        expect(['found', 'several', 'none']).toContain(resolve(query, CARDS).kind);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('folding', () => {
  it('makes all spellings of a word one', () => {
    for (const word of ['Über', 'UEBER', 'uber', 'u\u0308ber']) expect(fold(word)).toBe('uber');
    expect(fold('Straße')).toBe(fold('STRASSE'));
    expect(fold('Ærø Łódź')).toBe(fold('aro lodz'));
  });

  it('is done once and for all, and keeps beginnings', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), (text, length) => {
        expect(fold(fold(text))).toBe(fold(text));
        const letters = text.replace(/[^a-zäöüß]/gi, '');
        expect(fold(letters).startsWith(fold(letters.slice(0, length)))).toBe(true);
      }),
    );
  });
});
