// Work in proportion to the text, whatever is nested in whatever: what marked's rules are called for is counted,
// not the time that it takes.

import { Lexer, Tokenizer } from 'marked';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/typeset/parse/parse-document.ts';

/** Constructs as they open and close. */
const CONSTRUCTS: readonly (readonly [name: string, open: string, close: string])[] = [
  ['link', '[', '](u)'],
  ['picture', '![', '](u)'],
  ['link by reference', '[', '][r]'],
  ['link by its own label', '[', ']'],
  ['emphasis', '*', '*'],
  ['strong', '**', '**'],
  ['underscores', '_', '_'],
  ['both', '***', '***'],
  ['struck', '~~', '~~'],
  ['marked', '==', '=='],
  ['code', '`', '`'],
  ['two ticks', '``', '``'],
  ['tag', '<b>', '</b>'],
  ['link in HTML', '<a href="u">', '</a>'],
  ['autolink', '<http://a', '>'],
  ['wiki link', '[[', ']]'],
  ['comment', '%%', '%%'],
  ['HTML comment', '<!--', '-->'],
  ['formula', '$', '$'],
  ['formula in brackets', '\\(', '\\)'],
  ['note', '[^', ']'],
  ['quote', '> ', ''],
  ['list', '- ', ''],
  ['numbers', '1. ', ''],
  ['template', '{{< a >}}', '{{< /a >}}'],
  ['escape', '\\', ''],
  ['title', '[a](u "', '")'],
];

let calls = 0;
const kept: [object, string, unknown][] = [];
beforeAll(() => {
  const count = (owner: object, name: string) => {
    const own = Reflect.get(owner, name) as (...given: unknown[]) => unknown;
    kept.push([owner, name, own]);
    Reflect.set(owner, name, function (this: unknown, ...given: unknown[]) {
      calls++;
      return own.apply(this, given);
    });
  };
  for (const name of [
    'link',
    'reflink',
    'emStrong',
    'codespan',
    'del',
    'tag',
    'autolink',
    'inlineText',
    'text',
    'list',
    'blockquote',
    'paragraph',
    'table',
    'def',
  ]) {
    count(Tokenizer.prototype, name);
  }
  count(Lexer.prototype, 'inlineTokens');
});
afterAll(() => {
  for (const [owner, name, own] of kept) Reflect.set(owner, name, own);
});

function workFor(text: string): number {
  calls = 0;
  parseDocument(`${text}\n\n[r]: /u\n`);
  return calls + 50;
}

const DEPTHS = [12, 24, 48] as const;

/** Twice the depth is at most some three times the work, from one depth to the next. */
function expectLinear(name: string, make: (depth: number) => string): void {
  const work = DEPTHS.map((depth) => workFor(make(depth)));
  for (let at = 1; at < work.length; at++) {
    const text = `${name}: ${work.join(', ')} calls at ${DEPTHS.join(', ')} levels`;
    expect(work[at]! / work[at - 1]!, text).toBeLessThan(4.2);
  }
}

describe('work', () => {
  it('grows with the text for a construct in itself, opened, closed, or both', () => {
    for (const [name, open, close] of CONSTRUCTS) {
      expectLinear(`${name} in itself`, (depth) => `${open.repeat(depth)}x${close.repeat(depth)}`);
      expectLinear(`${name} opened`, (depth) => `${open}x `.repeat(depth));
      expectLinear(`${name} closed`, (depth) => `x${close || 'y'} `.repeat(depth));
    }
  });

  it('grows with the text for every pair of constructs', () => {
    for (const [outer, open, close] of CONSTRUCTS) {
      for (const [inner, begin, end] of CONSTRUCTS) {
        expectLinear(
          `${inner} in ${outer}`,
          (depth) => `${`${open}${begin}`.repeat(depth / 2)}x${`${end}${close}`.repeat(depth / 2)}`,
        );
      }
    }
  });

  it('grows with the text for triples of what nests', () => {
    const nests = CONSTRUCTS.filter(([, , close]) => close !== '').slice(0, 11);
    for (const [a, open1, close1] of nests) {
      for (const [b, open2, close2] of nests) {
        for (const [c, open3, close3] of nests) {
          expectLinear(
            `${c} in ${b} in ${a}`,
            (depth) =>
              `${`${open1}${open2}${open3}`.repeat(depth / 3)}x${`${close3}${close2}${close1}`.repeat(depth / 3)}`,
          );
        }
      }
    }
  });

  it('tells what does not grow so', () => {
    expect(() =>
      expectLinear('squares', (depth) => 'a\n\n'.repeat(depth * depth * depth)),
    ).toThrow();
  });
});

describe('the families that other parsers were stopped by', () => {
  const many = (text: string) => text.repeat(5000);
  it.each([
    ['nested links', `${'['.repeat(26)}x${'](u)'.repeat(26)}`],
    ['5,000 nested links', `${many('[')}x${many('](u)')}`],
    ['nested strong emphasis', `${many('*a **a ')}b${many(' a** a*')}`],
    ['emphasis closers without openers', many('a_ ')],
    ['emphasis openers without closers', many('_a ')],
    ['link closers without openers', many('a]')],
    ['link openers without closers', many('[a')],
    ['mismatched openers and closers', many('*a_ ')],
    ['openers and closers in multiples of three', `a**b${many('c* ')}`],
    ['link openers and emphasis closers', many('[ a_')],
    ['pattern [ (](', many('[ (](')],
    ['pattern ![[]()', many('![[]()')],
    ['nested brackets', `${many('[')}a${many(']')}`],
    ['nested block quotes', `${many('> ')}a`],
    [
      'backticks of growing length',
      Array.from({ length: 300 }, (_, at) => `e${'`'.repeat(at)}`).join(''),
    ],
    ['unclosed comments', many('</!--')],
    ['unclosed instructions', many('<?')],
    ['unclosed declarations', many('<!X ')],
    ['unclosed CDATA', many('<![CDATA[')],
    ['empty links', many('[]()') + many('[](')],
    [
      'tables of many columns and rows of one cell',
      `${'|a'.repeat(3000)}|\n${'|-'.repeat(3000)}|\n${'|x|\n'.repeat(1500)}`,
    ],
    ['references of one definition', `[a]: /u\n\n${many('[a]')}`],
    [
      'notes that name each other',
      Array.from({ length: 500 }, (_, at) => `[^${at}]: a [^${at + 1}]`).join('\n\n'),
    ],
  ])('are read: %s', (_, text) => {
    expect(parseDocument(text).blocks.length).toBeGreaterThanOrEqual(0);
  });

  it('keep only the cells that stand in a table', () => {
    const [table] = parseDocument(
      `${'|a'.repeat(3000)}|\n${'|-'.repeat(3000)}|\n${'|x|\n'.repeat(1500)}`,
    ).blocks;
    if (table?.kind !== 'table') throw new Error('no table');
    expect(table.head).toHaveLength(3000);
    expect(table.rows).toHaveLength(1500);
    expect(table.rows[7]).toHaveLength(1);
  });
});
