import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FindHit, type FindQuery, findHits } from '../../../src/tui/pages/find.ts';
import { foldText } from '../../../src/tui/pages/fold-text.ts';
import { lineAt, type Sheet } from '../../../src/tui/pages/sheet.ts';
import { sheetOf } from '../../../src/tui/state/scroll-state.ts';
import { richText } from '../../support/memory-catalog.ts';
import { testReader } from '../../support/reader.ts';

async function sheetAt(columns: number, text = richText(20)): Promise<Sheet> {
  const reader = await testReader({
    articles: [{ slug: 'a', title: 'Titel', text }],
    open: 'reihe/a',
    size: { columns, rows: 24 },
  });
  return sheetOf(reader.state(), reader.world) as Sheet;
}

/** The text that a hit marks, its parts joined. */
const marked = (sheet: Sheet, hit: FindHit): string =>
  hit
    .map(({ line, from, to }) =>
      (lineAt(sheet, line)?.runs ?? [])
        .map((run) => run.text)
        .join('')
        .slice(from, to),
    )
    .join(' ');

const hitsOf = (sheet: Sheet, query: FindQuery): readonly FindHit[] => {
  const hits = findHits(sheet, query);
  return Array.from({ length: hits.length }, (_, index) => hits.at(index) ?? []);
};

const text = (typed: string) => ({ kind: 'text', text: typed }) as const;

describe('finding in an article', () => {
  it('finds the same at every width, over the ends of lines', async () => {
    const counts = await Promise.all(
      [24, 31, 40, 80, 120].map(async (columns) => {
        const sheet = await sheetAt(columns);
        return ['Wort3x4 Wort3x5', 'und', 'Absatz Nummer 7 mit Größe', 'e'].map(
          (typed) => findHits(sheet, text(typed)).length,
        );
      }),
    );
    for (const count of counts) expect(count).toEqual(counts[0]);
    expect(counts[0]?.slice(0, 1)).toEqual([1]);
  });

  it('marks what was sought, whatever the width', async () => {
    for (const columns of [24, 40, 80]) {
      const sheet = await sheetAt(columns);
      for (const hit of hitsOf(sheet, text('nummer 7 mit grosse wort7x0'.replace('ss', 'ß')))) {
        expect(marked(sheet, hit).replace(/\s+/g, ' ')).toBe('Nummer 7 mit Größe Wort7x0');
      }
      expect(findHits(sheet, text('nummer 7 mit große'))).toHaveLength(1);
    }
  });

  it('minds case only where a capital is typed', async () => {
    const sheet = await sheetAt(80, 'Haus haus HAUS');
    expect(findHits(sheet, text('haus'))).toHaveLength(3);
    expect(findHits(sheet, text('Haus'))).toHaveLength(1);
  });

  it('does not find across paragraphs', async () => {
    expect(findHits(await sheetAt(80, 'eins\n\nzwei'), text('eins zwei'))).toHaveLength(0);
  });

  it('marks the words that a search over the library found, in all their spellings', async () => {
    const sheet = await sheetAt(80, 'Über Bücher und überall ein Handbuch, UEBER Nacht.');
    const hits = hitsOf(sheet, { kind: 'words', words: ['uber', 'bucher'] });
    expect(hits.map((hit) => marked(sheet, hit))).toEqual(['Über', 'Bücher', 'UEBER']);
  });

  it('folds unit for unit, so that places stay', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (any, cased) => {
        expect(foldText(any, cased)).toHaveLength(any.length);
      }),
    );
  });
});
