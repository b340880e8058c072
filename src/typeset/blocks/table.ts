// Tables by the printer's rule: no vertical lines, one thin rule under a bold header.

import { textLength } from '../lines/flat-text.ts';
import { type BrokenLine, setParagraph } from '../lines/paragraph.ts';
import type { Run } from '../page/page.ts';
import { type Align, columns } from '../text/width.ts';
import {
  alignments,
  type Cell,
  columnCount,
  columnWidths,
  type Demand,
  GAP,
  measure,
  narrowWidths,
  type Table,
  type Widths,
  wholeWidth,
} from './table-columns.ts';
import { styled, type TableOptions } from './table-options.ts';
import { setStacked } from './table-stacked.ts';
import { blankLine, blanks } from './text-lines.ts';

export type { Cell, Table } from './table-columns.ts';

/** A column of fewer columns than this is narrow. */
const NARROW = 24;
/** Columns of a table whose cells wrap, at most, where it goes beyond the text. */
const WRAPPED = 110;

/** A grid where its columns can be read, else stacked; `offset` counts the cells' text by rows. */
export function setTable(table: Table, options: TableOptions): readonly BrokenLine[] {
  if (columnCount(table) === 0) return [];
  if (options.style === 'stacked') return setStacked(table, options);
  const demands = measure(table);
  const width = roomFor(demands, options);
  const panned =
    options.style === 'grid' && options.pans === true
      ? setPanned(table, demands, width, options)
      : undefined;
  if (panned !== undefined) return panned;
  const widths =
    columnWidths(demands, width) ??
    (options.style === 'grid' ? narrowWidths(demands, width) : undefined);
  const grid = widths === undefined ? undefined : setGrid(table, widths, { ...options, width });
  return grid ?? setStacked(table, options);
}

/** All the room there is for a table that wraps nothing in it, else as much as its cells are still read in. */
function roomFor(demands: readonly Demand[], { width, wide = width }: TableOptions): number {
  return wide <= width || wholeWidth(demands) <= wide
    ? wide
    : Math.max(width, Math.min(wide, WRAPPED));
}

/** Columns for each column of a table that is moved under the window. */
const PANNED = 28;

/** A grid whose cells can be read, where it has too little room for them; undefined where it has enough. */
function setPanned(
  table: Table,
  demands: readonly Demand[],
  room: number,
  options: TableOptions,
): readonly BrokenLine[] | undefined {
  if (columnWidths(demands, room) !== undefined) return undefined;
  const whole = wholeWidth(demands);
  const wished = Math.min(whole, PANNED * demands.length);
  const widths = columnWidths(demands, wished) ?? columnWidths(demands, whole);
  return widths && setGrid(table, widths, { ...options, width: whole });
}

/** The table as a grid; nothing if a single grapheme is wider than its column and bursts it. */
function setGrid(
  table: Table,
  { columns: widths, holdsWords }: Widths,
  options: TableOptions,
): readonly BrokenLine[] | undefined {
  const { lang, headStyle } = options;
  // In a narrow column a short line is no fault, so a word is broken only where it does not fit.
  const hyphenate = widths.map((width, column) =>
    options.hyphenate === 'auto' && width < NARROW && holdsWords[column]!
      ? 'never'
      : options.hyphenate,
  );
  const setRow = (row: readonly Cell[]): readonly (readonly BrokenLine[])[] =>
    row.map((cell, column) =>
      setParagraph(cell, {
        width: widths[column]!,
        hyphenate: hyphenate[column]!,
        justify: false,
        lang,
      }),
    );
  const header = setRow(table.header.map((cell) => styled(cell, headStyle)));
  const rows = table.rows.map(setRow);
  // Wrapped text seldom fills its column; what stays empty in every row is given back.
  const used = widths.map(() => 1);
  for (const row of [header, ...rows]) {
    row.forEach((cell, column) => {
      for (const line of cell) used[column] = Math.max(used[column]!, line.width);
    });
  }
  const all = used.reduce((sum, width) => sum + width, GAP * (used.length - 1));
  if (all > options.width) return undefined;
  const align = alignments(table);
  const lines: BrokenLine[] = [];
  let offset = 0;
  const add = (
    row: readonly (readonly BrokenLine[])[],
    source: readonly Cell[],
    isHead: boolean,
  ) => {
    const height = row.reduce((most, cell) => Math.max(most, cell.length), 1);
    for (let k = 0; k < height; k++) {
      // A header stands on its rule, so its cells are aligned at the bottom.
      const parts = row.map((cell) => cell[isHead ? k - height + cell.length : k]);
      const { runs, width } = joinCells(parts, used, align);
      lines.push({
        runs,
        width,
        join: 'end',
        offset: isHead ? 0 : offsetIn(parts, source, offset),
      });
    }
    offset += source.reduce((sum, cell) => sum + textLength(cell), 0);
  };
  add(header, table.header, true);
  const rules = used.map((width) => ruleOf(width, options));
  const rule = joinCells(rules, used, align);
  lines.push({ ...rule, join: 'end', offset });
  // Where cells wrap, rows are told apart by a blank line.
  const isApart = rows.some((row) => row.some((cell) => cell.length > 1));
  rows.forEach((row, index) => {
    if (isApart && index > 0) lines.push(blankLine(offset));
    add(row, table.rows[index]!, false);
  });
  return lines;
}

/** One line of a row: its cells padded to their columns, with no blank after the last. */
function joinCells(
  parts: readonly (BrokenLine | undefined)[],
  widths: readonly number[],
  align: readonly Align[],
): { readonly runs: readonly Run[]; readonly width: number } {
  const runs: Run[] = [];
  let at = 0;
  let left = 0;
  parts.forEach((part, column) => {
    const width = widths[column]!;
    if (part !== undefined && part.width > 0) {
      const room = width - part.width;
      const shift = { left: 0, right: room, center: room >> 1 }[align[column] ?? 'left'];
      const before = left + shift - at;
      if (before > 0) runs.push(blanks(before));
      runs.push(...part.runs);
      at = left + shift + part.width;
    }
    left += width + GAP;
  });
  return { runs, width: at };
}

function ruleOf(width: number, { rule, ruleStyle }: TableOptions): BrokenLine {
  const text = rule.repeat(Math.max(1, Math.floor(width / Math.max(1, columns(rule)))));
  const runs: readonly Run[] = [{ text, style: ruleStyle, decoration: true }];
  return { runs, width: columns(text), join: 'end', offset: 0 };
}

/** Where a line of a row stands in the table's text: at the first cell that has part in it. */
function offsetIn(
  parts: readonly (BrokenLine | undefined)[],
  source: readonly Cell[],
  start: number,
): number {
  let offset = start;
  for (const [column, part] of parts.entries()) {
    if (part !== undefined) return offset + part.offset;
    offset += textLength(source[column] ?? []);
  }
  return offset;
}
