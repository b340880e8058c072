// Sixty queries over the bundled articles in a haystack of made ones, each with the hit that must be first.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Catalog } from '../../src/catalog/catalog.ts';
import { openCatalog } from '../../src/catalog/open-catalog.ts';
import { stripMarks } from '../../src/library/query/fold.ts';
import { makeLibrary } from '../support/library-maker.ts';
import { sharedSandbox, writeFiles } from '../support/sandbox.ts';

const BUNDLED = 'ki-wirtschaft';
const ARTICLES = fileURLToPath(new URL(`../../articles/${BUNDLED}`, import.meta.url));

let catalog: Catalog;
let cleanUp: () => void;

beforeAll(async () => {
  const { folder, remove } = sharedSandbox();
  cleanUp = remove;
  makeLibrary(join(folder, 'made'), { articles: 300, perSeries: 30, seed: 9 });
  writeFiles(join(folder, 'own'), {
    'essay/01-reise.md':
      '---\ntitle: Die Reise nach Łódź\nlang: de\ntags: [Reise, "New York"]\nauthor: Zoë Müller\n---\n\nWir fuhren ueber Nacht; die Straßenbahn war neu und die neuen Häuser standen leer. Der Autobahnbau ruhte.\n',
    'essay/02-travel.md':
      '---\ntitle: Travelling by night\nlang: en\ndate: 2019-03-04\n---\n\nThe libraries were closed, and nobody was happy. News travelled slowly; the runners kept running.\n',
    'essay/03-unmarked.md':
      'Ein Text ohne Angaben: die Wörterbücher und der Übersetzer sind nicht für das Archiv bestimmt, und das ist gut.\n',
    'essay/04-nihon.md': '---\ntitle: 日本語の記事\nlang: ja\n---\n\n東京は日本の首都です。\n',
  });
  catalog = await openCatalog({
    roots: [ARTICLES, join(folder, 'own'), join(folder, 'made')],
    cacheFolder: join(folder, 'cache'),
  });
});

afterAll(() => {
  catalog.close();
  cleanUp();
});

const bundled = (part: string): string => {
  const file = readdirSync(ARTICLES).find((name) => name.includes(part)) ?? part;
  return `${BUNDLED}/${file.replace(/^\d+-|\.md$/g, '')}`;
};
const [KLARNA, DELL, OPENAI] = [bundled('klarna'), bundled('dell'), bundled('openai')];

