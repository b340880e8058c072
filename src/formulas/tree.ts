// A formula as a tree, made of KaTeX's MathML. It knows nothing of rows and columns.

import type { MathElement } from './markup.ts';
import { classOfOperator, inAlphabet, type SignClass } from './signs.ts';

/** A formula's node. `fence` is a sign that grows with its row. */
export type MathNode =
  | { readonly kind: 'row'; readonly items: readonly MathNode[] }
  | { readonly kind: 'sign'; readonly text: string; readonly role: SignClass }
  | { readonly kind: 'fence'; readonly text: string }
  | { readonly kind: 'space'; readonly columns: number }
  | {
      readonly kind: 'fraction';
      readonly over: MathNode;
      readonly under: MathNode;
      readonly bar: boolean;
    }
  | { readonly kind: 'root'; readonly body: MathNode; readonly index?: MathNode }
  | {
      readonly kind: 'scripts' | 'limits';
      readonly base: MathNode;
      readonly below?: MathNode;
      readonly above?: MathNode;
    }
  | {
      readonly kind: 'accent';
      readonly base: MathNode;
      readonly sign: string;
      readonly side: 'above' | 'below';
    }
  | {
      readonly kind: 'table';
      readonly rows: readonly (readonly MathNode[])[];
      readonly align: readonly ('left' | 'center' | 'right')[];
      /** Columns between two cells; none in `aligned`. */
      readonly gap: number;
    }
  | { readonly kind: 'framed' | 'struck' | 'phantom'; readonly body: MathNode };

/** Deeper nesting than this is no formula that anybody reads. */
export const DEEPEST = 100;

const EMPTY: MathNode = { kind: 'row', items: [] };
const APPLY = '\u2061';

/** The tree of a MathML element. Throws a RangeError where it nests deeper than `DEEPEST`. */
export function treeOf(element: MathElement, depth = 0): MathNode {
  if (depth > DEEPEST) throw new RangeError('nested too deep');
  const of = (child: MathElement | undefined) =>
    child === undefined ? EMPTY : treeOf(child, depth + 1);
  // KaTeX leaves the sign of application beside a function, as if it were a part of a fraction or script.
  const [first, second, third] = element.children.filter(({ text }) => text !== APPLY);
  switch (element.name) {
    case 'mi':
    case 'mn':
    case 'mtext':
    case 'ms':
      return first === undefined ? leaf(element) : named(element, depth);
    case 'mo':
      return first === undefined ? operator(element) : named(element, depth);
    case 'mspace':
      return { kind: 'space', columns: spaces(element.attributes.width) };
    case 'mfrac':
      return {
        kind: 'fraction',
        over: of(first),
        under: of(second),
        bar: !/^0(?:[a-z]|$)/.test(element.attributes.linethickness ?? ''),
      };
    case 'msqrt':
      return { kind: 'root', body: row(element, depth) };
    case 'mroot':
      return { kind: 'root', body: of(first), index: of(second) };
    case 'msub':
      return { kind: 'scripts', base: of(first), below: of(second) };
    case 'msup':
      return { kind: 'scripts', base: of(first), above: of(second) };
    case 'msubsup':
      return { kind: 'scripts', base: of(first), below: of(second), above: of(third) };
    case 'munder':
    case 'mover':
      return overOrUnder(element, of(first), of(second));
    case 'munderover':
      return { kind: 'limits', base: of(first), below: of(second), above: of(third) };
    case 'mtable':
      return table(element, depth);
    case 'menclose':
      return enclosed(element, row(element, depth));
    case 'mphantom':
      return { kind: 'phantom', body: row(element, depth) };
    case 'annotation':
      return EMPTY;
    default:
      return element.children.length === 0 && element.text.trim() !== ''
        ? { kind: 'sign', text: element.text, role: 'text' }
        : row(element, depth);
  }
}

function leaf(element: MathElement): MathNode {
  // KaTeX writes thin, medium and thick spaces as text of blanks.
  if (/^\s+$/.test(element.text)) return { kind: 'space', columns: 1 };
  const text = inAlphabet(element.text, element.attributes.mathvariant ?? '');
  if (element.name === 'mn') return { kind: 'sign', text, role: 'number' };
  if (element.name !== 'mi') return { kind: 'sign', text, role: 'text' };
  return { kind: 'sign', text, role: [...text].length > 1 ? 'name' : 'letter' };
}

