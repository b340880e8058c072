// Coordinates of a layered graph: `along` runs within a layer, `depth` from layer to layer.

import type { Layers, Link } from './layers.ts';
import type { Fit, Measured } from './measure.ts';
import { settle } from './place.ts';
import { ports } from './ports.ts';
import { tracks } from './tracks.ts';

export interface PlacedCell {
  readonly along: number;
  readonly depth: number;
  readonly measured: Measured;
}

export interface PlacedLink {
  readonly link: Link;
  /** Where it leaves the upper cell and enters the lower one. */
  readonly from: number;
  readonly to: number;
  /** Depth at which it turns; undefined where it is straight. */
  readonly turn?: number;
}

export interface Layout {
  readonly cells: readonly PlacedCell[];
  readonly links: readonly PlacedLink[];
}

const SWEEPS = 12;

/** The layout, or undefined where two edges could not be told apart. */
export function layOut(graph: Layers, sizes: readonly Measured[], fit: Fit): Layout | undefined {
  const { cells, layers, links } = graph;
  const along = (cell: number) => (fit.across ? sizes[cell]!.height : sizes[cell]!.width);
  const deep = (cell: number) => (fit.across ? sizes[cell]!.width : sizes[cell]!.height);
  const starts = placeAlong(graph, along, fit);
  const range = (cell: number) => ({
    start: starts[cell]!,
    size: along(cell),
    fixed: cells[cell]!.node === undefined || cells[cell]!.node.shape === 'dot',
  });
  const leaving = Map.groupBy(links, ({ upper }) => cells[upper]!.layer);
  const placed: PlacedLink[] = [];
  const depths: number[] = new Array(cells.length).fill(0);
  let depth = 0;
  for (const [index, layer] of layers.entries()) {
    const thickness = Math.max(0, ...layer.map(deep));
    for (const cell of layer) {
      // Boxes begin where their layer begins; labels stand in its middle.
      const shift = cells[cell]!.node === undefined ? Math.floor((thickness - deep(cell)) / 2) : 0;
      depths[cell] = depth + shift;
    }
    depth += thickness;
    const between = leaving.get(index);
    if (between === undefined) {
      depth += 1;
      continue;
    }
    const ends = ports(between, range, fit.across ? 1 : 2);
    const found = tracks(ends);
    if (found === undefined) return undefined;
    const tail = between.some(({ upperEnd }) => upperEnd !== 'none') ? 1 : 0;
    const head = between.some(({ lowerEnd }) => lowerEnd !== 'none') ? 1 : 0;
    const step = fit.across && !fit.tight ? 2 : 1;
    const before = tail + (fit.across ? 1 : 0);
    const after = head + (fit.across && !fit.tight ? 1 : 0);
    const run = found.count * step;
    for (const [at, link] of between.entries()) {
      const { from, to } = ends[at]!;
      const track = found.of[at];
      const turn = track === undefined ? {} : { turn: depth + before + track * step };
      placed.push({ link, from, to, ...turn });
    }
    depth += Math.max(before + run + after, fit.across ? 2 + head : 1);
  }
  return {
    cells: cells.map((_, cell) => ({
      along: starts[cell]!,
      depth: depths[cell]!,
      measured: sizes[cell]!,
    })),
    links: placed,
  };
}

/** First coordinates of all cells along their layers; the least is 0. */
function placeAlong(
  { cells, layers, above, below }: Layers,
  size: (cell: number) => number,
  fit: Fit,
): number[] {
  const starts = new Array<number>(cells.length).fill(0);
  const isPassing = (cell: number) => cells[cell]!.node === undefined;
  const gap = (cell: number, next: number | undefined) => {
    if (fit.across) return next !== undefined && isPassing(cell) && isPassing(next) ? 0 : 1;
    return isPassing(cell) || fit.tight ? 1 : 2;
  };
  for (const layer of layers) {
    let at = 0;
    for (const [place, cell] of layer.entries()) {
      starts[cell] = at;
      at += size(cell) + gap(cell, layer[place + 1]);
    }
  }
  const middle = (cell: number) => starts[cell]! + (size(cell) - 1) / 2;
  for (let sweep = 0; sweep <= SWEEPS; sweep++) {
    const isDown = sweep % 2 === 0;
    const walk = isDown ? layers : [...layers].reverse();
    for (const layer of walk) {
      const found = settle(
        layer.map((cell, place) => {
          const near =
            sweep === SWEEPS ? [...above[cell]!, ...below[cell]!] : (isDown ? above : below)[cell]!;
          const wish =
            near.length === 0
              ? middle(cell)
              : near.reduce((sum, other) => sum + middle(other), 0) / near.length;
          const weight = near.length === 0 ? 0.1 : isPassing(cell) ? 4 : 1;
          return { size: size(cell), middle: wish, weight, gap: gap(cell, layer[place + 1]) };
        }),
      );
      for (const [place, cell] of layer.entries()) starts[cell] = found[place]!;
    }
  }
  const least = Math.min(...starts);
  return starts.map((start) => start - least);
}
