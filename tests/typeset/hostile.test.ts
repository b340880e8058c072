// Text made to break a parser: deep, long, and never closed. Each is read and set whole, and comes
// out in lines that fit.

import { describe, expect, it } from 'vitest';
import { typeset } from '../../src/typeset/layout.ts';
import { parseDocument } from '../../src/typeset/parse/parse-document.ts';
import { ansi } from './setting-support.ts';

const N = 100_000;
const many = (text: string, count = N) => text.repeat(count);

const CASES: Readonly<Record<string, string>> = {
  'quotes within quotes': `${many('>')}a`,
  'lists within lists': `${many('- ')}a`,
  'numbered lists within lists': `${many('1. ', 50_000)}a`,
  'quotes and lists in turn': `${many('> - ', 50_000)}a`,
  'brackets never closed': many('['),
  'brackets closed': `${many('[', 50_000)}a${many(']', 50_000)}`,
  'pictures within pictures': many('![', 50_000),
  'links begun': many('[a](', 50_000),
  'links begun with an angle': many('[a](<b', 30_000),
  'strong within emphasis': many('**a *a ', 20_000) + many('a* a**', 20_000),
  'stars all in a row': `${many('*')}a${many('*')}`,
  'underscores between letters': many('a_'),
  'tags never closed': many('<b>', 50_000),
  'tags within tags': many('<div><ul><li>', 20_000),
  'comments begun': many('<!-- ', 50_000),
  'attributes never closed': many('<a b="', 50_000),
  'code begun with ever more ticks': Array.from(
    { length: 600 },
    (_, i) => `e${'`'.repeat(i)}`,
  ).join(''),
  'fences one after another': many('```\n', 50_000),
  'definitions and a reference to each':
    Array.from({ length: 20_000 }, (_, i) => `[a${i}]: /u${i}\n`).join('') +
    Array.from({ length: 20_000 }, (_, i) => `[a${i}] `).join(''),
  'notes that refer to each other': `${Array.from({ length: 5_000 }, (_, i) => `[^${i}]: see[^${i + 1}]\n`).join('')}x[^0]`,
  'a table of two thousand columns': `${many('|a', 2_000)}|\n${many('|-', 2_000)}|\n${many('|b', 2_000)}|\n`,
  'one endless line': many('word ', 200_000),
  'one endless word': many('word', 50_000),
  'marks on one letter': `e${many('\u0301')}`,
  'addresses one in another': many('http://a.b/(', 30_000),
  'mail addresses without an end': many('a@', 50_000),
  'nested lists, each deeper': Array.from(
    { length: 300 },
    (_, i) => `${' '.repeat(2 * i)}- a`,
  ).join('\n'),
  'lazy lines after deep quotes': `${many('> ', 500)}a\n${many('a\n', 20_000)}`,
  'references to characters': many('&#38;', 50_000),
};

describe('hostile text', () => {
  it.each(Object.entries(CASES))('is set whole: %s', (_, text) => {
    const document = parseDocument(text);
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
    for (const { width } of typeset(document, ansi(40)).lines)
      expect(width).toBeLessThanOrEqual(40);
  });
});
