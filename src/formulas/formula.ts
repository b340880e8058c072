// TeX -> what a page shows of it: a line, and boxes that a layout joins at its width. Loads KaTeX.

import katex from 'katex';
import type { Box, Measure } from './box.ts';
import { linear } from './line.ts';
import { readMathMarkup } from './markup.ts';
import { rowBox } from './rows.ts';
import { spaced } from './spacing.ts';
import { type MathNode, treeOf } from './tree.ts';

/** A part of a display formula; a line may end before it. */
export interface FormulaPart extends Box {
  /** What it begins with: a relation (=, ≤), a summand, or it is the first. */
  readonly begins: 'start' | 'relation' | 'sum';
}

export interface FormulaFault {
  readonly reason: string;
  /** Index into the source, in UTF-16 units, where KaTeX names one. */
  readonly position?: number;
}

/** Longer sources, and boxes of more cells, are shown as source. */
const LONGEST = 10_000;
const MOST_CELLS = 100_000;

/** MathML of a formula (KaTeX, `maxExpand`, nothing trusted), or its fault. */
export function mathMarkup(tex: string, display: boolean): string | FormulaFault {
  if (tex.length > LONGEST) return { reason: `longer than ${LONGEST} characters` };
  try {
    return katex.renderToString(tex, {
      output: 'mathml',
      displayMode: display,
      maxExpand: 1000,
      maxSize: 50,
      trust: false,
      strict: false,
      throwOnError: true,
    });
  } catch (error) {
    if (error instanceof katex.ParseError) {
      const position = typeof error.position === 'number' ? { position: error.position } : {};
      return { reason: error.rawMessage ?? error.message, ...position };
    }
    // A stack that is too small for the nesting, or a number out of range.
    return { reason: 'too large' };
  }
}

function read(tex: string, display: boolean): MathNode | FormulaFault {
  const markup = mathMarkup(tex, display);
  if (typeof markup !== 'string') return markup;
  try {
    const element = readMathMarkup(markup);
    return element === undefined ? { reason: 'empty' } : treeOf(element);
  } catch {
    return { reason: 'too large' };
  }
}

const isFault = (read: MathNode | FormulaFault): read is FormulaFault => 'reason' in read;

export function formulaFault(tex: string, display: boolean): FormulaFault | undefined {
  const found = read(tex, display);
  return isFault(found) ? found : undefined;
}

/** A formula in one line of text, or undefined where it cannot be read or says nothing. */
export function formulaLine(tex: string): string | undefined {
  const node = read(tex, false);
  if (isFault(node)) return undefined;
  const text = linear(node).replace(/\s+/g, ' ').trim();
  return text === '' ? undefined : text;
}

/** A display formula in breakable parts, side by side on one axis; undefined where it says nothing. */
export function formulaParts(tex: string, measure: Measure): readonly FormulaPart[] | undefined {
  const node = read(tex, true);
  if (isFault(node)) return undefined;
  const items = spaced(node.kind === 'row' ? node.items : [node], false);
  const parts: FormulaPart[] = [];
  // A row with fences of its own height is one piece.
  const cuts = items.some((item) => item.node.kind === 'fence') ? [] : items;
  let from = 0;
  const push = (to: number) => {
    if (to === from) return;
    const box = rowBox(items.slice(from, to), measure, false);
    if (box.width > 0) parts.push({ ...box, begins: items[from]?.breaks ?? 'start' });
    from = to;
  };
  for (const [index, item] of cuts.entries()) {
    if (item.breaks !== undefined && index > 0) push(index);
  }
  push(items.length);
  const cells = parts.reduce((sum, part) => sum + part.rows.length * part.width, 0);
  const isSeen = parts.some(({ rows }) => rows.some((row) => row.trim() !== ''));
  return isSeen && cells <= MOST_CELLS ? parts : undefined;
}
