// A laid-out graph on a canvas: boxes, lines, ends, labels.

import { columns } from '../../text/width.ts';
import { Canvas } from '../draw/canvas.ts';
import type { End, Graph, Shape } from './graph.ts';
import { type Layers, layersOf } from './layers.ts';
import { layOut, type PlacedCell, type PlacedLink } from './layout.ts';
import { type Fit, type Measured, measured } from './measure.ts';
import { ordered } from './order.ts';

/** A drawing of a graph for one fit after another: the layers are found once. */
export function graphDrawer(graph: Graph): ((fit: Fit) => Canvas | undefined) | undefined {
  const found = layersOf(graph);
  if (found === undefined) return undefined;
  const layers = ordered(found);
  const { above, below } = layers;
  return (fit) => {
    const sizes = layers.cells.map((cell) =>
      measured(cell, Math.max(above[cell.index]!.length, below[cell.index]!.length), fit),
    );
    const layout = layOut(layers, sizes, fit);
    if (layout === undefined) return undefined;
    const canvas = new Canvas();
    for (const [index, cell] of layout.cells.entries()) {
      drawCell(canvas, layers, index, cell, fit);
    }
    for (const link of layout.links) drawLink(canvas, layout.cells, link, fit);
    return canvas;
  };
}

const CORNERS: Partial<Record<Shape, readonly [string, string, string, string]>> = {
  round: ['╭', '╮', '╰', '╯'],
  diamond: ['◇', '◇', '◇', '◇'],
  barrel: ['╒', '╕', '╘', '╛'],
  hexagon: ['╱', '╲', '╲', '╱'],
};

function drawCell(canvas: Canvas, { cells }: Layers, index: number, placed: PlacedCell, fit: Fit) {
  const { node, label } = cells[index]!;
  const { measured: size, along, depth } = placed;
  const [x, y] = fit.across ? [depth, along] : [along, depth];
  if (node === undefined) {
    if (label !== undefined) {
      const lines = size.parts[0]!.map((line) => (fit.across ? ` ${line} ` : line));
      writeLines(canvas, lines, x, y, size.width);
    }
    return;
  }
  if (node.shape === 'dot') {
    canvas.text(x, y, '●');
    return;
  }
  canvas.frame(x, y, size.width, size.height);
  const right = x + size.width - 1;
  const bottom = y + size.height - 1;
  const corners = CORNERS[node.shape];
  if (corners !== undefined) {
    canvas.text(x, y, corners[0]);
    canvas.text(right, y, corners[1]);
    canvas.text(x, bottom, corners[2]);
    canvas.text(right, bottom, corners[3]);
  }
  if (node.group !== undefined) canvas.text(x + 1, y, ` ${node.group} `);
  writeParts(canvas, size, x, y);
}

function writeParts(canvas: Canvas, { parts, width, height, pad }: Measured, x: number, y: number) {
  const rows = parts.reduce((sum, lines) => sum + Math.max(1, lines.length), parts.length - 1);
  let row = y + 1 + Math.floor((height - 2 - rows) / 2);
  for (const [index, lines] of parts.entries()) {
    if (index > 0) {
      canvas.line(x, row, x + width - 1, row);
      row++;
    }
    // A label stands in the middle; members of a class stand at the left.
    if (index === 0) writeLines(canvas, lines, x + 1, row, width - 2);
    else for (const [at, line] of lines.entries()) canvas.text(x + 1 + pad, row + at, line);
    row += Math.max(1, lines.length);
  }
}

function writeLines(canvas: Canvas, lines: readonly string[], x: number, y: number, width: number) {
  for (const [row, line] of lines.entries()) {
    canvas.text(x + Math.floor((width - columns(line)) / 2), y + row, line);
  }
}

type Way = 'up' | 'down' | 'left' | 'right';

const ENDS: Readonly<Record<Exclude<End, 'none'>, Readonly<Record<Way, string>>>> = {
  arrow: { up: '▲', down: '▼', left: '◀', right: '▶' },
  triangle: { up: '△', down: '▽', left: '◁', right: '▷' },
  diamond: { up: '◇', down: '◇', left: '◇', right: '◇' },
  filled: { up: '◆', down: '◆', left: '◆', right: '◆' },
  cross: { up: '✕', down: '✕', left: '✕', right: '✕' },
  circle: { up: '○', down: '○', left: '○', right: '○' },
};

function drawLink(
  canvas: Canvas,
  placed: readonly PlacedCell[],
  { link, from, to, turn }: PlacedLink,
  fit: Fit,
) {
  const size = (cell: number) => {
    const { width, height } = placed[cell]!.measured;
    return fit.across ? width : height;
  };
  const upperEdge = placed[link.upper]!.depth + size(link.upper) - 1;
  const lowerEdge = placed[link.lower]!.depth;
  // A line joins the border of its box, unless a sign stands at its end; labels go over it.
  const start = link.upperEnd === 'none' ? upperEdge : upperEdge + 1;
  const end = link.lowerEnd === 'none' ? lowerEdge : lowerEdge - 1;
  const draw = (a1: number, d1: number, a2: number, d2: number) => {
    if (fit.across) canvas.line(d1, a1, d2, a2, link.stroke, true);
    else canvas.line(a1, d1, a2, d2, link.stroke, true);
  };
  if (turn === undefined) draw(from, start, from, end);
  else {
    draw(from, start, from, turn);
    draw(from, turn, to, turn);
    draw(to, turn, to, end);
  }
  const mark = (along: number, depth: number, end: End, way: Way) => {
    if (end === 'none') return;
    const sign = ENDS[end][way];
    if (fit.across) canvas.text(depth, along, sign);
    else canvas.text(along, depth, sign);
  };
  mark(from, upperEdge + 1, link.upperEnd, fit.across ? 'left' : 'up');
  mark(to, lowerEdge - 1, link.lowerEnd, fit.across ? 'right' : 'down');
}