function operator({ text: written, attributes }: MathElement): MathNode {
  const text = written.normalize('NFC');
  if (attributes.fence === 'true') return { kind: 'fence', text };
  // `\big(` and its like have a size of their own: in rows of characters that is one row.
  const role =
    attributes.lspace === '0em' && attributes.rspace === '0em' ? 'other' : classOfOperator(text);
  return { kind: 'sign', text, role };
}

/** A leaf with children, as KaTeX writes operators of several letters: one name where all are letters. */
function named(element: MathElement, depth: number): MathNode {
  const node = row(element, depth);
  if (node.kind !== 'row') return node;
  const letters = node.items.filter((item) => !isEmpty(item));
  const text = letters.map((item) => (item.kind === 'sign' ? item.text : '\0')).join('');
  if (text.includes('\0') || text === '') return node;
  return { kind: 'sign', text, role: element.name === 'mo' ? classOfOperator(text) : 'name' };
}

/** Columns of a space given in em: half an em is a column, less is none. */
function spaces(width = '0'): number {
  const em = Number.parseFloat(width);
  return Number.isFinite(em) ? Math.max(0, Math.min(8, Math.round(em * 2 - 0.15))) : 0;
}

function row(element: MathElement, depth: number): MathNode {
  const items: MathNode[] = [];
  for (const child of element.children) {
    const node = treeOf(child, depth + 1);
    if (
      node.kind === 'row' &&
      node.items.length > 0 &&
      !node.items.some(({ kind }) => kind === 'fence')
    ) {
      items.push(...node.items);
    } else items.push(node);
  }
  return items.length === 1 ? items[0]! : { kind: 'row', items };
}

function overOrUnder(element: MathElement, base: MathNode, script: MathNode): MathNode {
  const side = element.name === 'mover' ? 'above' : 'below';
  const sign = element.children[1];
  const stretches = sign?.name === 'mo' && sign.attributes.stretchy === 'true';
  if (
    element.attributes.accent === 'true' ||
    element.attributes.accentunder === 'true' ||
    stretches
  ) {
    // An arrow with words above it stretches as the base, not as the accent.
    return { kind: 'accent', base, sign: sign?.text ?? '', side };
  }
  return { kind: 'limits', base, ...(side === 'above' ? { above: script } : { below: script }) };
}

function table(element: MathElement, depth: number): MathNode {
  const { columnalign = '', columnspacing = '', width } = element.attributes;
  const rows = element.children.map((line) => {
    const cells = line.children.filter(isCell).map((cell) => row(cell, depth + 1));
    // A numbered equation is a table as wide as the page: its empty sides are not needed.
    return width === '100%' ? cells.filter((cell) => !isEmpty(cell)) : cells;
  });
  const align = columnalign
    .split(' ')
    .map((word) => (word === 'left' || word === 'right' ? word : 'center'));
  const gap = width === '100%' ? 4 : /^0(?:[a-z]|$)/.test(columnspacing) ? 0 : 2;
  return { kind: 'table', rows, align, gap };
}

/** Not the glue around the rows of `align`, nor the place that their numbers would have. */
const isCell = ({ attributes, children }: MathElement): boolean =>
  children.length > 0 || !/^(?:mtr-glue|mml-eqn-num)$/.test(attributes.class ?? '');

function enclosed(element: MathElement, body: MathNode): MathNode {
  const { notation = '' } = element.attributes;
  if (/strike/.test(notation)) return { kind: 'struck', body };
  return { kind: 'framed', body };
}

export function isEmpty(node: MathNode): boolean {
  if (node.kind === 'row') return node.items.every(isEmpty);
  if (node.kind === 'sign') return node.text === '' || node.text === APPLY;
  return node.kind === 'space';
}

/** Whether a sign applies the function before it (U+2061). */
export const appliesFunction = (node: MathNode): boolean =>
  node.kind === 'sign' && node.text === APPLY;
