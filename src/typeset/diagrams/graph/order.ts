// The order of cells within their layers: barycentres, swept down and up, the best order kept.

import type { Layers } from './layers.ts';

const SWEEPS = 8;

/** The layers with their cells in an order of few crossings. */
export function ordered(found: Layers): Layers {
  const { layers, above, below } = found;
  let order = layers.map((layer) => [...layer]);
  let best = order;
  let fewest = crossings(order, below);
  for (let sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
    order = order.map((layer) => [...layer]);
    const isDown = sweep % 2 === 0;
    const from = isDown ? 1 : order.length - 2;
    const step = isDown ? 1 : -1;
    for (let layer = from; layer >= 0 && layer < order.length; layer += step) {
      const fixed = new Map(order[layer - step]!.map((cell, place) => [cell, place]));
      order[layer] = byBarycentre(order[layer]!, isDown ? above : below, fixed);
    }
    const count = crossings(order, below);
    if (count < fewest) {
      fewest = count;
      best = order;
    }
  }
  return { ...found, layers: best };
}

function byBarycentre(
  layer: readonly number[],
  neighbours: readonly (readonly number[])[],
  fixed: ReadonlyMap<number, number>,
): number[] {
  const keys = layer.map((cell, place) => {
    const places = neighbours[cell]!.map((other) => fixed.get(other)!);
    const key =
      places.length === 0 ? place : places.reduce((sum, at) => sum + at, 0) / places.length;
    return { cell, key, place };
  });
  return keys.sort((a, b) => a.key - b.key || a.place - b.place).map(({ cell }) => cell);
}

/** Crossings between neighbouring layers, counted with a Fenwick tree. */
function crossings(
  order: readonly (readonly number[])[],
  below: readonly (readonly number[])[],
): number {
  let count = 0;
  for (const [index, layer] of order.slice(0, -1).entries()) {
    const places = new Map(order[index + 1]!.map((cell, place) => [cell, place]));
    const tree = new Array<number>(places.size + 1).fill(0);
    let seen = 0;
    for (const cell of layer) {
      const ends = below[cell]!.map((other) => places.get(other)!).sort((a, b) => a - b);
      for (const end of ends) {
        let before = 0;
        for (let at = end + 1; at > 0; at -= at & -at) before += tree[at]!;
        count += seen - before;
      }
      for (const end of ends) {
        seen++;
        for (let at = end + 1; at < tree.length; at += at & -at) tree[at]!++;
      }
    }
  }
  return count;
}
