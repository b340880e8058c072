// A table too wide for its page, row by row: each value behind its header. It knows no columns.

import { textLength } from '../lines/flat-text.ts';
import { type BrokenLine, setParagraph } from '../lines/paragraph.ts';
import type { Run } from '../page/page.ts';
import { type Cell, cellText, columnCount, type Table } from './table-columns.ts';
import { styled, type TableOptions } from './table-options.ts';
import { blankLine, blanks } from './text-lines.ts';

/** Columns by which values stand in under the first one, where the page is not too narrow for it. */
const INDENT = 2;
const NARROW = 16;

/** A table as `Header: value`, first column bold, rows parted, no empty cells; repeated headers decorate. */
export function setStacked(table: Table, options: TableOptions): readonly BrokenLine[] {
  const count = columnCount(table);
  const lines: BrokenLine[] = [];
  const isNamed = new Set<number>();
  let offset = table.header.reduce((sum, cell) => sum + textLength(cell), 0);

  const add = (column: number, value: Cell, isLead: boolean): void => {
    const label = cellText(table.header[column]).trim();
    const isFirst = !isNamed.has(column);
    isNamed.add(column);
    const runs: Run[] = [];
    if (label !== '') {
      const added = isFirst ? {} : { decoration: true as const };
      const header = styled(table.header[column]!, options.ruleStyle);
      runs.push(...header.map((run) => ({ ...run, ...added })));
      runs.push({
        text: cellText(value) === '' ? ':' : ': ',
        style: options.ruleStyle,
        decoration: true,
      });
    }
    const own = isFirst && label !== '' ? textLength(table.header[column]!) : 0;
    runs.push(...(isLead ? styled(value, options.headStyle) : value));
    const indent = isLead || options.width < NARROW ? 0 : INDENT;
    const hang = options.width < NARROW ? 0 : indent + INDENT;
    const { hyphenate, lang } = options;
    const set = setParagraph(runs, {
      width: options.width - hang,
      hyphenate,
      justify: false,
      lang,
    });
    set.forEach((line, k) => {
      const moved = shift(line, k === 0 ? indent : hang);
      lines.push({ ...moved, offset: offset + Math.max(0, line.offset - own) });
    });
  };

  if (table.rows.length === 0) {
    for (let column = 0; column < count; column++) add(column, [], column === 0);
  }
  const filled = new Set<number>();
  for (const row of table.rows)
    row.forEach((cell, column) => {
      if (!isEmpty(cell)) filled.add(column);
    });
  table.rows.forEach((row, index) => {
    // Cells that a row does not have cost nothing; the first one names the columns that are empty below.
    const end = index === 0 ? count : row.length;
    if (index > 0) lines.push(blankLine(offset));
    for (let column = 0; column < end; column++) {
      const cell = row[column] ?? [];
      const isEmptyBelow = index === 0 && !filled.has(column);
      if (!isEmpty(cell) || isEmptyBelow) add(column, cell, column === 0);
      offset += textLength(cell);
    }
  });
  return lines;
}

function isEmpty(cell: Cell | undefined): boolean {
  return cellText(cell).trim() === '';
}

function shift(line: BrokenLine, indent: number): BrokenLine {
  if (indent === 0 || line.width === 0) return line;
  return { ...line, runs: [blanks(indent), ...line.runs], width: line.width + indent };
}
