// Sizes of a graph's cells in columns and rows, for labels broken at a width.

import { columns } from '../../text/width.ts';
import { broken, labelLines, widest } from '../draw/label.ts';
import type { Cell } from './layers.ts';

export interface Fit {
  /** Columns at which labels are broken. */
  readonly label: number;
  /** Whether boxes and channels are as narrow as can be. */
  readonly tight: boolean;
  /** Whether layers follow one another from left to right. */
  readonly across: boolean;
}

export interface Measured {
  readonly width: number;
  readonly height: number;
  readonly parts: readonly (readonly string[])[];
  readonly pad: number;
}

/** `sides` is the greater number of edges at one of its sides: each needs a place of its own. */
export function measured(cell: Cell, sides: number, fit: Fit): Measured {
  const { node, label } = cell;
  if (node === undefined) {
    if (label === undefined) return { width: 1, height: 1, parts: [], pad: 0 };
    const lines = broken(labelLines(label), fit.label);
    const pad = fit.across ? 1 : 0;
    return { width: widest(lines) + 2 * pad, height: lines.length, parts: [lines], pad };
  }
  if (node.shape === 'dot') return { width: 1, height: 1, parts: [['●']], pad: 0 };
  const pad = fit.tight ? 0 : 1;
  const loops = (cell.loops ?? []).map((loop) =>
    broken([`↻ ${labelLines(loop).join(' ')}`.trim()], fit.label),
  );
  const parts = [...node.parts.map((lines) => broken(lines, fit.label)), ...loops];
  const inner = Math.max(...parts.map(widest), 1) + 2 * pad;
  const group = node.group === undefined ? 0 : columns(node.group) + 2;
  const rows = parts.reduce((sum, lines) => sum + Math.max(1, lines.length), parts.length - 1);
  const room = fit.across ? 0 : 2 * sides - 1;
  return {
    width: Math.max(inner, group, room) + 2,
    height: Math.max(rows, fit.across ? sides : 0) + 2,
    parts,
    pad,
  };
}
