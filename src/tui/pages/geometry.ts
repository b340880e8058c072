// How the screen is divided at each size. Rows and columns only; it knows nothing of contents.

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** The smallest screen that shows something sensible. */
export const SMALLEST: Size = { columns: 20, rows: 6 };
/** Columns from which a box leaves the page around it visible. */
const BOX_FROM = 60;
const BOX_WIDEST = 64;
const BOX_NARROWEST = 32;

/** Rows above, between and below what a screen shows. */
export interface Division {
  readonly head: number;
  readonly gapAbove: number;
  readonly body: number;
  readonly gapBelow: number;
  readonly foot: number;
}

export function isTooSmall(size: Size): boolean {
  return size.columns < SMALLEST.columns || size.rows < SMALLEST.rows;
}

export function readerDivision(size: Size): Division {
  return divided(size, size.rows >= 16 && size.columns >= BOX_FROM ? 2 : 1);
}

export function shelfDivision(size: Size): Division {
  return divided(size, 1);
}

function divided({ rows }: Size, foot: number): Division {
  const head = rows >= 8 ? 1 : 0;
  const gapAbove = rows >= 10 ? 1 : 0;
  const gapBelow = rows >= 12 ? 1 : 0;
  const body = Math.max(1, rows - head - foot - gapAbove - gapBelow);
  return { head, gapAbove, gapBelow, foot, body };
}

/** Columns kept free at both sides. */
export function margin(size: Size): number {
  return size.columns >= 48 ? 2 : 1;
}

/** What stands around the text, and the shelf, keep to so many columns, or to the text's. */
const WIDEST = 100;

interface Column {
  readonly width: number;
  readonly left: number;
}

/** The columns that chrome and shelf keep to, in the middle; text, code and tables have the same left edge. */
export function frameColumn(size: Size, wished = 0): Column {
  const width = Math.min(size.columns - 2 * margin(size), Math.max(WIDEST, wished));
  return { width, left: Math.max(0, Math.floor((size.columns - width) / 2)) };
}

/** The text's columns and where they begin: as wide as wished or as fits. */
export function textColumn(size: Size, wished: number): Column {
  const { width, left } = frameColumn(size, wished);
  return { width: Math.max(10, Math.min(wished, width)), left };
}

/** Columns for code and tables, which may go on to the edge of the screen. */
export function wideColumns(size: Size, wished: number): number {
  return size.columns - frameColumn(size, wished).left - margin(size);
}

/** A box over the page: its place, and the columns and rows inside. */
export interface Box {
  /** Whether it takes the whole screen, without a border. */
  readonly full: boolean;
  readonly left: number;
  readonly top: number;
  /** Columns inside the border and its padding. */
  readonly width: number;
  readonly height: number;
}

/** The box for `wanted` rows of content, `widest` columns wide, `most` at most; `at` the middle of the screen, or its foot. */
export function boxFor(
  size: Size,
  wanted: number,
  at: 'middle' | 'foot' = 'middle',
  widest = BOX_WIDEST,
  most = BOX_WIDEST,
): Box {
  if (size.columns < BOX_FROM) {
    const head = size.rows >= 10 ? 2 : 1;
    return {
      full: true,
      left: 0,
      top: head,
      width: size.columns - 2,
      height: Math.max(1, size.rows - head - 1),
    };
  }
  const outer = Math.min(Math.max(BOX_NARROWEST, widest + 4), most, size.columns - 4);
  const tallest = Math.max(1, Math.min(Math.floor(size.rows * 0.8), size.rows - 2) - 2);
  const height = Math.max(1, Math.min(wanted, tallest));
  const top =
    at === 'foot'
      ? size.rows - readerDivision(size).foot - (height + 2)
      : Math.max(0, Math.floor((size.rows - 1 - (height + 2)) / 2));
  return {
    full: false,
    left: Math.floor((size.columns - outer) / 2),
    top: Math.max(0, top),
    width: outer - 4,
    height,
  };
}

/** The room of a picture at the size of the screen: all but the row of the hints, and one free above it. */
export function largePicture({ columns, rows }: Size): Size {
  return { columns, rows: Math.max(1, rows - 2) };
}
