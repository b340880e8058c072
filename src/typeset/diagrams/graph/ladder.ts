// From wide to narrow: the drawings of a graph that are worth keeping, each narrower than the one before.

import type { Drawing } from '../../document/document.ts';
import { narrowing } from '../draw/narrowing.ts';
import { graphDrawer } from './draw.ts';
import type { Graph } from './graph.ts';
import type { Fit } from './measure.ts';

const ACROSS: readonly Fit[] = [
  { across: true, tight: false, label: 40 },
  { across: true, tight: false, label: 20 },
  { across: true, tight: true, label: 24 },
  { across: true, tight: true, label: 14 },
];
const DOWN: readonly Fit[] = [
  { across: false, tight: false, label: 40 },
  { across: false, tight: false, label: 24 },
  { across: false, tight: true, label: 24 },
  { across: false, tight: true, label: 16 },
  { across: false, tight: true, label: 10 },
  { across: false, tight: true, label: 1 },
];

export function graphDrawings(graph: Graph): Drawing[] {
  const draw = graphDrawer(graph);
  if (draw === undefined) return [];
  const isAcross = graph.direction === 'LR' || graph.direction === 'RL';
  const fits = isAcross ? [...ACROSS, ...DOWN] : [...DOWN, ...ACROSS.slice(-1)];
  return narrowing(fits, draw);
}
