// What is told at a look is what marked makes of it.

import fc from 'fast-check';
import { Lexer, marked, type Token } from 'marked';
import { describe, expect, it } from 'vitest';
import { Definitions } from '../../../src/typeset/parse/lexer/definitions.ts';
import { lexPieces } from '../../../src/typeset/parse/lexer/lexer.ts';
import { plainItemEnds } from '../../../src/typeset/parse/lexer/plain-markdown.ts';

const BEGINNINGS = [
  ...['Wort', 'äh', '„Zitat“', '**fett** und', '`code`', '405 Tage', '3,2 Milliarden', '1. eins'],
  ...[
    '1) eins',
    '- innen',
    '* innen',
    '---',
    '***',
    '# Titel',
    '> Zitat',
    '```',
    '~~~',
    '<b>x</b>',
  ],
  ...['[x] fertig', '[ ] offen', '[a](b)', '[a]: b', '| a | b |', '', ' ', '   weit', '\tweit'],
  ...[
    '**',
    '** a',
    '*a*',
    '__b__',
    '2024',
    '2024.',
    '\u00a0',
    '\u2003x',
    '…',
    '–',
    '日本',
    '\\- a',
  ],
];
const line = fc
  .tuple(
    fc.constantFrom('- ', '- ', '- ', '* ', '+ ', '-  ', ' - ', '', '  ', '    ', '1. ', '-', '> '),
    fc.constantFrom(...BEGINNINGS),
    fc.constantFrom('', '', ' mehr', '  ', ' *x* [y](z)', ' www.example.com'),
  )
  .map((parts) => parts.join(''));
const source = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\n', '\n', '\n\n', '\n\n\n', '\n \n')), {
    minLength: 1,
    maxLength: 8,
  })
  .map((lines) => lines.flat().join(''));

/** Tokens with what we leave undecoded on purpose brought to marked's form. */
const plain = (tokens: readonly Token[]): unknown => JSON.parse(JSON.stringify(tokens));

describe('plain Markdown', () => {
  it('is lexed as marked lexes it', () => {
    fc.assert(
      fc.property(source, (text) => {
        const own = [...lexPieces(text, new Definitions())].flat();
        expect(plain(own)).toEqual(plain(new Lexer({ ...marked.defaults }).lex(text)));
      }),
      { numRuns: 3000 },
    );
  });

  it('has lists that are told at a look', () => {
    const src = '- Wort\n- **fett** und\n- 405 Tage  \n\nText';
    expect(plainItemEnds(src)).toEqual([6, 21, 34]);
    expect(plainItemEnds('- a')).toEqual([3]);
    for (const other of [
      '- a\nb',
      '- a\n  b',
      '- a\n\n- b',
      '- a\n- [ ] b',
      '- 1. a',
      '- ---',
      '-  a',
    ])
      expect(plainItemEnds(other), other).toBeUndefined();
  });
});
