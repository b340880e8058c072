// From wide to narrow: the drawings of a diagram that are worth keeping.

import type { Drawing } from '../../document/document.ts';
import { widest } from './label.ts';

/** What was drawn; its rows are made where it is kept. */
export interface Drawn {
  readonly width: number;
  rows(): readonly string[];
}

/** The drawings that `draw` makes of each fit, each narrower than the one before; the others are left out. */
export function narrowing<Fit>(
  fits: readonly Fit[],
  draw: (fit: Fit) => Drawn | undefined,
): Drawing[] {
  const drawings: Drawing[] = [];
  for (const fit of fits) {
    const drawn = draw(fit);
    if (drawn === undefined) continue;
    const narrowest = drawings.at(-1)?.width ?? Number.POSITIVE_INFINITY;
    if (drawn.width < narrowest) drawings.push({ width: drawn.width, rows: drawn.rows() });
  }
  return drawings;
}

/** Rows as a drawing that is as wide as the widest of them. */
export const textDrawing = (rows: readonly string[]): Drawn => ({
  width: widest(rows),
  rows: () => rows,
});
