// A sequence diagram: people at the top, lifelines, messages between them, text over each arrow.

import type { Drawing } from '../../document/document.ts';
import { columns } from '../../text/width.ts';
import type { Sequence, Step } from '../mermaid/sequence.ts';
import { Canvas } from './canvas.ts';
import { broken, widest } from './label.ts';
import { narrowing } from './narrowing.ts';

/** Columns at which texts are broken, from wide to narrow. */
const BREAKS = [48, 28, 18, 12, 8, 1];

export function sequenceDrawings(sequence: Sequence): Drawing[] {
  return narrowing(BREAKS, (most) => draw(sequence, most));
}

interface Laid {
  readonly step: Step;
  readonly lines: readonly string[];
}

function draw({ people, steps }: Sequence, most: number): Canvas {
  const names = people.map((name) => broken([name], Math.max(most, 6)));
  const laid = steps.map(
    (step): Laid => ({
      step,
      lines: broken([step.text], step.kind === 'rule' ? Math.max(most, 30) : most),
    }),
  );
  const axes = axesOf(names, laid);
  const canvas = new Canvas();
  const top = Math.max(...names.map((lines) => lines.length)) + 2;
  let y = top;
  const rights: { y: number; text: string }[] = [];
  for (const item of laid) y = drawStep(canvas, item, axes, y, rights);
  const end = y + 1;
  for (const [index, lines] of names.entries()) {
    const width = widest(lines) + 4;
    const left = axes[index]! - Math.floor((width - 1) / 2);
    canvas.line(axes[index]!, top - 1, axes[index]!, end);
    canvas.frame(left, 0, width, top);
    for (const [row, line] of lines.entries()) {
      canvas.text(left + 2 + Math.floor((width - 4 - columns(line)) / 2), 1 + row, line);
    }
  }
  const right = Math.max(canvas.width, ...rights.map(({ text }) => columns(text) + 4));
  for (const rule of rights) {
    const words = ` ${rule.text} `;
    canvas.text(0, rule.y, `──${words}${'─'.repeat(Math.max(2, right - columns(words) - 2))}`);
  }
  return canvas;
}

/** Column of each lifeline: names and texts between two of them fit. */
function axesOf(names: readonly (readonly string[])[], laid: readonly Laid[]): number[] {
  const half = names.map((lines) => Math.ceil((widest(lines) + 4) / 2));
  let first = half[0]!;
  for (const { step, lines } of laid) {
    if (step.kind === 'note' && step.side === 'left' && step.from === 0) {
      first = Math.max(first, widest(lines) + 5);
    }
    if (step.kind === 'note' && step.side === 'over' && step.from === 0 && step.to === 0) {
      first = Math.max(first, Math.ceil((widest(lines) + 4) / 2));
    }
  }
  const axes = [first];
  for (let at = 1; at < names.length; at++) {
    axes.push(axes[at - 1]! + half[at - 1]! + half[at]! + 1);
  }
  // Gaps grow for what lies between; nearest pairs first, so that long ways find room already made.
  const needs = laid.flatMap(({ step, lines }) => need(step, widest(lines), names.length));
  needs.sort((a, b) => a.to - a.from - (b.to - b.from));
  for (const { from, to, columns: least } of needs) {
    const missing = least - (axes[to]! - axes[from]!);
    if (missing > 0) for (let at = to; at < axes.length; at++) axes[at]! += missing;
  }
  return axes;
}

function need(
  step: Step,
  width: number,
  count: number,
): readonly { readonly from: number; readonly to: number; readonly columns: number }[] {
  if (step.kind === 'rule') return [];
  const [from, to] = step.from < step.to ? [step.from, step.to] : [step.to, step.from];
  if (step.kind === 'message') {
    if (from !== to) return [{ from, to, columns: width + 4 }];
    return from + 1 < count ? [{ from, to: from + 1, columns: width + 7 }] : [];
  }
  if (step.side === 'right')
    return to + 1 < count ? [{ from: to, to: to + 1, columns: width + 7 }] : [];
  if (step.side === 'left')
    return from > 0 ? [{ from: from - 1, to: from, columns: width + 7 }] : [];
  if (from !== to) return [{ from, to, columns: width }];
  const half = Math.ceil((width + 4) / 2) + 1;
  return [
    ...(from > 0 ? [{ from: from - 1, to: from, columns: half + 1 }] : []),
    ...(to + 1 < count ? [{ from: to, to: to + 1, columns: half + 1 }] : []),
  ];
}

function drawStep(
  canvas: Canvas,
  { step, lines }: Laid,
  axes: readonly number[],
  y: number,
  rules: { y: number; text: string }[],
): number {
  if (step.kind === 'rule') {
    for (const [row, text] of lines.entries()) rules.push({ y: y + 1 + row, text });
    return y + lines.length + 1;
  }
  if (step.kind === 'note') return drawNote(canvas, step, lines, axes, y);
  const a = axes[step.from]!;
  const b = axes[step.to]!;
  const style = step.isDotted ? 'dotted' : 'solid';
  if (a === b) {
    for (const [row, line] of lines.entries()) canvas.text(a + 6, y + 1 + row, line);
    const last = y + Math.max(2, lines.length);
    canvas.line(a, y + 1, a + 4, y + 1, style, true);
    canvas.line(a + 4, y + 1, a + 4, last, style, true);
    canvas.line(a + 1, last, a + 4, last, style, true);
    canvas.text(a + 1, last, HEADS[step.head].left);
    return last + 1;
  }
  const left = Math.min(a, b);
  const room = Math.abs(a - b) - 1;
  for (const [row, line] of lines.entries()) {
    canvas.text(left + 1 + Math.floor((room - columns(line)) / 2), y + 1 + row, line);
  }
  const row = y + 1 + lines.length;
  const toRight = b > a;
  canvas.line(left, row, left + room + 1, row, style);
  const tip = HEADS[step.head];
  canvas.text(toRight ? b - 1 : b + 1, row, toRight ? tip.right : tip.left);
  return row;
}

const HEADS = {
  arrow: { left: '◀', right: '▶' },
  open: { left: '◁', right: '▷' },
  cross: { left: '✕', right: '✕' },
  none: { left: '─', right: '─' },
} as const;

function drawNote(
  canvas: Canvas,
  step: Step & { readonly kind: 'note' },
  lines: readonly string[],
  axes: readonly number[],
  y: number,
): number {
  const text = widest(lines);
  let left: number;
  let width = text + 4;
  if (step.side === 'right') left = axes[step.to]! + 2;
  else if (step.side === 'left') left = axes[step.from]! - 1 - width;
  else {
    const middle = (axes[step.from]! + axes[step.to]!) / 2;
    width = Math.max(width, axes[step.to]! - axes[step.from]! + 5);
    left = Math.max(0, Math.round(middle - (width - 1) / 2));
  }
  const bottom = y + 1 + lines.length + 1;
  for (let row = y + 1; row <= bottom; row++) canvas.text(left, row, ' '.repeat(width));
  canvas.text(left, y + 1, `┌${'─'.repeat(width - 2)}┐`);
  canvas.text(left, bottom, `└${'─'.repeat(width - 2)}┘`);
  for (const [row, line] of lines.entries()) {
    canvas.text(left, y + 2 + row, '│');
    canvas.text(left + width - 1, y + 2 + row, '│');
    canvas.text(left + 2, y + 2 + row, line);
  }
  return bottom;
}
