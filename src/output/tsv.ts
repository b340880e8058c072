// Lines for other programs: tab-separated, one record a line.

type Cell = string | number | boolean | null | undefined;

/** Tabs and line breaks inside a cell become a space, so that a record stays one line. */
export function tsv(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(cell).join('\t')}\n`).join('');
}

function cell(value: Cell): string {
  return value === null || value === undefined ? '' : String(value).replace(/[\t\r\n]+/g, ' ');
}
