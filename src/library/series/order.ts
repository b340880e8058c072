// The order of a series' articles. Knows names and dates only.

import type { SeriesOrder } from '../article/fields.ts';
import type { FileName } from '../article/slug.ts';

/** By number, then date; by date; or newest first. */

/** What an article's place depends on. */
export interface Placed {
  readonly name: FileName;
  readonly slug: string;
  /** ISO date, from the front matter or else the file name. */
  readonly date?: string | undefined;
}

/** The order of two articles of a series; undated ones come last, the slug decides what is left. */
export function compareInSeries(order: SeriesOrder, a: Placed, b: Placed): number {
  return (
    (order === 'number' ? compareNumbers(a.name.number, b.name.number) : 0) ||
    compareDates(a.date, b.date, order === '-date') ||
    compareNumbers(a.name.number, b.name.number) ||
    compareText(a.slug, b.slug)
  );
}

/** Whether the order follows from file names alone, so that no file need be opened to know it. */
export function orderedByName(order: SeriesOrder, names: readonly FileName[]): boolean {
  if (order !== 'number') return false;
  const numbers = new Set(names.map((name) => name.number));
  return numbers.size === names.length;
}

/** Compares by UTF-16 code units, digits within by their value: `part 2` before `part 10`. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  const byValue = naturally(a, b);
  return byValue !== 0 ? byValue : a < b ? -1 : 1;
}

function naturally(a: string, b: string): number {
  const left = a.match(/\d+|\D+/g) ?? [];
  const right = b.match(/\d+|\D+/g) ?? [];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const x = left[i] as string;
    const y = right[i] as string;
    if (x === y) continue;
    const difference = /^\d/.test(x) && /^\d/.test(y) ? Number(x) - Number(y) : 0;
    if (difference !== 0 && !Number.isNaN(difference)) return difference;
    return x < y ? -1 : 1;
  }
  return left.length - right.length;
}

function compareNumbers(a: number | undefined, b: number | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  return b === undefined ? -1 : a - b;
}

function compareDates(a: string | undefined, b: string | undefined, newestFirst: boolean): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  if (b === undefined) return -1;
  return a < b === newestFirst ? 1 : -1;
}
