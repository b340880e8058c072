// Channel routing (left-edge algorithm): an edge that turns gets a track of its own columns.

import type { Ends } from './ports.ts';

export interface Tracks {
  readonly count: number;
  /** Track of each link, counted from the upper layer; undefined where it is straight. */
  readonly of: readonly (number | undefined)[];
}

/** The tracks, or undefined where the constraints close a circle that no port can be moved out of. */
export function tracks(ends: readonly Ends[]): Tracks | undefined {
  const turning = ends.map((_, index) => index).filter((at) => ends[at]!.from !== ends[at]!.to);
  // Where one edge comes down in the column that another leaves from, the other turns first.
  const leaving = new Map(ends.map(({ from }, index) => [from, index]));
  const first = new Map<number, number>();
  for (const at of turning) {
    const other = leaving.get(ends[at]!.to);
    if (other !== undefined && other !== at) first.set(at, other);
  }
  const of: (number | undefined)[] = ends.map(() => undefined);
  const taken: { left: number; right: number }[][] = [];
  const byLeft = [...turning].sort((a, b) => left(ends[a]!) - left(ends[b]!) || a - b);
  const visiting = new Set<number>();
  const place = (at: number): boolean => {
    if (of[at] !== undefined) return true;
    if (visiting.has(at)) return false;
    visiting.add(at);
    const before = first.get(at);
    if (before !== undefined && !place(before)) return false;
    let track = before === undefined ? 0 : (of[before] ?? -1) + 1;
    const span = { left: left(ends[at]!), right: right(ends[at]!) };
    while (
      taken[track]?.some((other) => other.left <= span.right + 1 && span.left <= other.right + 1)
    ) {
      track++;
    }
    taken[track] ??= [];
    taken[track]!.push(span);
    of[at] = track;
    visiting.delete(at);
    return true;
  };
  for (const at of byLeft) if (!place(at)) return undefined;
  return { count: taken.length, of };
}

const left = ({ from, to }: Ends): number => Math.min(from, to);
const right = ({ from, to }: Ends): number => Math.max(from, to);
