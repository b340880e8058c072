import { describe, expect, it } from 'vitest';
import type { Block, Span } from '../../../src/typeset/document/document.ts';
import { parseDocument } from '../../../src/typeset/parse/parse-document.ts';

const blocksOf = (markdown: string): readonly Block[] =>
  parseDocument(`x\n\n${markdown}`).blocks.slice(1);
const spansOf = (markdown: string): readonly Span[] =>
  blocksOf(markdown).flatMap((block) => ('spans' in block ? block.spans : []));
const sources = (markdown: string): string[] =>
  spansOf(markdown).flatMap(({ formula }) => (formula === undefined ? [] : [formula.source]));
const textOf = (markdown: string): string =>
  spansOf(markdown)
    .map(({ text }) => text)
    .join('');

describe('formulas in a line', () => {
  it.each([
    ['Let $a*b*c$ be.', 'a*b*c'],
    ['Then $\\int f\\,dx$.', '\\int f\\,dx'],
    ['($x_1$)', 'x_1'],
    ['**bold $a^*b^*$ text**', 'a^*b^*'],
    ['*a $b*c$ d*', 'b*c'],
    ['as \\(x^2\\) here', 'x^2'],
    ['a single \\(x\\)', 'x'],
    ['GitHub writes $`a_b`$ so', 'a_b'],
    ['over $a +\nb$ lines', 'a +\nb'],
    ['at https://example.com and $x_i$', 'x_i'],
    ['It costs $5 or $6; then $h = a$ holds.', 'h = a'],
    ['Preise: $5, $6 und $x$.', 'x'],
    ['[of $a_b_c$](https://example.com)', 'a_b_c'],
    ['| a |\n| - |\n| $x_i_j$ |', 'x_i_j'],
  ])('keeps %j verbatim', (markdown, source) => {
    if (markdown.startsWith('|')) {
      const [table] = blocksOf(markdown);
      expect(table?.kind === 'table' && table.rows[0]?.[0]?.[0]?.formula?.source).toBe(source);
      return;
    }
    expect(sources(markdown)).toEqual([source]);
    expect(textOf(markdown)).toContain(source.replace('\n', ' '));
  });

  it.each([
    'It costs $5 and $6 today.',
    'From $5-$6, or $7/$8.',
    'Between $20,000 and USD$30,000.',
    'First $5 million, then 6$ more, and $7.',
    'Set $HOME and $PATH, or $HOME:$PATH.',
    'US$ and A$ and 5$ and 6$',
    '`$x$` and `a $b` c $d',
    'Escaped \\$x\\$ stays.',
    'An option\\(s\\) and \\(as said before\\).',
    'A \\[sic\\] and \\[1\\].',
    'Cheap $$ or dear $$$ or $$ again.',
    'Only $ one',
  ])('takes nothing for one in %j', (markdown) => {
    expect(sources(markdown)).toEqual([]);
  });

  it('takes no emphasis, link or HTML out of one', () => {
    expect(textOf('$a_1 [b](c) <i>d</i> \\{e\\} & *f* `g`$')).toBe(
      '$a_1 [b](c) <i>d</i> \\{e\\} & *f* `g`$',
    );
  });
});

describe('formulas on lines of their own', () => {
  const formula = (source: string, text: string) => ({
    kind: 'formula',
    display: true,
    source,
    text,
  });

  it.each([
    ['$$\n\\int_0^1 x\\,dx\n$$', '\\int_0^1 x\\,dx'],
    ['$$ x = y $$', 'x = y'],
    ['\\[\nx^2\n= 3\n- c\n\\]', 'x^2\n= 3\n- c'],
    ['$$\na\n- b\n# c\n> d\n$$', 'a\n- b\n# c\n> d'],
  ])('are blocks: %j', (markdown, source) => {
    expect(blocksOf(markdown)).toEqual([formula(source, markdown)]);
  });

  it('are blocks where they stand in a fence named math', () => {
    expect(blocksOf('```math\na_b\n```')).toEqual([formula('a_b', 'a_b')]);
  });

  it('part the paragraph that they stand in', () => {
    const kinds = (markdown: string) => blocksOf(markdown).map(({ kind }) => kind);
    expect(kinds('Above\n$$\na\n- b\n$$\nbelow')).toEqual(['paragraph', 'formula', 'paragraph']);
    expect(kinds('Above $$a = b$$ below')).toEqual(['paragraph', 'formula', 'paragraph']);
    expect(blocksOf('So $$a = b$$.')).toHaveLength(2);
    expect(kinds('- item\n\n  $$\n  a\n  $$')).toEqual(['list']);
  });

  it('are text where nothing closes them', () => {
    expect(blocksOf('$$\na\n\nb\n\nc').map(({ kind }) => kind)).toEqual([
      'paragraph',
      'paragraph',
      'paragraph',
    ]);
    expect(blocksOf('\\[1\\]')[0]?.kind).toBe('paragraph');
  });
});
