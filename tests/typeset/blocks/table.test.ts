import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cell, setTable, type Table } from '../../../src/typeset/blocks/table.ts';
import type { TableOptions } from '../../../src/typeset/blocks/table-options.ts';
import type { BrokenLine } from '../../../src/typeset/lines/paragraph.ts';
import { columns } from '../../../src/typeset/text/width.ts';
import { bare, ownText, paragraphs, textOf } from '../texts.ts';

const OPTIONS: TableOptions = {
  width: 40,
  style: 'auto',
  rule: '─',
  ruleStyle: { dim: true },
  headStyle: { bold: true },
  hyphenate: 'auto',
  lang: 'de',
};

const tables: fc.Arbitrary<Table> = fc.integer({ min: 1, max: 5 }).chain((count) => {
  const row = fc.array(paragraphs, { minLength: count, maxLength: count });
  return fc.record({
    align: fc.array(fc.constantFrom('left' as const, 'right' as const, 'center' as const, null), {
      minLength: count,
      maxLength: count,
    }),
    header: row,
    rows: fc.array(row, { maxLength: 4 }),
  });
});
const optionSets = fc
  .record({
    width: fc.oneof(fc.integer({ min: 4, max: 100 }), fc.constant(Number.POSITIVE_INFINITY)),
    style: fc.constantFrom('auto' as const, 'grid' as const, 'stacked' as const),
    hyphenate: fc.constantFrom('auto' as const, 'always' as const, 'never' as const),
  })
  .map((options): TableOptions => ({ ...OPTIONS, ...options }));

/** A table from rows of plain text, the first one its header. */
function table(rows: readonly (readonly string[])[], align: Table['align'] = []): Table {
  const [header = [], ...body] = rows.map((row) => row.map((text): Cell => [{ text, style: {} }]));
  return { align, header, rows: body };
}

function shown(lines: readonly BrokenLine[]): string {
  return lines.map((line) => textOf(line.runs)).join('\n');
}

function sorted(text: string): string {
  return [...bare(text)].sort().join('');
}

const QUARTER = table(
  [
    ['Zweites Quartal', 'Umsatz in Mrd. US-Dollar', 'Gegenüber Vorjahr'],
    ['Infrastruktur', '11,6', '+38 %'],
    ['davon Server und Netzwerk', '7,7', '+80 %'],
    ['Konzern', '25,0', '+9 %'],
  ],
  [],
);

