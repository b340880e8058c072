import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beside } from '../../src/formulas/box.ts';
import { formulaFault, formulaLine, formulaParts, mathMarkup } from '../../src/formulas/formula.ts';
import { columns } from '../../src/typeset/text/width.ts';
import { ROOT } from '../support/program.ts';

const SAMPLES = readFileSync(join(import.meta.dirname, 'samples.txt'), 'utf8')
  .trim()
  .split('\n');

const SYMBOLS =
  'a b x n 1 42 + - = < , \\alpha \\sum \\int \\log \\to \\cdot \\hat{x} \\mathbb{R} \\infty ( ) | ! \\text{wenn} \\lim'.split(
    ' ',
  );

/** Every command that KaTeX's own tables of symbols and macros name, without arguments. */
const katexCommands = (): string[] =>
  ['symbols', 'macros'].flatMap((name) => {
    const source = readFileSync(join(ROOT, `node_modules/katex/src/${name}.ts`), 'utf8');
    return [...source.matchAll(/"(\\\\[A-Za-z]+)"/g)].map(([, command]) => command!.slice(1));
  });

const drawn = (tex: string): readonly string[] =>
  beside(formulaParts(tex, columns) ?? []).rows.map((row) => row.trimEnd());

/** Letters and digits that a formula's MathML holds, in one plain form, sorted. */
const signsOf = (text: string): string =>
  [...text.normalize('NFKD').replace(/[^\p{Lu}\p{Ll}\p{Lo}\p{N}]/gu, '')].sort().join('');

/** The text of a formula's MathML, without its source and without what is only held open. */
const written = (tex: string): string =>
  String(mathMarkup(tex, true))
    .replace(/<annotation.*?<\/annotation>/gs, '')
    .replace(/<mphantom>.*?<\/mphantom>/gs, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&\w+;/g, '');

