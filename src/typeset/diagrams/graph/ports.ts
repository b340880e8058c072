// Where edges leave and enter cells: each at a place of its own on the cell's side, straight where that can be.

import type { Link } from './layers.ts';
import { settle } from './place.ts';

export interface Range {
  readonly start: number;
  readonly size: number;
  /** Whether all edges go through its middle: labels and passing edges. */
  readonly fixed: boolean;
}

export interface Ends {
  from: number;
  to: number;
}

/** Ends of the links between two layers; `step` is the least distance between two ports of a cell. */
export function ports(
  links: readonly Link[],
  rangeOf: (cell: number) => Range,
  step: number,
): Ends[] {
  const ends: Ends[] = links.map(() => ({ from: 0, to: 0 }));
  const middle = ({ start, size }: Range) => start + Math.floor((size - 1) / 2);
  const assign = (side: 'upper' | 'lower') => {
    const other = side === 'upper' ? 'lower' : 'upper';
    const key = side === 'upper' ? 'from' : 'to';
    const groups = Map.groupBy(links.keys(), (index) => links[index]![side]);
    for (const [cell, members] of groups) {
      const range = rangeOf(cell);
      const low = range.fixed ? middle(range) : range.start + 1;
      const high = range.fixed ? low : range.start + range.size - 2;
      const goal = (index: number) => {
        if (side === 'lower') return ends[index]!.from;
        const far = rangeOf(links[index]![other]);
        // One edge leaves from the middle, unless what it goes to is fixed and lies before it.
        const isLone =
          members.length === 1 && !(far.fixed && middle(far) >= low && middle(far) <= high);
        return isLone ? middle(range) : middle(far);
      };
      const sorted = members
        .map((index) => ({ index, goal: goal(index), far: middle(rangeOf(links[index]![other])) }))
        .sort((a, b) => a.far - b.far || a.goal - b.goal || a.index - b.index);
      const wishes = sorted.map(({ goal: wish }) => ({
        size: 1,
        middle: Math.min(high, Math.max(low, wish)),
        weight: 1,
        gap: step - 1,
      }));
      const places = range.fixed ? sorted.map(() => low) : settle(wishes);
      bound(places, low, high, step);
      for (const [at, { index }] of sorted.entries()) ends[index]![key] = places[at]!;
    }
  };
  assign('upper');
  assign('lower');
  return ends;
}

/** Moves places between two bounds, at least `step` apart. */
function bound(places: number[], low: number, high: number, step: number): void {
  if (low === high) return;
  for (let at = 0; at < places.length; at++) {
    places[at] = Math.max(places[at]!, at === 0 ? low : places[at - 1]! + step);
  }
  for (let at = places.length - 1; at >= 0; at--) {
    places[at] = Math.min(places[at]!, at === places.length - 1 ? high : places[at + 1]! - step);
  }
}
