// A list on a terminal: columns that fit the width, the last to shrink being the one that matters.

import { PLAIN, type Style } from '../typeset/look/style.ts';
import type { Line, Run } from '../typeset/page/page.ts';
import { clip, pad, columns as widthOf } from '../typeset/text/width.ts';

export interface Column {
  readonly align: 'left' | 'right';
  /** Takes what is left of the width, and is cut with an ellipsis. One column of a table can. */
  readonly flexible?: boolean;
  /** Left out first, the highest first, where the flexible column would fall under `LEAST`. */
  readonly dispensable?: number;
}

export interface Cell {
  readonly text: string;
  readonly style?: Style;
}

const GAP = '  ';
/** Columns that the flexible column keeps before others are left out. */
const LEAST = 24;

/** Sets rows of cells within `width` columns; `indent` blanks stand before each. */
export function setColumns(
  rows: readonly (readonly Cell[])[],
  shape: readonly Column[],
  { width, indent, ellipsis }: { width: number; indent: number; ellipsis: string },
): readonly Line[] {
  const natural = shape.map((_, index) =>
    Math.max(0, ...rows.map((row) => widthOf(row[index]?.text ?? ''))),
  );
  let kept = shape.map((_, index) => index).filter((index) => (natural[index] ?? 0) > 0);
  const flexible = shape.findIndex((column) => column.flexible);
  const room = (): number =>
    width -
    indent -
    kept.reduce((sum, index) => sum + (index === flexible ? 0 : (natural[index] ?? 0)), 0) -
    GAP.length * (kept.length - 1);
  for (;;) {
    if (room() >= Math.min(LEAST, natural[flexible] ?? 0)) break;
    const [first] = kept
      .filter((index) => shape[index]?.dispensable !== undefined)
      .sort((a, b) => (shape[b]?.dispensable ?? 0) - (shape[a]?.dispensable ?? 0));
    if (first === undefined) break;
    kept = kept.filter((index) => index !== first);
  }
  const widths = natural.map((own, index) =>
    index === flexible ? Math.max(1, Math.min(own, room())) : own,
  );
  return rows.map((row) => {
    const runs: Run[] = [{ text: ' '.repeat(indent), style: PLAIN }];
    kept.forEach((index, place) => {
      const cell = row[index] ?? { text: '' };
      const columnWidth = widths[index] ?? 0;
      const cut = clip(cell.text, columnWidth, ellipsis);
      const last = place === kept.length - 1;
      const align = shape[index]?.align ?? 'left';
      const text = last && align === 'left' ? cut : pad(cut, columnWidth, align);
      if (place > 0) runs.push({ text: GAP, style: PLAIN });
      runs.push({ text, style: cell.style ?? PLAIN });
    });
    return lineOf(runs);
  });
}

export function lineOf(runs: readonly Run[]): Line {
  const width = runs.reduce((sum, run) => sum + widthOf(run.text), 0);
  return { runs, width, join: 'end', block: 0, offset: 0 };
}
