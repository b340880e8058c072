// Gives a table's cells to table.ts as runs, and its lines their place in the text.

import type { Block } from '../document/document.ts';
import { textLength } from '../lines/flat-text.ts';
import type { BrokenLine } from '../lines/paragraph.ts';
import { toRuns } from '../lines/runs.ts';
import type { Setting } from '../page/setting.ts';
import type { BlockContext } from './block-context.ts';
import { setTable } from './table.ts';

/** The lines of a table, a head that says nothing left out. */
export function setTableBlock(
  block: Extract<Block, { kind: 'table' }>,
  frame: BlockContext,
  setting: Setting,
): BrokenLine[] {
  const { hyphenate, lang, tables, theme } = setting.options;
  const { signs, styles } = theme;
  const start = setting.offset;
  const header = block.head.map((cell) => toRuns(cell, frame.style, setting));
  const rows = block.rows.map((row) => row.map((cell) => toRuns(cell, frame.style, setting)));
  const lines = setTable(
    { align: block.align, header, rows },
    {
      width: frame.width,
      wide: frame.wide,
      style: tables,
      pans: setting.options.pans === true,
      rule: signs.tableRule,
      ruleStyle: styles.rule,
      headStyle: styles.tableHead,
      hyphenate,
      lang,
    },
  );
  for (const row of [header, ...rows]) for (const cell of row) setting.offset += textLength(cell);
  setting.offset++;
  // A grid begins with the head and its rule.
  const headless = header.every((cell) => cell.length === 0) && lines[0]?.runs.length === 0;
  return lines.slice(headless ? 2 : 0).map((line) => {
    const [first, ...rest] = line.runs;
    const runs = first === undefined ? [] : [{ ...first, table: block }, ...rest];
    return { ...line, runs, offset: line.offset + start };
  });
}
