// The breakpoints of one stretch of text and their costs; total-fit.ts chooses among them.

import { isBlank, isWidened } from '../text/blank.ts';
import { breaksBetween } from '../text/breaks.ts';
import { partitionPoint } from '../text/partition-point.ts';
import { columnsBetween, graphemeStarts, isGraphemeStart } from '../text/width.ts';
import { binding } from './bindings.ts';
import {
  type Breakpoints,
  emptyBreakpoints,
  HYPHEN,
  type Kind,
  SPACE,
  WORD,
} from './breakpoint-lists.ts';

/** A stretch of a paragraph between two hard breaks, or a window of one. */
export interface Stretch {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** The next hard break, or the end of the text. */
  readonly limit: number;
  /** Columns. */
  readonly width: number;
  /** Indices at which a word may be broken with a hyphen, ascending. */
  readonly points: readonly number[];
  /** What a hyphen costs; infinite where none may be added. */
  readonly hyphen: number;
  readonly countsGaps: boolean;
}

// Costs on the scale of total-fit.ts, where 100 is a line that leaves a fifth of the width empty.
const CLOSE = 110;
const OWN_HYPHEN = 80;
const SHORT_HYPHEN = 170;
const SLASH = 60;
const ADDRESS = 220;
const FORCED = 300;
export const FORCED_ANYWHERE = 900;
/** Where the next line would begin with a dash or a closing mark. */
const FORCED_BADLY = 3000;
const CLOSING = /[-–—―…,.;:!?)\]}%"'“”’»›]/;