describe('a formula', () => {
  it('is drawn in two dimensions and in one line', async () => {
    const text = SAMPLES.map(
      (tex) =>
        `${tex}\n\n${drawn(tex)
          .map((row) => `    ${row}`.trimEnd())
          .join('\n')}\n\n  → ${formulaLine(tex) ?? '–'}\n`,
    ).join('\n');
    await expect(text).toMatchFileSnapshot('goldens/formulas.txt');
  });

  it.each(SAMPLES)('keeps every letter and digit of %s', (tex) => {
    expect(signsOf(drawn(tex).join(''))).toBe(signsOf(written(tex)));
    const line = formulaLine(tex);
    if (line !== undefined) expect(signsOf(line)).toBe(signsOf(written(tex)));
  });

  it.each(SAMPLES)('has rows of one width: %s', (tex) => {
    for (const { rows, width, axis } of formulaParts(tex, columns)!) {
      expect(rows.map((row) => columns(row))).toEqual(rows.map(() => width));
      expect(axis).toBeLessThan(rows.length);
    }
  });

  it('has a bar as wide as the wider part', () => {
    expect(drawn('\\frac{a}{b+c}')).toEqual(['   a', '───────', ' b + c']);
    expect(drawn('\\frac{a+b+c}{d}')).toEqual([' a + b + c', '───────────', '     d']);
  });

  it('breaks at relations and at sums', () => {
    const parts = formulaParts('a+b=c-d\\le(e+f)', columns)!;
    expect(parts.map(({ begins }) => begins)).toEqual([
      'start',
      'sum',
      'relation',
      'sum',
      'relation',
      'sum',
    ]);
  });

  it('is set wherever KaTeX reads it: any symbols, in any construction', () => {
    const symbol = fc.constantFrom(...SYMBOLS);
    const { formula } = fc.letrec<{ formula: string }>((tie) => ({
      formula: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        symbol,
        fc.tuple(tie('formula'), tie('formula')).map(([a, b]) => `${a} ${b}`),
        fc.tuple(tie('formula'), tie('formula')).map(([a, b]) => `\\frac{${a}}{${b}}`),
        fc.tuple(tie('formula'), tie('formula')).map(([a, b]) => `{${a}}_{${b}}`),
        fc.tuple(tie('formula'), tie('formula')).map(([a, b]) => `{${a}}^{${b}}`),
        tie('formula').map((a) => `\\sqrt{${a}}`),
        tie('formula').map((a) => `\\left(${a}\\right]`),
        tie('formula').map((a) => `\\overline{${a}}`),
        fc
          .tuple(tie('formula'), tie('formula'))
          .map(([a, b]) => `\\begin{pmatrix}${a}&${b}\\\\${b}\\end{pmatrix}`),
      ),
    }));
    fc.assert(
      fc.property(formula, (tex) => {
        if (typeof mathMarkup(tex, true) !== 'string') return;
        expect(signsOf(drawn(tex).join(''))).toBe(signsOf(written(tex)));
        for (const { rows, width } of formulaParts(tex, columns) ?? []) {
          expect(new Set(rows.map((row) => columns(row)))).toEqual(new Set([width]));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is set for every symbol and macro that KaTeX reads without arguments', () => {
    const accepted = katexCommands().filter((tex) => typeof mathMarkup(tex, true) === 'string');
    expect(accepted.length).toBeGreaterThan(600);
    const wrong = accepted.filter((tex) => signsOf(drawn(tex).join('')) !== signsOf(written(tex)));
    expect(wrong).toEqual([]);
  });
});

/** Every function and environment that KaTeX defines, in each form in which it might be written. */
function katexForms(): readonly string[] {
  const folder = join(ROOT, 'node_modules/katex/src');
  const sources = ['functions', 'environments'].map((wing) =>
    readdirSync(join(folder, wing))
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(join(folder, wing, file), 'utf8')),
  );
  const [functions = [], environments = []] = sources.map((texts) => [
    ...new Set(
      texts.flatMap((text) =>
        [...text.matchAll(/names:\s*\[([^\]]*)\]/g)].flatMap(([, names = '']) =>
          [...names.matchAll(/["'](\\{0,2}[^"'\s]+)["']/g)].map(([, name = '']) =>
            name.replace(/^\\\\/, '\\'),
          ),
        ),
      ),
    ),
  ]);
  return [
    ...functions.flatMap((name) => [
      ...[
        '{ab}',
        '{ab}{cd}',
        '{ab}{cd}{ef}',
        '[3]{ab}',
        '{1em}',
        '{ab} cd',
        '(ab)',
        '{red}{ab}',
      ].map((rest) => `${name}${rest}`),
      `x ${name} y`,
      `${name}_{a}^{b} c`,
      `{a ${name} b}`,
      `\\left(a ${name} b\\right)`,
      `\\text{${name} ab}`,
      `\\text{${name}{ab}}`,
      `${name}{ab}\\limits_{c}^{d}`,
      `${name}[ab]{cd}`,
    ]),
    ...environments.flatMap((name) => [
      `\\begin{${name}}a&b\\\\c&d\\end{${name}}`,
      `\\begin{${name}}{ll}a&b\\\\c&d\\end{${name}}`,
      `\\begin{${name}}{2}a&b\\\\c&d\\end{${name}}`,
      `\\begin{${name}}a\\\\b\\end{${name}}`,
      `\\begin{${name}}A @>f>> B\\\\@VgVV @VVhV\\\\C @>>k> D\\end{${name}}`,
    ]),
  ];
}

describe('what KaTeX defines', () => {
  it('is set in every form that KaTeX reads, with every letter and digit', () => {
    const forms = katexForms().filter((tex) => typeof mathMarkup(tex, true) === 'string');
    expect(forms.length).toBeGreaterThan(800);
    const wrong = forms.filter((tex) => signsOf(drawn(tex).join('')) !== signsOf(written(tex)));
    expect(wrong).toEqual([]);
  });
});

describe('a source that is no formula', () => {
  it('is named with its place', () => {
    expect(formulaFault('\\frac{', true)?.reason).toMatch(/end of input/i);
    expect(formulaFault('a + \\nix', true)).toMatchObject({ position: 4 });
    expect(formulaFault('a + b', true)).toBeUndefined();
    expect(formulaParts('\\frac{', columns)).toBeUndefined();
    expect(formulaLine('\\frac{')).toBeUndefined();
  });

  it.each([
    ['endless macros', '\\def\\a{\\a\\a}\\a'],
    ['twenty thousand braces', '{'.repeat(20_000)],
    ['three thousand roots', `${'\\sqrt{'.repeat(1500)}x${'}'.repeat(1500)}`],
    ['deep fractions', `${'\\frac1{'.repeat(900)}x${'}'.repeat(900)}`],
    ['a matrix of a million', `\\begin{matrix}${'a&'.repeat(4000)}\\end{matrix}`],
    ['a long text', 'x'.repeat(100_000)],
  ])('ends harmless: %s', (_, tex) => {
    expect(formulaParts(tex, columns)?.length ?? 0).toBeLessThan(10_000);
    formulaLine(tex);
  });

  it('never brings markup or an address', () => {
    const markup = String(mathMarkup('\\href{javascript:x}{y}', false));
    expect(markup.replace(/<annotation.*?<\/annotation>/s, '')).not.toContain('javascript');
    expect(formulaLine('\\htmlClass{a}{<b>}')).not.toBe('');
  });

  it('may be any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        formulaLine(text);
        formulaParts(text, columns);
      }),
    );
  });
});
