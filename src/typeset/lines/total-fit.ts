// Chooses the breakpoints that end the lines of a whole stretch. Knows columns and costs.

import { type Breakpoints, HYPHEN, SPACE } from './breakpoint-lists.ts';
import { FORCED_ANYWHERE } from './breakpoints.ts';

export type Shape = 'ragged' | 'justified' | 'balanced';

export interface Measure {
  /** Columns. */
  readonly width: number;
  readonly shape: Shape;
  /** The last line ends the paragraph and may be short; otherwise it is one like the others. */
  readonly isFinal: boolean;
}

/** Slack, as a part of the width, at which a line's badness is 100. */
const STRETCH = 0.2;
/** Columns by which a space of a justified line may grow at badness 100. */
const GAP_STRETCH = 0.9;
/** Lines looked at for one place: beyond these, only ever emptier ones. */
const REACH = 32;
/** Lines with more slack than this part of the width are not looked at where a fuller one exists. */
const TOO_SHORT = 0.45;
/** A word alone on the last line is a fault where it is short; a long one hardly. */
const LONELY_WORD = 110;
const LONELY_LONG_WORD = 30;
/** Columns from which it is long. */
const LONG_WORD = 8;
const BROKEN_END = 250;
const HYPHENS_IN_A_ROW = 4;

/** Least demerits (Knuth and Plass, „Breaking Paragraphs into Lines“, 1981), with a margin that stretches: linear. */
export function chooseBreaks(breakpoints: Breakpoints, measure: Measure): readonly number[] {
  const { count, nextColumn, endColumn, kind, penalty } = breakpoints;
  const { width, shape, isFinal } = measure;
  if (cost.length < count) {
    cost = new Float64Array(count * 2);
    previous = new Int32Array(count * 2);
  }
  const mostSlack = width * TOO_SHORT;
  const isRagged = shape === 'ragged';
  const table = isRagged ? raggedTable(width) : NO_TABLE;
  const demerits = isRagged ? undefined : demeritsOf(shape, breakpoints, width);
  cost[0] = 0;
  let low = 0;
  for (let j = 1; j < count; j++) {
    const isHyphen = kind[j] === HYPHEN;
    const column = endColumn[j]! + (isHyphen ? 1 : 0);
    const isEnd = isFinal && j === count - 1;
    while (low < j - 1 && column - nextColumn[low]! > width) low++;
    let best = Number.POSITIVE_INFINITY;
    let bestAt = j - 1;
    const own = penalty[j]! * penalty[j]!;
    // Where a word is cut between any two letters, its lines are simply filled.
    const reach = penalty[j]! >= FORCED_ANYWHERE ? 4 : REACH;
    const most = isEnd ? j : Math.min(j, low + reach);
    for (let i = low; i < most; i++) {
      const slack = width - column + nextColumn[i]!;
      if (slack > mostSlack && best < Number.POSITIVE_INFINITY && !isEnd) break;
      let sum = cost[i]! + own;
      if (demerits !== undefined) sum += demerits(i, j, slack, isEnd);
      else sum += isEnd ? lastDemerits(breakpoints, i, j) : table[Math.max(slack, 0)]!;
      if (kind[i] === HYPHEN) {
        if (isHyphen) sum += HYPHENS_IN_A_ROW * own;
        else if (isEnd) sum += BROKEN_END * BROKEN_END;
      }
      if (sum < best) {
        best = sum;
        bestAt = i;
      }
    }
    cost[j] = best;
    previous[j] = bestAt;
  }
  const chosen: number[] = [];
  for (let j = count - 1; j > 0; j = previous[j]!) chosen.push(j);
  return chosen.reverse();
}

/** Of each place: what the cheapest way to it costs, and where its last line begins. Used again each time. */
let cost = new Float64Array(1024);
let previous = new Int32Array(1024);
const NO_TABLE = new Float64Array(0);

/** A last line may be short, but should not be a short word alone. */
function lastDemerits(breakpoints: Breakpoints, i: number, j: number): number {
  if (!isLonely(breakpoints, i, j)) return 1;
  const columns = breakpoints.endColumn[j]! - breakpoints.nextColumn[i]!;
  const own = columns < LONG_WORD ? LONELY_WORD : LONELY_LONG_WORD;
  return 1 + own * own;
}

/** What the line from place `i` to `j` costs, with `slack` columns left empty. */
type Demerits = (i: number, j: number, slack: number, isEnd: boolean) => number;

function demeritsOf(
  shape: 'justified' | 'balanced',
  breakpoints: Breakpoints,
  width: number,
): Demerits {
  if (shape === 'justified') {
    // A line too loose to fill is left ragged; it should be as rare as a short one.
    return (i, j, slack, isEnd) => {
      if (isEnd) return lastDemerits(breakpoints, i, j);
      const gaps = breakpoints.endGaps[j]! - breakpoints.nextGaps[i]!;
      const perGap = slack / (gaps * GAP_STRETCH + 0.01);
      return squared(Math.max(slack / (STRETCH * width * 2), perGap));
    };
  }
  // As few lines as can be, then as even as can be: for a given sum, squares are least when equal.
  return (i, j, slack, isEnd) =>
    1e9 + slack * slack + (isEnd && isLonely(breakpoints, i, j) ? width * width : 0);
}

const raggedTables = new Map<number, Float64Array>();
const MOST_TABLES = 64;

/** Demerits of a ragged line by its slack, worked out once for a width: powers are slow. */
function raggedTable(width: number): Float64Array {
  let table = raggedTables.get(width);
  if (table === undefined) {
    table = Float64Array.from({ length: width + 1 }, (_, slack) =>
      squared(slack / (STRETCH * width)),
    );
    if (raggedTables.size >= MOST_TABLES) raggedTables.clear();
    raggedTables.set(width, table);
  }
  return table;
}

/** (1 + badness)², where badness is 100 times the cube of the ratio; bounded, so that sums stay exact. */
function squared(ratio: number): number {
  const least = Math.min(ratio, 20);
  const badness = 1 + 100 * least * least * least;
  return badness * badness;
}

function isLonely(breakpoints: Breakpoints, i: number, j: number): boolean {
  if (i === 0 || breakpoints.kind[i] !== SPACE) return false;
  for (let k = j - 1; k > i; k--) if (breakpoints.kind[k] === SPACE) return false;
  return true;
}