/** Where a word that exceeds the line may be broken before it is cut between any two graphemes. */
const SENSIBLE =
  /(?<=[/\\_.?&=#:,;@+~)\]}]|\w-)(?=[^/\\\-_.?&=#:,;@+~)\]}])|(?<=\p{Ll})(?=\p{Lu})|(?<=\s)(?=[^\s–—―…])/gu;

/** All breakpoints of a stretch, in time linear in its length. Nothing between two exceeds the width. */
export function breakpointsIn(stretch: Stretch): Breakpoints {
  const { text, from, to, limit } = stretch;
  const builder = build(stretch);
  const breaks = breaksBetween(text, from, to);
  for (let k = 0; k <= breaks.length; k++) {
    const isLast = k === breaks.length;
    const next = isLast ? to : breaks[k]!;
    const start = builder.start();
    let end = next;
    while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
    let penalty = 0;
    if (!isLast) {
      // No line begins with a blank, not even one that does not break.
      if (end === start || isBlank(text.charCodeAt(next))) continue;
      if (end < next) {
        const hold = binding(text, end, next, from, limit);
        if (hold === 'fast') continue;
        if (hold === 'close') penalty = CLOSE;
      } else {
        penalty = innerPenalty(text, next, start, limit);
        if (penalty === Number.POSITIVE_INFINITY) continue;
      }
      if (!isGraphemeStart(text, next, start)) continue;
    }
    builder.atom(end, next, penalty);
  }
  return builder.breakpoints();
}

/** The lists of breakpoints, filled atom by atom. */
function build(stretch: Stretch): {
  start(): number;
  atom(end: number, next: number, penalty: number): void;
  breakpoints(): Breakpoints;
} {
  const { text, from, width, points, hyphen, countsGaps } = stretch;
  // No place is nearer than a unit to the one before.
  const breakpoints = emptyBreakpoints(stretch.to - from + 2);
  // A hyphen in a line of a few columns helps nobody.
  const mayHyphenate = hyphen < Number.POSITIVE_INFINITY && width >= 4;
  let start = from;
  let column = 0;
  let gaps = 0;
  let point = partitionPoint(points.length, (k) => points[k]! < from);

  const add = (end: number, next: number, kind: Kind, penalty: number): void => {
    push(end, next, kind, penalty, columnsBetween(text, start, end));
  };

  const push = (end: number, next: number, kind: Kind, penalty: number, columns: number): void => {
    const { count } = breakpoints;
    const endColumn = column + columns;
    column = endColumn + (end === next ? 0 : columnsBetween(text, end, next));
    breakpoints.end[count] = end;
    breakpoints.next[count] = next;
    breakpoints.endColumn[count] = endColumn;
    breakpoints.nextColumn[count] = column;
    breakpoints.kind[count] = kind;
    breakpoints.penalty[count] = penalty;
    if (countsGaps) {
      const endGaps = gaps + spacesBetween(text, start, end);
      gaps = endGaps + spacesBetween(text, end, next);
      breakpoints.endGaps[count] = endGaps;
      breakpoints.nextGaps[count] = gaps;
    }
    breakpoints.count = count + 1;
    start = next;
  };

  push(from, from, SPACE, 0, 0);

  const hyphenPoints = (end: number): number[] => {
    while (point < points.length && points[point]! <= start) point++;
    const inside: number[] = [];
    while (point < points.length && points[point]! < end) inside.push(points[point++]!);
    return inside;
  };

  /** Breaks the atom that begins at `start` wherever that is needed to keep within the width. */
  const force = (end: number): void => {
    breakpoints.isForced = true;
    const inside = mayHyphenate ? hyphenPoints(end) : [];
    const isHyphen = new Set(inside);
    const marks = new Map(inside.map((index) => [index, hyphen]));
    const starts = graphemeStarts(text, start, end);
    const isStart = new Set(starts);
    for (const { index } of text.slice(start, end).matchAll(SENSIBLE)) {
      const mark = start + index;
      if (isStart.has(mark) && !marks.has(mark)) marks.set(mark, FORCED);
    }
    let cut = 0;
    for (const mark of [...[...marks.keys()].sort((a, b) => a - b), end]) {
      const room = width - (isHyphen.has(mark) ? 1 : 0);
      const isTooWide = columnsBetween(text, start, mark) > room;
      for (; cut < starts.length && starts[cut]! < mark; cut++) {
        const isBad = isTooWide && CLOSING.test(text.charAt(starts[cut]!));
        if (isTooWide) cutAt(starts[cut]!, WORD, isBad ? FORCED_BADLY : FORCED_ANYWHERE);
      }
      if (mark < end) cutAt(mark, isHyphen.has(mark) ? HYPHEN : WORD, marks.get(mark)!);
    }
  };

  /** A place inside an atom; blanks around it are dropped as at any other. */
  const cutAt = (at: number, kind: Kind, penalty: number): void => {
    if (at <= start || isBlank(text.charCodeAt(at))) return;
    let left = at;
    while (left > start && isBlank(text.charCodeAt(left - 1))) left--;
    if (left > start) add(left, at, left < at ? SPACE : kind, penalty);
  };

  return {
    start: () => start,
    atom(end, next, penalty) {
      const columns = columnsBetween(text, start, end);
      if (columns > width) force(end);
      else if (mayHyphenate && point < points.length && points[point]! < end) {
        for (const index of hyphenPoints(end)) add(index, index, HYPHEN, hyphen);
      } else {
        push(end, next, end < next ? SPACE : WORD, penalty, columns);
        return;
      }
      add(end, next, end < next ? SPACE : WORD, penalty);
    },
    breakpoints: () => breakpoints,
  };
}

/** What it costs to end a line inside a word, before the unit at `at`; infinite where nobody would. */
function innerPenalty(text: string, at: number, start: number, limit: number): number {
  const unit = text.charCodeAt(at - 1);
  // Between wide characters, and between words of scripts without spaces, a break is the rule.
  if (unit > 0x2f_ff || unit === 0x20_0b || (unit >= 0x0e_00 && unit < 0x18_00)) return 0;
  let from = at;
  while (from > start && at - from < 64 && !isBlank(text.charCodeAt(from - 1))) from--;
  let to = at;
  while (to < limit && to - at < 64 && !isBlank(text.charCodeAt(to))) to++;
  const before = text.slice(from, at);
  const after = text.slice(at, to);
  if (/^[-–—―‐]/.test(after)) return Number.POSITIVE_INFINITY;
  // „./“, „--“ and „https://“ say nothing alone.
  if (/^[^\p{L}\p{N}]*$|:\/\/$/u.test(before)) return Number.POSITIVE_INFINITY;
  if (isAddress(before + after)) return ADDRESS;
  if (unit === 0x2d || unit === 0x20_10) {
    const isHandsome = /[\p{L}\p{N}]{2}[-‐]$/u.test(before) && /^\p{L}{3}/u.test(after);
    if (!isHandsome) return Number.POSITIVE_INFINITY;
    // „US-Dollar“, „KI-Server“: what stays behind says too little alone.
    return /\p{L}{4}[-‐]$/u.test(before) ? OWN_HYPHEN : SHORT_HYPHEN;
  }
  return SLASH;
}

/** Addresses, paths, flags and code words: broken only when the line would be clearly short. */
function isAddress(word: string): boolean {
  return /[_=@#\\]|\w\.\w|:\/|::|\w\(|^\W?--?\w|\/.*\//.test(word) && !/^[\d.,:–-]+\W*$/.test(word);
}

function spacesBetween(text: string, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) if (isWidened(text.charCodeAt(i))) count++;
  return count;
}