describe('a search', () => {
  it.each([
    ['klarna', KLARNA],
    ['KLARNA', KLARNA],
    ['dell', DELL],
    ['openai', OPENAI],
    ['anthropic', OPENAI],
    ['anthrop*', OPENAI],
    ['Zahlungsdienst', KLARNA],
    ['Zahlungsdienstleister', KLARNA],
    ['Dienstleister schwedisch', KLARNA],
    ['"künstliche Intelligenz" Klarna', KLARNA],
    ['"kuenstliche intelligenz" dell', DELL],
    ['Entlassung', KLARNA],
    ['Börsengang', KLARNA],
    ['boersengang', KLARNA],
    ['borsengang', KLARNA],
    ['Siemiatkowski', KLARNA],
    ['Beschäftigter', KLARNA],
    ['abbau Klarna', KLARNA],
    ['Stellenabbaus Klarna', KLARNA],
    ['Server Netzwerktechnik', DELL],
    ['KI-Server', DELL],
    ['"KI-Server treiben"', DELL],
    ['Umsatzes', DELL],
    ['Quartal Milliarden', DELL],
    ['Betriebsergebnis Server', DELL],
    ['title:umsatz', DELL],
    ['title:stellen', KLARNA],
    ['title:prüfen openai', OPENAI],
    ['tag:dell', DELL],
    ['tag:ki-sicherheit', OPENAI],
    ['tag:fintech', KLARNA],
    ['series:ki-wirtschaft umsatz', DELL],
    ['series:ki-wirtschaft behörde', OPENAI],
    ['Sicherheit after:2024-08-31 before:2024-09', OPENAI],
    ['ki before:2024-08-29 after:2024-08-01', KLARNA],
    ['ki -anthropic -klarna server', undefined],
    ['Sicherheitsinstitut', OPENAI],
    ['Institut', OPENAI],
    ['Absichtserklärung', OPENAI],
    ['Vereinbarung Behörde', OPENAI],
    ['Kaliforniens Gesetz', OPENAI],
    ['Łódź', 'essay/reise'],
    ['lodz', 'essay/reise'],
    ['über Nacht Straßenbahn', 'essay/reise'],
    ['strassenbahn', 'essay/reise'],
    ['ueber haeuser leer', 'essay/reise'],
    ['bahnbau', 'essay/reise'],
    ['müller', 'essay/reise'],
    ['Mueller zoe', 'essay/reise'],
    ['tag:"New York"', 'essay/reise'],
    ['library happy', 'essay/travel'],
    ['travel night', 'essay/travel'],
    ['runs', 'essay/travel'],
    ['happy*', 'essay/travel'],
    ['lang:en nobody', 'essay/travel'],
    ['before:2019-04 after:2019-03-04 lang:en night', 'essay/travel'],
    ['wörterbuch', 'essay/unmarked'],
    ['uebersetzern', 'essay/unmarked'],
    ['東京', 'essay/nihon'],
    ['日本語', 'essay/nihon'],
    ['"nobody was happy"', 'essay/travel'],
    ['"happy was nobody"', undefined],
  ])('for %j finds %s first', async (query, expected) => {
    const { hits } = await catalog.search(query, { limit: 5 });
    expect(hits[0]?.card.id).toBe(expected);
  });

  it('finds an article by its title, as it is, in capitals and without umlauts', async () => {
    const cards = (await catalog.list()).filter(({ series }) => series.startsWith('de-'));
    const titles = new Map<string, number>();
    for (const { title } of cards) titles.set(title, (titles.get(title) ?? 0) + 1);
    const single = cards.filter(({ title }) => titles.get(title) === 1).slice(0, 20);
    for (const { id, title } of single) {
      for (const query of [title, title.toUpperCase(), stripMarks(title), `title:"${title}"`]) {
        const { hits } = await catalog.search(query, { limit: 1 });
        expect(hits[0]?.card.id, query).toBe(id);
      }
    }
    expect(single.length).toBe(20);
  });

  it('keeps languages apart: news is not new, and Sicherheit is not sich', async () => {
    const { hits } = await catalog.search('news', { series: 'essay' });
    expect(hits.map(({ card }) => card.id)).toEqual(['essay/travel']);
    const { words } = await catalog.search('Sicherheit', { series: BUNDLED });
    expect(words).not.toContain('sich');
  });

  it('marks the hits in the snippet, and says what to mark in the text', async () => {
    const { hits, words } = await catalog.search('haus', { series: 'essay' });
    const marked = hits[0]?.snippet.filter(({ hit }) => hit).map(({ text }) => text);
    expect(marked).toEqual(['Häuser']);
    expect(words).toEqual(['hauser']);
    const card = hits[0]?.card;
    if (card) expect(await catalog.wordsToMark(card, 'neue bau')).toEqual(['neu', 'neun']);
  });

  it.each([
    ['Klrana', 'klarna'],
    ['stellenabau', 'stellenabbau'],
    ['"nobody" hapy', '"nobody" happy'],
    ['Straßenbhan leer', 'straßenbahn leer'],
  ])('for %j asks whether %j was meant', async (query, meant) => {
    const { hits, didYouMean } = await catalog.search(query);
    expect(hits).toEqual([]);
    expect(didYouMean).toBe(meant);
  });

  it('takes filters from outside as well', async () => {
    const { hits } = await catalog.search('ki', {
      series: BUNDLED,
      tag: 'klarna',
      lang: 'de',
      limit: 1,
    });
    expect(hits.map(({ card }) => card.id)).toEqual([KLARNA]);
    expect((await catalog.search('ki', { lang: 'en' })).hits).toEqual([]);
    expect((await catalog.search('-klarna series:ki-wirtschaft')).hits).toEqual([]);
    expect((await catalog.search('-dell series:ki-wirtschaft -river')).hits.length).toBe(0);
  });

  it('is never an error, whatever is typed', async () => {
    const odd = [
      '"',
      '((',
      '***',
      '-',
      '--',
      '-*',
      'title:',
      'title:"',
      'after:',
      'after:x',
      'tag:*',
      'NEAR(a b)',
      'a AND',
      'OR',
      'NOT x',
      '{a}',
      'a^2',
      'x:y:z',
      "'; DROP TABLE files",
      '\u0000',
      '\ud800',
      'a\tb\nc',
      '"a" "b',
      '%',
      '_',
      '\\',
      'é'.repeat(500),
      'a '.repeat(300),
      'title:title:title:x',
    ];
    for (const query of odd)
      expect(Array.isArray((await catalog.search(query, { limit: 2 })).hits)).toBe(true);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 60 }), async (bytes) => {
        const { hits } = await catalog.search(Buffer.from(bytes).toString('utf8'), { limit: 2 });
        expect(hits.length).toBeLessThanOrEqual(2);
      }),
      { numRuns: 200 },
    );
    const sign = fc.constantFrom(
      '"',
      '*',
      '-',
      ':',
      '(',
      ')',
      ' ',
      'title',
      'tag',
      'after',
      '2024',
      'ki',
      'Ü',
      '^',
      '+',
      'NOT',
      '\\',
      "'",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(sign, { maxLength: 12 }), async (signs) => {
        expect(Array.isArray((await catalog.search(signs.join(''), { limit: 1 })).hits)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
