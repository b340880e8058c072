// Sets one paragraph: styled text in, lines out. It knows neither blocks nor themes.

import type { Hyphenation } from '../look/options.ts';
import type { Join, Line, Run } from '../page/page.ts';
import { isBlank } from '../text/blank.ts';
import { columnsUpTo, isGraphemeStart, simpleColumns } from '../text/width.ts';
import { type Breakpoints, HYPHEN, type Kind, SPACE, WORD } from './breakpoint-lists.ts';
import { breakpointsIn } from './breakpoints.ts';
import { type FlatText, flatText } from './flat-text.ts';
import { widen } from './justified.ts';
import { chooseBreaks, type Measure } from './total-fit.ts';

/** A line before it has a block; `offset` counts the paragraph's own text (see `setParagraph`). */
export type BrokenLine = Omit<Line, 'block'>;

export interface ParagraphOptions {
  /** Columns; `Infinity` for one line between two hard breaks. */
  readonly width: number;
  readonly hyphenate: Hyphenation;
  readonly justify: boolean;
  /** BCP 47. */
  readonly lang: string;
  /** `balanced`: lines of near equal length, for titles. */
  readonly shape?: 'ragged' | 'balanced';
  /** What the first line's `offset` is; 0 without it. */
  readonly start?: number;
}

const KIND = { [SPACE]: 'space', [WORD]: 'word', [HYPHEN]: 'hyphen' } as const;
/** What a hyphen costs, on the scale of breakpoints.ts. */
const HYPHEN_COST: Readonly<Record<Hyphenation, number>> = {
  auto: 190,
  always: 55,
  never: Number.POSITIVE_INFINITY,
};
/** Weight of a hyphen in a long compound: 8.6 % of German lines end short, not 11.9 % (tests/bench/margin.ts). */
const COMPOUND_COST = 25;
const COMPOUNDING = /^(?:de|nl|da|sv|nb|nn|no|fi|hu|et|is)(?:-|$)/i;
/** Justified text needs hyphens sooner. */
const JUSTIFIED_COST = 110;
/** A line below this part of the width stands clearly short, and `auto` looks for a hyphen. */
const CLEARLY_SHORT = 0.75;
/** So it does where the spaces of a justified line would grow by more than this, in columns. */
const CLEARLY_LOOSE = 0.8;
/** A window is this many units, or lines; the last few of its lines are set again with the next. */
const WINDOW = 16_384;
const WINDOW_LINES = 48;
const SET_AGAIN = 8;

/**
 * Breaks `runs` into lines no wider than asked (but for a single grapheme that is), by the best
 * choice for the whole paragraph. `\n` is a hard break; U+00AD allows a hyphen and is never shown.
 * Blanks at either end of a line are dropped. A line's `offset` counts the UTF-16 units of the
 * paragraph's text before it, soft hyphens and decoration not among them, so that it means the
 * same place at every width. `join` says what stood between a line and the next: a blank, nothing
 * (a word went on), or a hard break or the end. Time and memory are linear in the text.
 */
export function setParagraph(runs: readonly Run[], options: ParagraphOptions): BrokenLine[] {
  const single = singleLine(runs, options);
  if (single !== undefined) return [single];
  const flat = flatText(runs);
  const { text } = flat;
  const lines: BrokenLine[] = [];
  let from = 0;
  while (from < text.length) {
    const hard = text.indexOf('\n', from);
    const to = hard === -1 ? text.length : hard;
    setSegment(flat, from, to, options, lines);
    from = to + 1;
  }
  return lines;
}

/** The line of runs that fit on one as they are, and need no more than a look at each character. */
function singleLine(
  runs: readonly Run[],
  { width: most, start: offset = 0 }: ParagraphOptions,
): BrokenLine | undefined {
  let width = 0;
  for (const { text } of runs) {
    const own = simpleColumns(text, most - width);
    if (own === undefined) return undefined;
    width += own;
  }
  const first = runs[0]?.text ?? '';
  const last = runs[runs.length - 1]?.text ?? '';
  if (first === '' || isBlank(first.charCodeAt(0))) return undefined;
  if (last === '' || isBlank(last.charCodeAt(last.length - 1))) return undefined;
  const kept = runs.every(({ text }) => text !== '')
    ? runs
    : runs.filter(({ text }) => text !== '');
  return { runs: kept, width, join: 'end', offset };
}

