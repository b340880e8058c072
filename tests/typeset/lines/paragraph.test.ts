import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ParagraphOptions, setParagraph } from '../../../src/typeset/lines/paragraph.ts';
import type { Run } from '../../../src/typeset/page/page.ts';
import { columns, graphemes } from '../../../src/typeset/text/width.ts';
import { bare, ownText, paragraphs, textOf } from '../texts.ts';

const OPTIONS: ParagraphOptions = {
  width: 40,
  hyphenate: 'auto',
  justify: false,
  lang: 'de',
};
const optionSets = fc.record({
  width: fc.oneof(fc.integer({ min: 1, max: 90 }), fc.constant(Number.POSITIVE_INFINITY)),
  hyphenate: fc.constantFrom('auto' as const, 'always' as const, 'never' as const),
  justify: fc.boolean(),
  lang: fc.constant('de'),
  shape: fc.constantFrom('ragged' as const, 'balanced' as const),
});

function lines(text: string, options: Partial<ParagraphOptions> = {}): readonly string[] {
  const set = setParagraph([{ text, style: {} }], { ...OPTIONS, ...options });
  return set.map((line) => textOf(line.runs));
}

describe('setParagraph, whatever the text, width and options', () => {
  it('neither loses nor changes a character but for blanks and soft hyphens', () => {
    fc.assert(
      fc.property(paragraphs, optionSets, (runs, options) => {
        const set = setParagraph(runs, options);
        expect(bare(set.map((line) => ownText(line.runs)).join('\n'))).toBe(bare(textOf(runs)));
      }),
      { numRuns: 500 },
    );
  });

  it('keeps every line within the width but for a single grapheme that is wider', () => {
    fc.assert(
      fc.property(paragraphs, optionSets, (runs, options) => {
        for (const line of setParagraph(runs, options)) {
          const text = textOf(line.runs);
          expect(line.width).toBe(columns(text));
          if (graphemes(text).length > 1) expect(line.width).toBeLessThanOrEqual(options.width);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('ends no line in a blank, shows no soft hyphen, and begins no line in the middle in one', () => {
    fc.assert(
      fc.property(paragraphs, optionSets, (runs, options) => {
        for (const line of setParagraph(runs, options)) {
          expect(textOf(line.runs)).not.toMatch(/\s$|\u00ad|^ /);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives each line the place in the text at which it stands', () => {
    fc.assert(
      fc.property(paragraphs, optionSets, (runs, options) => {
        const text = textOf(runs).replaceAll('\u00ad', '');
        let last = -1;
        for (const line of setParagraph(runs, options)) {
          expect(line.offset).toBeGreaterThan(last);
          last = line.offset;
          const own = bare(ownText(line.runs));
          expect(bare(text.slice(line.offset)).startsWith(own)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('splits no grapheme', () => {
    fc.assert(
      fc.property(paragraphs, optionSets, (runs, options) => {
        const whole = new Set(graphemes(textOf(runs).replaceAll('\u00ad', '')));
        for (const line of setParagraph(runs, options)) {
          for (const part of graphemes(ownText(line.runs))) expect(whole).toContain(part);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('keeps the style of every character', () => {
    fc.assert(
      fc.property(paragraphs, optionSets, (runs, options) => {
        const styled = (list: readonly Run[]): string[] =>
          list
            .filter((run) => run.decoration !== true)
            .flatMap((run) => [...bare(run.text)].map((sign) => sign + JSON.stringify(run.style)));
        const set = setParagraph(runs, options);
        expect(set.flatMap((line) => styled(line.runs))).toEqual(styled(runs));
      }),
      { numRuns: 200 },
    );
  });

  it('says by `join` what stood between two lines', () => {
    fc.assert(
      fc.property(paragraphs, optionSets, (runs, options) => {
        const text = textOf(runs).replaceAll('\u00ad', '');
        const set = setParagraph(runs, options);
        const joined = set.map(
          (line) => ownText(line.runs) + { space: ' ', word: '', end: '\n' }[line.join],
        );
        const words = (value: string): readonly string[] =>
          value.split(/\s+/).filter((word) => word !== '');
        expect(words(joined.join(''))).toEqual(words(text));
      }),
      { numRuns: 300 },
    );
  });

  it('sets the same lines again', () => {
    fc.assert(
      fc.property(paragraphs, optionSets, optionSets, (runs, options, others) => {
        const first = setParagraph(runs, options);
        setParagraph(runs, others);
        expect(setParagraph(runs, options)).toEqual(first);
      }),
      { numRuns: 100 },
    );
  });
});

describe('setParagraph', () => {
  it('chooses the breaks of the whole paragraph, so that no line stands short for the next', () => {
    expect(lines('aaa bb cc ddddd', { width: 6 })).toEqual(['aaa', 'bb cc', 'ddddd']);
  });

  it('leaves text that fits as one line, and all of it where the width is unlimited', () => {
    const text = 'Eine Zeile, die passt.';
    expect(lines(text)).toEqual([text]);
    expect(lines(`${text} `.repeat(9), { width: Number.POSITIVE_INFINITY })).toHaveLength(1);
  });

  it('begins no line with a dash, a closing mark or an ellipsis that ends a sentence', () => {
    const text =
      'Das ist – so sagt man – „gewiss“ wahr (oder nicht) ! Und so weiter … Donaudampf\u00adschifffahrt – ja …';
    for (let width = 8; width < 70; width++) {
      for (const line of lines(text, { width })) expect(line).not.toMatch(/^[–—“”»)\]!?…,.]/);
    }
  });

  it('keeps a number with its unit and an abbreviation together', () => {
    const text =
      'Es waren 38 % mehr, z. B. am 2. August auf S. 5 nach § 5 mit 25 km/h und 12 500 t.';
    const whole = ['38 %', 'z. B.', '2. August', 'S. 5', '§ 5', '12 500 t'];
    for (let width = 12; width < 80; width++) {
      const set = lines(text, { width }).join('\n');
      for (const part of whole) expect(set).toContain(part);
    }
  });

  it('hyphenates only where a line would stand clearly short, or where asked to', () => {
    const text = 'Das gilt für Rechen\u00adzentrums\u00adbetreiber und ihre Leute.';
    expect(lines(text, { width: 40 }).join(' ')).toBe(text.replaceAll('\u00ad', ''));
    expect(lines(text, { width: 24 })[0]).toBe('Das gilt für Rechen-');
    expect(lines(text, { width: 24, hyphenate: 'never' })[0]).toBe('Das gilt für');
  });

  it('adds the hyphen as decoration in the style and link of its word', () => {
    const style = { bold: true };
    const [first] = setParagraph([{ text: 'Rechen\u00adzentrum', style, link: 3 }], {
      ...OPTIONS,
      width: 10,
    });
    expect(first?.runs).toEqual([
      { text: 'Rechen', style, link: 3 },
      { text: '-', style, link: 3, decoration: true },
    ]);
    expect(first?.join).toBe('word');
  });

  it('breaks an address at its slashes and signs, and a long name at its capitals', () => {
    expect(lines('https://example.org/eins/zwei?drei=vier', { width: 20 })).toEqual([
      'https://example.org/',
      'eins/zwei?drei=vier',
    ]);
    expect(lines('createHyphenationVerifier', { width: 17 })).toEqual([
      'createHyphenation',
      'Verifier',
    ]);
  });

  it('breaks no flag of a command', () => {
    const text = 'Mit --no-pager und src/a/page.ts geht es, mit --plain auch.';
    for (let width = 16; width < 60; width++) {
      const set = lines(text, { width }).join('\n');
      for (const word of ['--no-pager', '--plain']) expect(set).toContain(word);
    }
  });

  it('sets titles in lines of near equal length, with no word alone on the last', () => {
    expect(
      lines('Klarna will mit KI fast die Hälfte seiner Stellen abbauen', {
        width: 50,
        shape: 'balanced',
      }),
    ).toEqual(['Klarna will mit KI fast die', 'Hälfte seiner Stellen abbauen']);
  });

  it('widens spaces evenly when justified, but not in the last line nor out of proportion', () => {
    const text =
      'Ein Absatz mit vielen kurzen Worten, der auf beiden Seiten glatt steht, und mehr.';
    const set = setParagraph([{ text, style: {} }], { ...OPTIONS, width: 30, justify: true });
    for (const line of set.slice(0, -1)) {
      expect(line.width).toBe(30);
      const gaps = textOf(line.runs).match(/ +/g) ?? [];
      expect(Math.max(...gaps.map((gap) => gap.length))).toBeLessThanOrEqual(3);
    }
    expect(textOf(set.at(-1)?.runs ?? [])).not.toMatch(/ {2}/);
    const [loose] = lines('eins Donaudampfschifffahrtsgesellschaft', { width: 36, justify: true });
    expect(loose).toBe('eins');
  });

  it('breaks hard at a line feed and keeps an empty line between two', () => {
    expect(lines('Eins\nzwei  \n\n drei')).toEqual(['Eins', 'zwei', '', 'drei']);
  });

  it('breaks Japanese between characters but never before a closing mark or small kana', () => {
    const text = '日本語の文章は、単語の間に空白がない。「引用」も（括弧）もあってちょっと長い。';
    for (let width = 8; width < 60; width++) {
      for (const line of lines(text, { width })) {
        expect(line).not.toMatch(/^[、。」）ゃゅょっー]/);
        expect(line).not.toMatch(/[「（]$/);
      }
    }
  });

  it('counts an offset in the article’s own text, not in decoration', () => {
    const runs: readonly Run[] = [
      { text: '▣ ', style: {}, decoration: true },
      { text: 'Ein Bild mit Beschreibung', style: {} },
    ];
    const [, second] = setParagraph(runs, { ...OPTIONS, width: 16 });
    expect(second).toMatchObject({ offset: 'Ein Bild mit '.length });
    const many = Array.from(
      { length: 60 },
      (_, k): Run => (k % 2 === 0 ? { text: 'eins ', style: {} } : { ...runs[0]!, text: '▣▣ ' }),
    );
    const own = ownText(many);
    for (const line of setParagraph(many, { ...OPTIONS, width: 21 })) {
      expect(bare(own.slice(line.offset)).startsWith(bare(ownText(line.runs)))).toBe(true);
      expect(bare(own.slice(0, line.offset))).toHaveLength(Math.ceil(line.offset / 5) * 4);
    }
  });

  it('sets a paragraph of a megabyte as it would set its parts, and an endless word', () => {
    const sentence = 'Ein Satz steht hier, und er wiederholt sich bis zum Ende der langen Seite. ';
    const set = lines(sentence.repeat(4000), { width: 60 });
    expect(bare(set.join(' '))).toBe(bare(sentence.repeat(4000)));
    expect(Math.max(...set.map(columns))).toBeLessThanOrEqual(60);
    expect(Math.min(...set.slice(0, -1).map(columns))).toBeGreaterThanOrEqual(40);
    const word = lines('x'.repeat(100_000), { width: 60 });
    expect(word.join('')).toBe('x'.repeat(100_000));
    expect(word.length).toBeLessThan(1700);
  });
});
