// What stands over and under a part of a formula: accents, braces, arrows as long as their words.

import { type Box, type Measure, stacked, textBox, widened } from './box.ts';
import { combiningMark } from './signs.ts';
import type { MathNode } from './tree.ts';

const ARROWS: Readonly<Record<string, readonly [left: string, line: string, right: string]>> = {
  '→': ['─', '─', '→'],
  '←': ['←', '─', '─'],
  '↔': ['←', '─', '→'],
  '⇒': ['═', '═', '⇒'],
  '⇐': ['⇐', '═', '═'],
  '⇔': ['⇐', '═', '⇒'],
  '↦': ['├', '─', '→'],
};

/** An arrow as long as the words at it, or undefined where the node is no arrow. */
export function stretched(base: MathNode, width: number): Box | undefined {
  const arrow = base.kind === 'sign' ? ARROWS[base.text] : undefined;
  if (arrow === undefined || width < 3) return undefined;
  return { rows: [arrow[0] + arrow[1].repeat(width - 2) + arrow[2]], width, axis: 0 };
}

const ROWS_ABOVE: Readonly<Record<string, readonly [string, string, string]>> = {
  '⏞': ['╭', '┴', '╮'],
  '→': ['─', '─', '→'],
  '⃗': ['─', '─', '→'],
  '←': ['←', '─', '─'],
  '↔': ['←', '─', '→'],
  '⇒': ['═', '═', '⇒'],
  '⏠': ['╭', '─', '╮'],
};
const ROWS_BELOW: Readonly<Record<string, readonly [string, string, string]>> = {
  ...ROWS_ABOVE,
  '⏟': ['╰', '┬', '╯'],
  '⏡': ['╰', '─', '╯'],
};

/** A box with an accent or a brace over or under it: a combining mark on one letter, else a row of its own. */
export function accent(
  { sign, side }: MathNode & { readonly kind: 'accent' },
  base: Box,
  measure: Measure,
): Box {
  const mark = side === 'above' ? combiningMark(sign) : undefined;
  if (mark !== undefined && base.rows.length === 1 && base.width === 1) {
    return { ...base, rows: [base.rows[0]! + mark] };
  }
  const width = Math.max(1, base.width);
  const pieces = (side === 'above' ? ROWS_ABOVE : ROWS_BELOW)[sign];
  let row: string;
  if (pieces !== undefined && width > 2) {
    const left = Math.floor((width - 3) / 2);
    row = pieces[0] + '─'.repeat(left) + pieces[1] + '─'.repeat(width - 3 - left) + pieces[2];
  } else if (/^[‾¯ˉ_]$/.test(sign)) row = (side === 'above' ? '_' : '‾').repeat(width);
  else {
    // A stretched arrow with a text on it has the arrow for its base; other accents stand in the middle.
    const shown = textBox(sign === '' ? ' ' : sign, measure);
    const box = widened(shown, width, 'center');
    return side === 'above' ? stacked([box, base], 1) : stacked([base, box], 0);
  }
  const line: Box = { rows: [row], width, axis: 0 };
  return side === 'above' ? stacked([line, base], 1) : stacked([base, line], 0);
}