function setSegment(
  flat: FlatText,
  from: number,
  to: number,
  options: ParagraphOptions,
  lines: BrokenLine[],
): void {
  const { text } = flat;
  const { start: before = 0 } = options;
  let at = from;
  while (at < to && isBlank(text.charCodeAt(at))) at++;
  let end = to;
  while (end > at && isBlank(text.charCodeAt(end - 1))) end--;
  const whole = columnsUpTo(text, at, end, options.width);
  if (whole <= options.width) {
    const offset = before + flat.offset(from);
    lines.push({ runs: flat.slice(at, end), width: whole, join: 'end', offset });
    return;
  }
  let units = Math.max(WINDOW, WINDOW_LINES * options.width);
  let start = from;
  while (at < end) {
    const to = windowEnd(text, at, end, units);
    const [breakpoints, chosen] = chooseWindow(flat, at, to, end, options);
    const count = to === end ? chosen.length : chosen.length - SET_AGAIN;
    if (count <= 0) {
      units *= 2;
      continue;
    }
    let previous = 0;
    for (const place of chosen.slice(0, count)) {
      const next = breakpoints.next[place]!;
      const part: Part = {
        from: at,
        to: breakpoints.end[place]!,
        columns: breakpoints.endColumn[place]! - breakpoints.nextColumn[previous]!,
        kind: next === end ? 'end' : KIND[breakpoints.kind[place] as Kind],
        offset: before + flat.offset(start),
      };
      lines.push(setLine(flat, part, options, lines.length % 2 === 1));
      previous = place;
      at = next;
      start = next;
    }
  }
}

/** Where a window from `at` ends: after a space if there is one in its second half. */
function windowEnd(text: string, at: number, end: number, units: number): number {
  if (end - at <= units * 1.5) return end;
  const least = at + units / 2;
  for (let to = at + units; to > least; to--) if (text.charCodeAt(to - 1) === 0x20) return to;
  let to = at + units;
  while (to > least && !isGraphemeStart(text, to, at)) to--;
  return to;
}

function chooseWindow(
  { text, points }: FlatText,
  from: number,
  to: number,
  limit: number,
  options: ParagraphOptions,
): readonly [Breakpoints, readonly number[]] {
  const { width, hyphenate, justify } = options;
  const isBalanced = options.shape === 'balanced';
  const measure: Measure = {
    width,
    shape: isBalanced && to === limit ? 'balanced' : justify ? 'justified' : 'ragged',
    isFinal: to === limit,
  };
  const find = (cost: number): readonly [Breakpoints, readonly number[]] => {
    const breakpoints = breakpointsIn({
      text,
      from,
      to,
      limit,
      width,
      points,
      hyphen: cost,
      countsGaps: justify,
    });
    return [breakpoints, chooseBreaks(breakpoints, measure)];
  };
  if (points.length === 0) return find(HYPHEN_COST.never);
  if (hyphenate !== 'auto' && !isBalanced) return find(HYPHEN_COST[hyphenate]);
  if (!justify && !isBalanced && COMPOUNDING.test(options.lang)) {
    // In narrow columns nearly every line would end in one.
    return find(COMPOUND_COST + 2 * Math.max(0, 56 - width));
  }
  const [breakpoints, chosen] = find(HYPHEN_COST.never);
  if (hyphenate === 'never') return [breakpoints, chosen];
  const isPoor =
    breakpoints.isForced || (!isBalanced && hasPoorLine(breakpoints, chosen, width, justify));
  return isPoor ? find(justify ? JUSTIFIED_COST : HYPHEN_COST.auto) : [breakpoints, chosen];
}

/** Whether a line but the last stands clearly short, or would be clearly loose. */
function hasPoorLine(
  breakpoints: Breakpoints,
  chosen: readonly number[],
  width: number,
  justify: boolean,
): boolean {
  let start = 0;
  return chosen.some((place, k) => {
    const used = breakpoints.endColumn[place]! - breakpoints.nextColumn[start]!;
    const gaps = justify ? breakpoints.endGaps[place]! - breakpoints.nextGaps[start]! : 0;
    start = place;
    if (k === chosen.length - 1) return false;
    return used < width * CLEARLY_SHORT || (justify && width - used > gaps * CLEARLY_LOOSE);
  });
}

interface Part {
  readonly from: number;
  readonly to: number;
  /** Columns, an added hyphen not counted. */
  readonly columns: number;
  readonly kind: 'space' | 'word' | 'hyphen' | 'end';
  readonly offset: number;
}

function setLine(
  flat: FlatText,
  { from, to, columns, kind, offset }: Part,
  { width, justify, shape }: ParagraphOptions,
  isOdd: boolean,
): BrokenLine {
  const runs = flat.slice(from, to);
  if (kind === 'hyphen') runs.push({ ...runs[runs.length - 1]!, text: '-', decoration: true });
  const used = kind === 'hyphen' ? columns + 1 : columns;
  const join: Join = kind === 'hyphen' ? 'word' : kind;
  const wide =
    justify && kind !== 'end' && shape !== 'balanced' ? widen(runs, width - used, isOdd) : runs;
  return { runs: wide, width: wide === runs ? used : width, join, offset };
}
