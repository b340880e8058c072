// Lines for other programs: tab-separated, one record a line.

import { sanitize } from '../typeset/sanitize.ts';

type Cell = string | number | boolean | null | undefined;

/**
 * Tabs and line breaks inside a cell become a space, so that a record stays one line; what could act
 * on a terminal becomes U+FFFD.
 */
export function tsv(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(cell).join('\t')}\n`).join('');
}

function cell(value: Cell): string {
  return value === null || value === undefined
    ? ''
    : sanitize(String(value)).replace(/[\t\n]+/g, ' ');
}
