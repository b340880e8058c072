// Lines for other programs: tab-separated, one record a line.

import { sanitize } from '../typeset/text/sanitize.ts';

type Cell = string | number | boolean | null | undefined;

/** Records of one line: tabs and line breaks become spaces, controls U+FFFD. */
export function tsv(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(cell).join('\t')}\n`).join('');
}

/** What stands in nearly all cells, and needs no care. */
const PLAIN = /^[\x20-\x7e\xa1-\xac\xae-\u024f]*$/;

function cell(value: Cell): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = String(value);
  return PLAIN.test(text) ? text : sanitize(text).replace(/[\t\n]+/g, ' ');
}
