// A grid of cells: lines that join where they meet, and text. Rows come out without trailing blanks.

import { columns } from '../../text/width.ts';

const NORTH = 1;
const EAST = 2;
const SOUTH = 4;
const WEST = 8;

export type LineStyle = 'solid' | 'dotted' | 'thick';

/** Glyphs by the sides that a line leaves a cell by; a line that ends in a cell crosses it whole. */
const LIGHT = ' │─└││┌├─┘─┴┐┤┬┼';
const ROUND = ' │─╰││╭├─╯─┴╮┤┬┼';
const HEAVY = ' ┃━┗┃┃┏┣━┛━┻┓┫┳╋';

interface Cell {
  bits: number;
  /** Text of the cell; empty where a wide character before it covers it. */
  text?: string;
  style: LineStyle;
  /** Whether its corners are round. */
  round: boolean;
}

export class Canvas {
  readonly #cells = new Map<number, Map<number, Cell>>();
  #right = 0;

  #at(x: number, y: number): Cell {
    let row = this.#cells.get(y);
    if (row === undefined) {
      row = new Map();
      this.#cells.set(y, row);
    }
    let cell = row.get(x);
    if (cell === undefined) {
      cell = { bits: 0, style: 'solid', round: false };
      row.set(x, cell);
      if (x + 1 > this.#right) this.#right = x + 1;
    }
    return cell;
  }

  /** A straight line from one cell to another; both ends reach into the middle of their cells. */
  line(
    x1: number,
    y1: number,
    x2: number,
    y2: number,
    style: LineStyle = 'solid',
    round = false,
  ): void {
    const [left, right] = x1 < x2 ? [x1, x2] : [x2, x1];
    const [top, bottom] = y1 < y2 ? [y1, y2] : [y2, y1];
    const add = (x: number, y: number, bits: number) => {
      const cell = this.#at(x, y);
      if (cell.bits === 0) Object.assign(cell, { style, round });
      else if (cell.style !== style) cell.style = 'solid';
      cell.bits |= bits;
    };
    if (y1 === y2) {
      for (let x = left; x <= right; x++) {
        add(x, y1, (x > left ? WEST : 0) | (x < right ? EAST : 0));
      }
    } else {
      for (let y = top; y <= bottom; y++) {
        add(x1, y, (y > top ? NORTH : 0) | (y < bottom ? SOUTH : 0));
      }
    }
  }

  frame(x: number, y: number, width: number, height: number, style: LineStyle = 'solid'): void {
    const right = x + width - 1;
    const bottom = y + height - 1;
    this.line(x, y, right, y, style);
    this.line(x, bottom, right, bottom, style);
    this.line(x, y, x, bottom, style);
    this.line(right, y, right, bottom, style);
  }

  /** Text from a cell on, over whatever is there. */
  text(x: number, y: number, text: string): void {
    let at = x;
    for (const { segment } of segmenter.segment(text)) {
      const width = columns(segment);
      if (width === 0) continue;
      this.#at(at, y).text = segment;
      for (let more = 1; more < width; more++) this.#at(at + more, y).text = '';
      at += width;
    }
  }

  get width(): number {
    return this.#right;
  }

  rows(): string[] {
    const last = Math.max(-1, ...this.#cells.keys());
    return Array.from({ length: last + 1 }, (_, y) => {
      const row = this.#cells.get(y);
      if (row === undefined) return '';
      const end = Math.max(...row.keys());
      let text = '';
      for (let x = 0; x <= end; x++) text += glyph(row.get(x));
      return text.trimEnd();
    });
  }
}

const segmenter = new Intl.Segmenter();

function glyph(cell: Cell | undefined): string {
  if (cell === undefined) return ' ';
  if (cell.text !== undefined) return cell.text;
  const { bits, style, round } = cell;
  if (style === 'thick') return HEAVY[bits]!;
  if (style === 'dotted') {
    if ((bits & ~(EAST | WEST)) === 0) return '╌';
    if ((bits & ~(NORTH | SOUTH)) === 0) return '╎';
  }
  return (round ? ROUND : LIGHT)[bits]!;
}
