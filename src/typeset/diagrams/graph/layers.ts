// Sugiyama's first steps: cycles are broken, nodes get layers, long edges and labels get cells of their own.

import type { End, Graph, GraphEdge, GraphNode, Stroke } from './graph.ts';

/** Something that takes a place in a layer: a node, an edge's label, or an edge passing through. */
export interface Cell {
  readonly index: number;
  readonly layer: number;
  readonly node?: GraphNode;
  /** Loops of the node to itself, with their labels. */
  readonly loops?: readonly string[];
  readonly label?: string;
}

/** A piece of an edge between two neighbouring layers; `upper` lies in the earlier one. */
export interface Link {
  readonly upper: number;
  readonly lower: number;
  readonly stroke: Stroke;
  readonly upperEnd: End;
  readonly lowerEnd: End;
  readonly edge: number;
}

export interface Layers {
  readonly cells: readonly Cell[];
  /** Indices of cells, layer by layer, in their order. */
  readonly layers: readonly (readonly number[])[];
  readonly links: readonly Link[];
  /** Cell -> the cells that links join it to in the layer before, and in the one after. */
  readonly above: readonly (readonly number[])[];
  readonly below: readonly (readonly number[])[];
}

/** More cells than this take too long to lay out. */
const MOST_CELLS = 1200;

/** The layers of a graph, or undefined where there would be too many cells. */
export function layersOf(graph: Graph): Layers | undefined {
  const ids = new Map(graph.nodes.map(({ id }, index) => [id, index]));
  const isUpward = graph.direction === 'BT' || graph.direction === 'RL';
  const edges = graph.edges
    .map((edge, index) => ({ edge, index, from: ids.get(edge.from)!, to: ids.get(edge.to)! }))
    .map((arc) => (isUpward ? { ...arc, from: arc.to, to: arc.from } : arc));
  const forward = withoutCycles(
    graph.nodes.length,
    edges.filter(({ from, to }) => from !== to),
  );
  const ranks = ranksOf(graph.nodes.length, forward);
  const cells: Cell[] = graph.nodes.map((node, index) => {
    const loops = edges.filter(({ from, to }) => from === index && to === index);
    const base = { index, layer: ranks[index]!, node };
    return loops.length === 0 ? base : { ...base, loops: loops.map(({ edge }) => edge.label) };
  });
  const links: Link[] = [];
  for (const { from, to, edge, index, reversed } of forward) {
    // The edge's own head stands at `to`, unless it was turned round for the layers.
    const isTurned = reversed !== isUpward;
    const [upperEnd, lowerEnd] = isTurned ? [edge.head, edge.tail] : [edge.tail, edge.head];
    const length = ranks[to]! - ranks[from]!;
    const middle = Math.ceil(length / 2);
    let upper = from;
    for (let step = 1; step <= length; step++) {
      let lower = to;
      if (step < length) {
        lower = cells.length;
        const layer = ranks[from]! + step;
        const isLabel = step === middle && edge.label !== '';
        cells.push({ index: lower, layer, ...(isLabel ? { label: edge.label } : {}) });
      }
      links.push({
        upper,
        lower,
        stroke: edge.stroke,
        edge: index,
        upperEnd: step === 1 ? upperEnd : 'none',
        lowerEnd: step === length ? lowerEnd : 'none',
      });
      upper = lower;
      if (cells.length > MOST_CELLS) return undefined;
    }
  }
  const layers: number[][] = [];
  for (const { index, layer } of cells) {
    layers[layer] ??= [];
    layers[layer].push(index);
  }
  const above: number[][] = cells.map(() => []);
  const below: number[][] = cells.map(() => []);
  for (const { upper, lower } of links) {
    above[lower]!.push(upper);
    below[upper]!.push(lower);
  }
  return { cells, layers: Array.from(layers, (layer) => layer ?? []), links, above, below };
}

interface Arc {
  readonly from: number;
  readonly to: number;
  readonly edge: GraphEdge;
  readonly index: number;
}

interface ForwardArc extends Arc {
  readonly reversed: boolean;
}

/** Turns the edges round that close a cycle in a walk through the graph (without recursion). */
function withoutCycles(count: number, arcs: readonly Arc[]): readonly ForwardArc[] {
  const out: Arc[][] = Array.from({ length: count }, () => []);
  const incoming = new Array<number>(count).fill(0);
  for (const arc of arcs) {
    out[arc.from]!.push(arc);
    incoming[arc.to]!++;
  }
  const state = new Uint8Array(count);
  const turned = new Set<Arc>();
  const starts = Array.from({ length: count }, (_, node) => node);
  for (const start of [...starts.filter((node) => incoming[node] === 0), ...starts]) {
    if (state[start] !== 0) continue;
    const stack: { node: number; next: number }[] = [{ node: start, next: 0 }];
    state[start] = 1;
    while (stack.length > 0) {
      const top = stack.at(-1)!;
      const arc = out[top.node]![top.next++];
      if (arc === undefined) {
        state[top.node] = 2;
        stack.pop();
      } else if (state[arc.to] === 1) turned.add(arc);
      else if (state[arc.to] === 0) {
        state[arc.to] = 1;
        stack.push({ node: arc.to, next: 0 });
      }
    }
  }
  return arcs.map((arc) =>
    turned.has(arc)
      ? { ...arc, from: arc.to, to: arc.from, reversed: true }
      : { ...arc, reversed: false },
  );
}

/** Layers by longest path; a labelled edge spans two. Sources are then pulled down to their first target. */
function ranksOf(count: number, arcs: readonly ForwardArc[]): number[] {
  const incoming = new Array<number>(count).fill(0);
  const out: ForwardArc[][] = Array.from({ length: count }, () => []);
  for (const arc of arcs) {
    incoming[arc.to]!++;
    out[arc.from]!.push(arc);
  }
  const ranks = new Array<number>(count).fill(0);
  const hasSource = [...incoming];
  const queue = ranks.map((_, node) => node).filter((node) => incoming[node] === 0);
  for (let at = 0; at < queue.length; at++) {
    const node = queue[at]!;
    for (const arc of out[node]!) {
      const length = arc.edge.label === '' ? 1 : 2;
      ranks[arc.to] = Math.max(ranks[arc.to]!, ranks[node]! + length);
      if (--incoming[arc.to]! === 0) queue.push(arc.to);
    }
  }
  for (const [node, arcsOut] of out.entries()) {
    if (hasSource[node] !== 0 || arcsOut.length === 0) continue;
    ranks[node] = Math.min(
      ...arcsOut.map((arc) => ranks[arc.to]! - (arc.edge.label === '' ? 1 : 2)),
    );
  }
  return ranks;
}
