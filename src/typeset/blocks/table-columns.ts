// How wide the columns of a table are and how they align. It draws nothing.

import type { Run } from '../page/page.ts';
import { type Align, columns, columnsBetween } from '../text/width.ts';

/** The runs of one cell. `\n` is a hard break. */
export type Cell = readonly Run[];

export interface Table {
  /** By column; `null` where the source has no mark. */
  readonly align: readonly (Align | null)[];
  readonly header: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Columns between two columns of a table. */
export const GAP = 2;
/** Below this a column of words is no longer read with ease. */
const READABLE = 12;
/** Over figures, which are never broken, the words of a header may be. */
const READABLE_HEAD = 7;

/** The widths of a table's columns, and whether each holds its longest word. */
export interface Widths {
  readonly columns: readonly number[];
  readonly holdsWords: readonly boolean[];
}

/** What one column asks for, in columns of the terminal, each no more than the one before. */
export interface Demand {
  /** Everything on one line; the body on one line; whole words; what can just be read. */
  readonly whole: number;
  readonly body: number;
  readonly words: number;
  readonly least: number;
}

const SIGN = '[+\\-−–±~≈<>≤≥]?';
const MONEY = '(?:[€$£¥]|EUR|USD|GBP|CHF|SEK|US-\\$)?';
const MEASURE =
  '(?:%|‰|[°×xkKM]|°C|[€$£¥]|[A-Z]{3}|US-\\$|Mio\\.?|Mrd\\.?|[kMGT]?i?B|m?s|[kcm]?m|k?g|min|h)?';
const FIGURE = new RegExp(
  `^${SIGN}\\s*${MONEY}\\s*${SIGN}\\d[\\d.,:'’\\s]*(?:[-–]\\d[\\d.,]*)?\\s*${MEASURE}\\s*${MEASURE}$`,
);
const NO_FIGURE = /^(?:[-–—−?]|n\/a|k\. ?A\.)?$/;

/** Each column's alignment; one that holds only figures and has no mark of its own is set right. */
export function alignments(table: Table): readonly Align[] {
  const figures = figureColumns(table);
  return Array.from({ length: columnCount(table) }, (_, column) => {
    const marked = table.align[column] ?? null;
    if (marked !== null) return marked;
    return figures.has(column) ? 'right' : 'left';
  });
}

export function columnCount(table: Table): number {
  return table.rows.reduce((most, row) => Math.max(most, row.length), table.header.length);
}

/** Widths within `width`: headers wrap first, words break last, shortage is shared. Undefined if unreadable. */
export function columnWidths(demands: readonly Demand[], width: number): Widths | undefined {
  const room = width - GAP * (demands.length - 1);
  const levels = (['whole', 'body', 'words', 'least'] as const).map((level) =>
    demands.map((demand) => demand[level]),
  );
  const fitting = levels.findIndex((level) => sum(level) <= room);
  if (fitting === -1) return undefined;
  const shared = between(levels[fitting]!, levels[Math.max(0, fitting - 1)]!, room);
  return withWords(shared, demands);
}

export function wholeWidth(demands: readonly Demand[]): number {
  return sum(demands.map(({ whole }) => whole)) + GAP * (demands.length - 1);
}

/** Widths for a table that must stay a grid: as even as the room allows, each wide enough for a wide character. */
export function narrowWidths(demands: readonly Demand[], width: number): Widths | undefined {
  const room = width - GAP * (demands.length - 1);
  const lowest = demands.map((demand) => Math.min(2, demand.least));
  if (sum(lowest) > room) return undefined;
  const least = demands.map((demand) => demand.least);
  return withWords(between(lowest, least, room), demands);
}

function withWords(widths: readonly number[], demands: readonly Demand[]): Widths {
  return {
    columns: widths,
    holdsWords: widths.map((width, column) => width >= demands[column]!.words),
  };
}

/** What the columns of a table ask for: every cell is looked at. */
export function measure(table: Table): readonly Demand[] {
  const count = columnCount(table);
  const bodies = new Array<number>(count).fill(1);
  const bodyWords = new Array<number>(count).fill(1);
  for (const row of table.rows) {
    row.forEach((cell, column) => {
      const text = cellText(cell);
      bodies[column] = Math.max(bodies[column]!, widest(text, /\n/));
      bodyWords[column] = Math.max(bodyWords[column]!, widest(text, /\s+/));
    });
  }
  const figures = figureColumns(table);
  return bodies.map((body, column) => {
    const header = cellText(table.header[column]);
    const words = Math.max(bodyWords[column]!, widest(header, /\s+/));
    const least = figures.has(column)
      ? Math.max(body, Math.min(words, READABLE_HEAD))
      : Math.min(words, READABLE);
    return {
      whole: Math.max(body, widest(header, /\n/)),
      body: Math.max(body, words),
      words,
      least,
    };
  });
}

/** Shares `room` within `low` and `high`: at most an even share as asked, the rest in proportion. */
function between(low: readonly number[], high: readonly number[], room: number): readonly number[] {
  const widths = [...low];
  let open = low.map((_, column) => column);
  let rest = room;
  let spare = room - sum(low);
  for (let isSettled = false; !isSettled; ) {
    const share = rest / open.length;
    isSettled = true;
    const still: number[] = [];
    for (const column of open) {
      const more = high[column]! - low[column]!;
      if (high[column]! <= share && more <= spare) {
        widths[column] = high[column]!;
        rest -= high[column]!;
        spare -= more;
        isSettled = false;
      } else still.push(column);
    }
    open = still;
  }
  const span = open.reduce((total, column) => total + high[column]! - low[column]!, 0);
  const extra = Math.min(spare, span);
  let taken = 0;
  let given = 0;
  for (const column of open) {
    // Carried over from column to column, so that the rounded shares add up to all there is.
    taken += high[column]! - low[column]!;
    const own = span === 0 ? 0 : Math.floor((extra * taken) / span) - given;
    given += own;
    widths[column] = low[column]! + own;
  }
  return widths;
}

function figureColumns(table: Table): ReadonlySet<number> {
  const figures = new Set<number>();
  const others = new Set<number>();
  for (const row of table.rows) {
    row.forEach((cell, column) => {
      const text = cellText(cell).trim();
      if (FIGURE.test(text)) figures.add(column);
      else if (!NO_FIGURE.test(text)) others.add(column);
    });
  }
  for (const column of others) figures.delete(column);
  return figures;
}

export function cellText(cell: Cell | undefined): string {
  let text = '';
  for (const run of cell ?? []) text += run.text;
  return text;
}

/** Columns of the widest part of `text` between separators. */
function widest(text: string, separator: RegExp): number {
  if (!separator.test(text)) return columnsBetween(text, 0, text.length);
  return text.split(separator).reduce((most, part) => Math.max(most, columns(part)), 0);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
