// A formula in two dimensions: rows of characters. Bars are as wide as the wider part, fences grow.

import { accent, stretched } from './accents.ts';
import {
  type Box,
  beside,
  blank,
  type Measure,
  NOTHING,
  onAxis,
  stacked,
  textBox,
  widened,
} from './box.ts';
import { linear } from './line.ts';
import { hasMiddle, subscript, superscript, tallFence } from './signs.ts';
import { classOf, type Spaced, spaced } from './spacing.ts';
import { isEmpty, type MathNode } from './tree.ts';

/** The box of a node. In `tight` rows, as in scripts, signs stand without blanks. */
export function boxOf(node: MathNode, measure: Measure, tight = false): Box {
  const of = (inner: MathNode, isTight = tight) => boxOf(inner, measure, isTight);
  switch (node.kind) {
    case 'row':
      return rowBox(spaced(node.items, tight), measure, tight);
    case 'sign':
      return textBox(node.text.replaceAll('\u2061', ''), measure);
    case 'fence':
      return textBox(node.text, measure);
    case 'space':
      return blank(node.columns);
    case 'fraction':
      return fraction(of(node.over), of(node.under), node.bar);
    case 'root':
      return root(of(node.body), node.index, measure);
    case 'scripts':
      return scripts(node, measure, tight);
    case 'limits':
      return limits(node, measure, tight);
    case 'accent':
      return accent(node, of(node.base), measure);
    case 'table':
      return table(node, measure);
    case 'framed':
      return framed(of(node.body));
    case 'struck': {
      const { rows, ...rest } = of(node.body);
      return { ...rest, rows: rows.map((row) => row.replace(/\S/gu, '$&\u0338')) };
    }
    case 'phantom': {
      const body = of(node.body);
      return { ...body, rows: body.rows.map(() => ' '.repeat(body.width)) };
    }
  }
}

/** Nodes side by side; fences among them as tall as the others. */
export function rowBox(items: readonly Spaced[], measure: Measure, tight: boolean): Box {
  const boxes = items.map(({ node }) => boxOf(node, measure, tight));
  const others = boxes.filter((_, index) => !isFence(items[index]!.node));
  const room: Room = {
    above: Math.max(0, ...others.map((box) => box.axis)),
    below: Math.max(0, ...others.map((box) => box.rows.length - box.axis - 1)),
  };
  const grown = boxes.map((box, index) => {
    const { node } = items[index]!;
    if (node.kind === 'fence') return fence(node.text, room, box);
    // A power of a fence: the fence grows, its script stands at its end.
    if (node.kind === 'scripts' && node.base.kind === 'fence') {
      return scriptBox(node, fence(node.base.text, room, boxOf(node.base, measure)), measure);
    }
    return box;
  });
  return beside(
    grown.flatMap((box, index) => {
      const { after } = items[index]!;
      // Limits wider than their sign stand apart by themselves.
      const isApart = [index - 1, index].some((at) => isLoose(items[at]?.node, boxes[at]));
      const before =
        isApart && classOf(items[index]?.node) !== 'relation' ? 0 : items[index]!.before;
      return [...(before ? [blank(before)] : []), box, ...(after ? [blank(after)] : [])];
    }),
  );
}

const isLoose = (node: MathNode | undefined, box: Box | undefined): boolean =>
  node?.kind === 'limits' && classOf(node) === 'large' && (box?.width ?? 0) > 2;

const isFence = (node: MathNode): boolean =>
  node.kind === 'fence' || (node.kind === 'scripts' && node.base.kind === 'fence');

/** Rows above and below the axis that a fence encloses. */
interface Room {
  readonly above: number;
  readonly below: number;
}

function fence(sign: string, room: Room, single: Box): Box {
  if (sign === '' || sign === '.') return NOTHING;
  if (room.above + room.below === 0) return single;
  const least = hasMiddle(sign) ? 1 : 0;
  const axis = Math.max(least, room.above);
  const below = Math.max(least, room.below);
  const rows = tallFence(sign, axis + below + 1, axis);
  return rows === undefined ? single : { rows, width: 1, axis };
}

function fraction(over: Box, under: Box, bar: boolean): Box {
  const width = Math.max(over.width, under.width) + (bar ? 2 : 0);
  const middle = bar ? '─'.repeat(width) : ' '.repeat(width);
  return stacked([over, { rows: [middle], width, axis: 0 }, under], 1);
}