describe('setTable, whatever the cells, width and options', () => {
  it('neither loses, adds nor changes a character of the cells', () => {
    fc.assert(
      fc.property(tables, optionSets, (source, options) => {
        const all = [...source.header, ...source.rows.flat()].map(textOf).join('\n');
        const set = setTable(source, options);
        expect(sorted(set.map((line) => ownText(line.runs)).join('\n'))).toBe(sorted(all));
      }),
      { numRuns: 300 },
    );
  });

  it('keeps every line within the width and without a blank at its end', () => {
    fc.assert(
      fc.property(tables, optionSets, (source, options) => {
        for (const line of setTable(source, options)) {
          const text = textOf(line.runs);
          expect(line.width).toBe(columns(text));
          expect(line.width).toBeLessThanOrEqual(options.width);
          expect(text).not.toMatch(/\s$|\u00ad/);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('never goes back in the text of the cells', () => {
    fc.assert(
      fc.property(tables, optionSets, (source, options) => {
        const offsets = setTable(source, options).map((line) => line.offset);
        expect(offsets).toEqual(offsets.toSorted((a, b) => a - b));
      }),
      { numRuns: 200 },
    );
  });

  it('sets the same lines again', () => {
    fc.assert(
      fc.property(tables, optionSets, (source, options) => {
        expect(setTable(source, options)).toEqual(setTable(source, options));
      }),
      { numRuns: 50 },
    );
  });
});

describe('setTable', () => {
  it('aligns columns under a rule, figures on the right, with two spaces between', () => {
    expect(`\n${shown(setTable(QUARTER, { ...OPTIONS, width: 72 }))}\n`).toBe(`
Zweites Quartal            Umsatz in Mrd. US-Dollar  Gegenüber Vorjahr
─────────────────────────  ────────────────────────  ─────────────────
Infrastruktur                                  11,6              +38 %
davon Server und Netzwerk                       7,7              +80 %
Konzern                                        25,0               +9 %
`);
  });

  it('wraps the headers first, standing on their rule, then whole words of the body', () => {
    expect(`\n${shown(setTable(QUARTER, OPTIONS))}\n`).toBe(`
                  Umsatz in
                   Mrd. US-  Gegenüber
Zweites Quartal      Dollar    Vorjahr
────────────────  ─────────  ─────────
Infrastruktur          11,6      +38 %

davon Server und        7,7      +80 %
Netzwerk

Konzern                25,0       +9 %
`);
  });

  it('goes beyond the text where there is room, and not so far that its cells are hard to read', () => {
    const cells = ['--links', 'Whether addresses stand in the text, are numbered, or left out'];
    const wide = (width: number) =>
      setTable(table([['Option', 'Meaning'], cells]), { ...OPTIONS, width: 40, wide: width });
    expect(wide(100)).toHaveLength(3);
    expect(wide(40).length).toBeGreaterThan(3);
    const long = setTable(
      table([
        ['A', 'B'],
        ['a', 'word '.repeat(100).trim()],
      ]),
      {
        ...OPTIONS,
        width: 40,
        wide: 300,
      },
    );
    expect(Math.max(...long.map(({ width }) => width))).toBeLessThanOrEqual(110);
  });

  it('stacks the rows where columns could not be read', () => {
    const source = table([
      ['Option', 'Default', 'Description'],
      ['--no-pager', 'false', 'Print straight to the terminal, however long the text is'],
      ['--width', '80', ''],
    ]);
    expect(`\n${shown(setTable(source, { ...OPTIONS, width: 28 }))}\n`).toBe(`
Option: --no-pager
  Default: false
  Description: Print
    straight to the
    terminal, however long
    the text is

Option: --width
  Default: 80
`);
    expect(shown(setTable(source, { ...OPTIONS, style: 'stacked', width: 90 }))).toContain(
      '  Description: Print straight to the terminal, however long the text is',
    );
  });

  it('measures wide characters and emoji', () => {
    const source = table(
      [
        ['Name', '日本語', 'Preis'],
        ['Tee', 'お茶', '3,50 €'],
        ['Kaffee 👩‍👩‍👧', 'コーヒー', '12,00 €'],
      ],
      [null, 'center', null],
    );
    expect(`\n${shown(setTable(source, OPTIONS))}\n`).toBe(`
Name        日本語     Preis
─────────  ────────  ───────
Tee          お茶     3,50 €
Kaffee 👩‍👩‍👧  コーヒー  12,00 €
`);
  });

  it('pads columns and breaks nothing where the width is unlimited', () => {
    const set = setTable(QUARTER, { ...OPTIONS, width: Number.POSITIVE_INFINITY, rule: '-' });
    expect(set).toHaveLength(5);
    expect(textOf(set[1]!.runs)).toMatch(/^-{25} {2}-{24} {2}-{17}$/);
  });

  it('keeps the mark of a column even over figures, and words to the left', () => {
    const source = table(
      [
        ['Zahl', 'Wort'],
        ['1', 'eins'],
        ['1000', 'x'],
      ],
      ['left', null],
    );
    expect(shown(setTable(source, OPTIONS)).split('\n').slice(2)).toEqual([
      '1     eins',
      '1000  x',
    ]);
  });

  it('marks headers bold, and rules and padding as decoration', () => {
    const [head, rule, row] = setTable(QUARTER, { ...OPTIONS, width: 72 });
    expect(head?.runs[0]).toEqual({ text: 'Zweites Quartal', style: { bold: true } });
    expect(rule?.runs.every((run) => run.decoration)).toBe(true);
    expect(ownText(row?.runs ?? [])).toBe('Infrastruktur11,6+38 %');
  });

  it('gives each row the same place at every width and in either form', () => {
    const place = (options: Partial<TableOptions>): number | undefined =>
      setTable(QUARTER, { ...OPTIONS, ...options }).find((line) =>
        textOf(line.runs).includes('Konzern'),
      )?.offset;
    const expected = place({ width: 72 });
    expect(expected).toBe(
      bare('x'.repeat('Zweites QuartalUmsatz in Mrd. US-DollarGegenüber Vorjahr'.length)).length +
        'Infrastruktur11,6+38 %davon Server und Netzwerk7,7+80 %'.length,
    );
    for (const width of [20, 30, 40, 60]) expect(place({ width })).toBe(expected);
    expect(place({ style: 'stacked' })).toBe(expected);
  });

  it('holds thousands of rows, and of columns', () => {
    const rows = Array.from({ length: 10_000 }, (_, row) => [`Zeile ${row}`, String(row * 7)]);
    expect(setTable(table([['Name', 'Wert'], ...rows]), OPTIONS)).toHaveLength(10_002);
    const wide = Array.from({ length: 2000 }, (_, column) => `S${column}`);
    const set = setTable(table([wide, wide]), { ...OPTIONS, style: 'grid' });
    expect(Math.max(...set.map((line) => line.width))).toBeLessThanOrEqual(40);
  });
});
