// Quotes are found again after edits, at the right one of several like ones, and never on another text.

import { describe, expect, it } from 'vitest';
import { findQuote, quoteOf } from '../../src/notes/anchor.ts';
import { edited, numbers, textOf, type Written, written } from './edited-text.ts';

/** The tokens of a highlight, in their order. */
type Marked = readonly number[];

const isWhole = (marked: Marked, { order }: Written): boolean => {
  const first = order.indexOf(marked[0] as number);
  return first >= 0 && marked.every((id, k) => order[first + k] === id);
};

const rangeOf = (marked: Marked, { at }: Written) => ({
  from: at.get(marked[0] as number)?.[0] ?? -1,
  to: at.get(marked.at(-1) as number)?.[1] ?? -1,
});

/** What became of each highlight of one generated text after some edits. */
function outcomes(seed: number) {
  const from = numbers(seed);
  const { text, like } = textOf(from);
  const before = written(text);
  const some = Array.from({ length: 4 }, () => {
    const block = text[from(text.length)] as (typeof text)[number];
    const start = from(block.length - 3);
    return block.slice(start, start + 2 + from(12)).map(({ id }) => id);
  });
  const marked: readonly Marked[] = [...like, ...some];
  const quotes = marked.map((ids) => quoteOf(before, rangeOf(ids, before)));
  let changed = text;
  for (let edits = 1 + from(5); edits > 0; edits--) changed = edited(changed, from);
  const after = written(changed, from);
  return marked.map((ids, index) => {
    const quote = quotes[index] as (typeof quotes)[number];
    const found = findQuote(after, quote);
    const own = rangeOf(ids, after);
    const isThere = isWhole(ids, after);
    const isRight =
      found !== undefined && found.from <= own.from && found.to >= own.to && found.to - own.to < 3;
    const isHere = (id: number): boolean => {
      const [start = -1, end = -1] = after.at.get(id) ?? [];
      return found !== undefined && start >= found.from && end <= found.to;
    };
    const isJump = found !== undefined && !ids.some(isHere);
    return { seed, quote, isThere, isRight, isJump, found, text: after.text };
  });
}

describe('a quote', () => {
  const all = Array.from({ length: 1000 }, (_, seed) => outcomes(seed)).flat();

  it('is found wherever its words still stand, at the right one of several like ones', () => {
    const there = all.filter(({ isThere }) => isThere);
    expect(there.length).toBeGreaterThan(4000);
    expect(there.filter(({ isRight }) => !isRight)).toEqual([]);
  });

  it('is never laid on another text', () => {
    expect(all.filter(({ isJump }) => isJump)).toEqual([]);
  });

  const textOfBlocks = (...blocks: readonly string[]) => {
    const starts = blocks.map((_, at) => blocks.slice(0, at).join('\n').length + (at > 0 ? 1 : 0));
    return { text: blocks.join('\n'), first: 0, starts };
  };
  const quoted = (source: ReturnType<typeof textOfBlocks>, exact: string) => {
    const from = source.text.indexOf(exact);
    return quoteOf(source, { from, to: from + exact.length });
  };
  const foundIn = (source: ReturnType<typeof textOfBlocks>, quote: ReturnType<typeof quoted>) => {
    const range = findQuote(source, quote);
    return range && source.text.slice(range.from, range.to);
  };

  it.each([
    ['„Wir werden kleiner“, sagte er.', '»Wir werden kleiner«, sagte er.'],
    ["It's Klarna's plan.", 'It’s  Klarna’s plan.'],
    ['Der KI-Server kostet viel.', 'DER KI Server kostet viel!'],
    ['An\u00adfang und En\u00adde.', 'Anfang und\u202fEnde.'],
    ['Das Café öffnet.', 'Das Cafe\u0301 öffnet.'],
  ])('is the same with other signs and blanks: %s', (before, now) => {
    const quote = quoted(textOfBlocks('Davor steht etwas.', `Eins. ${before} Zwei.`), before);
    expect(foundIn(textOfBlocks('Neu.', 'Anders.', `Eins. ${now} Zwei.`), quote)).toBe(now);
  });

  it('stays with what was changed itself, where what stood around it still stands', () => {
    const quote = quoted(
      textOfBlocks(
        'Die Firma hat Pläne. Sie baut im Sommer zweitausend Stellen ab. Das sagt der Chef.',
      ),
      'Sie baut im Sommer zweitausend Stellen ab.',
    );
    const now = textOfBlocks(
      'Die Firma hat Pläne. Sie baut im Herbst nur tausend Stellen ab. Das sagt der Chef.',
    );
    expect(foundIn(now, quote)).toBe('Sie baut im Herbst nur tausend Stellen ab.');
    expect(foundIn(textOfBlocks('Die Firma hat Pläne. Das sagt der Chef.'), quote)).toBeUndefined();
  });

  it('tells code by its signs, and a word from a part of another', () => {
    const code = quoted(textOfBlocks('if (a + b) {', 'x'), 'a + b');
    expect(foundIn(textOfBlocks('if (a - b) {', 'x'), code)).toBeUndefined();
    const word = quoted(textOfBlocks('Die Kunst ist lang.'), 'Kunst');
    expect(foundIn(textOfBlocks('Die Kunststoffe sind lang.'), word)).toBeUndefined();
  });

  it('of a part of a text takes only what stands as it stood', () => {
    const source = textOfBlocks('Eins zwei drei.', 'Vier fünf sechs.');
    const quote = quoted(source, 'fünf');
    expect(
      findQuote({ text: 'Vier fünf sechs.', first: 1, starts: [0] }, quote, 'part'),
    ).toBeUndefined();
    expect(findQuote(source, quote, 'part')).toEqual({ from: 21, to: 25 });
  });

  it('costs no more than the text is long, whatever the journal says', () => {
    const text = textOfBlocks('a '.repeat(200_000), 'b');
    const long = 'a '.repeat(100_000);
    for (const exact of ['a', long, '=', '\u0000', '\ud800'])
      for (const side of ['', 'a', long])
        findQuote(text, { exact, prefix: side, suffix: side, place: { block: 9, offset: 9 } });
  });
});
