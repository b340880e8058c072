// Rows of labels and what stands beside them: the label column is broken where the whole would be too wide.

import type { Drawing } from '../../document/document.ts';
import { columns } from '../../text/width.ts';
import { broken, widest } from './label.ts';
import { narrowing, textDrawing } from './narrowing.ts';

/** A line of a chart; without `beside` it is a heading over the lines that follow. */
export interface ChartRow {
  readonly label: string;
  /** What stands beside the label where it has `width` columns. */
  readonly beside?: (width: number) => string;
  readonly after?: string;
}

const FITS = [
  { label: 40, bar: 40 },
  { label: 30, bar: 28 },
  { label: 20, bar: 18 },
  { label: 14, bar: 12 },
  { label: 1, bar: 8 },
];

export function chartDrawings(rows: readonly ChartRow[], title?: string): Drawing[] {
  return narrowing(FITS, ({ label, bar }) => textDrawing(chart(rows, title, label, bar)));
}

function chart(
  rows: readonly ChartRow[],
  title: string | undefined,
  label: number,
  bar: number,
): string[] {
  const laid = rows.map((row) => ({ row, lines: broken([row.label], label) }));
  const beside = laid.filter(({ row }) => row.beside !== undefined);
  const labels = Math.max(0, ...beside.map(({ lines }) => widest(lines)));
  const out = title === undefined ? [] : [...broken([title], label + bar), ''];
  for (const { row, lines } of laid) {
    if (row.beside === undefined) {
      if (out.length > 0 && out.at(-1) !== '') out.push('');
      out.push(...broken([row.label], label + bar));
      continue;
    }
    for (const [index, line] of lines.entries()) {
      const padded = line + ' '.repeat(labels - columns(line));
      const rest =
        index > 0 ? '' : `  ${row.beside(bar)}${row.after === undefined ? '' : `  ${row.after}`}`;
      out.push(`${padded}${rest}`.trimEnd());
    }
  }
  return out;
}
