// What a table is set with, in either form.

import type { Hyphenation, TableStyle } from '../look/options.ts';
import type { Style } from '../look/style.ts';
import type { Cell } from './table-columns.ts';

export interface TableOptions {
  /** Columns of the whole table; `Infinity` for rows on one line each. */
  readonly width: number;
  /** Columns that it may have where it then need not wrap so much. */
  readonly wide?: number;
  /** `grid` and `stacked` as asked; `auto` stacks where columns would be too narrow to read. */
  readonly style: TableStyle;
  /** Whether a grid that has too little room may be wider than it. */
  readonly pans?: boolean;
  /** The sign of the rule under the header, one column wide. */
  readonly rule: string;
  readonly ruleStyle: Style;
  readonly headStyle: Style;
  readonly hyphenate: Hyphenation;
  /** BCP 47. */
  readonly lang: string;
}

export function styled(cell: Cell, style: Style): Cell {
  return cell.map((run) => ({ ...run, style: { ...run.style, ...style } }));
}