function root(body: Box, index: MathNode | undefined, measure: Measure): Box {
  const inner = body.width === 0 ? blank(1) : body;
  const order = index === undefined || isEmpty(index) ? '' : linear(index, true);
  const small = superscript(order);
  const low = inner.rows.length === 1;
  const sign: Box = low
    ? { rows: [' ', '√'], width: 1, axis: 1 }
    : {
        rows: [' ┌', ...inner.rows.slice(1).map(() => ' │'), '√│'],
        width: 2,
        axis: inner.axis + 1,
      };
  const line = (low ? '_' : '─').repeat(inner.width);
  const covered: Box = { rows: [line, ...inner.rows], width: inner.width, axis: inner.axis + 1 };
  if (order === '') return beside([sign, covered]);
  const mark = textBox(small ?? order, measure);
  // The index stands before the sign, small where Unicode has it small, else one row up.
  const at = low || small !== undefined ? sign.rows.length - 1 : sign.rows.length - 2;
  const rows = sign.rows.map((_, row) =>
    row === (small ? at : at - 1) ? mark.rows[0]! : ' '.repeat(mark.width),
  );
  return beside([{ rows, width: mark.width, axis: sign.axis }, sign, covered]);
}

type Scripts = MathNode & { readonly kind: 'scripts' | 'limits' };

function scripts(node: Scripts, measure: Measure, tight: boolean): Box {
  return scriptBox(node, boxOf(node.base, measure, tight), measure);
}

/** Sub- and superscripts: small characters where Unicode has all of them, else rows of their own. */
function scriptBox({ below, above }: Scripts, base: Box, measure: Measure): Box {
  const up = above === undefined || isEmpty(above) ? undefined : above;
  const down = below === undefined || isEmpty(below) ? undefined : below;
  const smallUp = up === undefined ? '' : superscript(plain(up));
  const smallDown = down === undefined ? '' : subscript(plain(down));
  if (base.rows.length === 1 && smallUp !== undefined && smallDown !== undefined) {
    return textBox(`${base.rows[0]}${smallDown}${smallUp}`, measure);
  }
  const upper = up === undefined ? undefined : scriptRows(up, smallUp, base, measure);
  const lower = down === undefined ? undefined : scriptRows(down, smallDown, base, measure);
  const width = Math.max(upper?.width ?? 0, lower?.width ?? 0);
  const inside = Math.max(1, base.rows.length - 2);
  const middle: Box = {
    rows: Array.from({ length: inside }, () => ' '.repeat(width)),
    width,
    axis: 0,
  };
  const parts = [...(upper ? [upper] : []), middle, ...(lower ? [lower] : [])];
  const column = stacked(parts, 0, 'left');
  // A script's last row above stands on the base's first one where that is tall, else a row above it.
  const top = base.rows.length === 1 ? 0 : 1;
  const axis = (upper?.rows.length ?? 0) + base.axis - top;
  return beside([base, onAxis(column, Math.max(0, axis))]);
}

function scriptRows(node: MathNode, small: string | undefined, base: Box, measure: Measure): Box {
  return small !== undefined && base.rows.length > 1
    ? textBox(small, measure)
    : boxOf(node, measure, true);
}

/** A script's text where it is one row of signs, else a text that has no small form. */
function plain(node: MathNode): string {
  return isFlat(node) ? linear(node, true) : '?';
}

function isFlat(node: MathNode): boolean {
  if (node.kind === 'row') return node.items.every(isFlat);
  return node.kind === 'sign' || node.kind === 'space' || node.kind === 'fence';
}

function limits({ base, below, above }: Scripts, measure: Measure, tight: boolean): Box {
  const upper = above === undefined || isEmpty(above) ? [] : [boxOf(above, measure, true)];
  const lower = below === undefined || isEmpty(below) ? [] : [boxOf(below, measure, true)];
  const widest = Math.max(0, ...[...upper, ...lower].map(({ width }) => width));
  const middle = stretched(base, widest + 2) ?? boxOf(base, measure, tight);
  return stacked([...upper, middle, ...lower], upper.length);
}

function table({ rows, align, gap }: MathNode & { readonly kind: 'table' }, measure: Measure): Box {
  const cells = rows.map((row) => row.map((cell) => boxOf(cell, measure)));
  const count = Math.max(0, ...cells.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(0, ...cells.map((row) => row[column]?.width ?? 0)),
  );
  const isTall = cells.some((row) => row.some((box) => box.rows.length > 1));
  const lines = cells.map((row) =>
    beside(
      widths.flatMap((width, column) => {
        const box = widened(row[column] ?? NOTHING, width, align[column] ?? 'center');
        const filled = box.width === 0 && width > 0 ? blank(width) : box;
        return column === 0 ? [filled] : [...(gap ? [blank(gap)] : []), filled];
      }),
    ),
  );
  if (lines.length === 0) return NOTHING;
  const width = Math.max(...lines.map((line) => line.width));
  const parts = lines.flatMap((line, index) =>
    index > 0 && isTall ? [{ rows: [' '.repeat(width)], width, axis: 0 }, line] : [line],
  );
  const all = stacked(parts, 0, 'left');
  return onAxis(all, lines.length === 1 ? all.axis : Math.floor((all.rows.length - 1) / 2));
}

function framed(body: Box): Box {
  const line = '─'.repeat(body.width + 2);
  return {
    rows: [`┌${line}┐`, ...body.rows.map((row) => `│ ${row} │`), `└${line}┘`],
    width: body.width + 4,
    axis: body.axis + 1,
  };
}
