// A formula in one line: brackets where the second dimension carried the meaning.

import { combiningMark, subscript, superscript } from './signs.ts';
import { classOf, spaced } from './spacing.ts';
import { isEmpty, type MathNode } from './tree.ts';

/** A node as one line of text. In `tight` lines, as in scripts, signs stand without blanks. */
export function linear(node: MathNode, tight = false): string {
  const of = (inner: MathNode, isTight = tight) => linear(inner, isTight);
  switch (node.kind) {
    case 'row':
      return rowText(node.items, tight);
    case 'sign':
      return node.text.replaceAll('\u2061', '');
    case 'fence':
      return node.text === '.' ? '' : node.text;
    case 'space':
      return ' '.repeat(Math.min(node.columns, 2));
    case 'fraction':
      return node.bar
        ? `${numerator(node.over)}/${grouped(node.under)}`
        : `${of(node.over)} ¦ ${of(node.under)}`;
    case 'root': {
      const order = node.index === undefined || isEmpty(node.index) ? '' : of(node.index, true);
      const small = order === '' ? '' : (superscript(order) ?? `${order}:`);
      return `${small}√${grouped(node.body)}`;
    }
    case 'scripts':
    case 'limits':
      return scriptsText(node, of(node.base));
    case 'accent': {
      const mark = node.side === 'above' ? combiningMark(node.sign) : undefined;
      const base = of(node.base);
      if (mark === undefined) return base;
      return [...base].length === 1 ? base + mark : `${grouped(node.base)}${mark}`;
    }
    case 'table':
      return node.rows
        .map((row) =>
          row
            .map((cell) => of(cell, false))
            .filter(Boolean)
            .join(node.gap ? ', ' : ''),
        )
        .join('; ');
    case 'framed':
      return of(node.body);
    case 'struck':
      return of(node.body).replace(/\S/gu, '$&\u0338');
    case 'phantom':
      return '';
  }
}

/** A numerator: a product needs no brackets before the stroke. */
function numerator(node: MathNode): string {
  const text = linear(node);
  let depth = 0;
  for (const sign of text) {
    if (sign === '(') depth++;
    else if (sign === ')') depth--;
    else if (depth === 0 && /[\s/]/.test(sign)) return grouped(node);
  }
  return text;
}

/** A part in brackets, unless it is one sign or is bracketed already. */
function grouped(node: MathNode): string {
  const text = linear(node);
  return isAtom(node, text) ? text : `(${text})`;
}

function isAtom(node: MathNode, text: string): boolean {
  if (node.kind === 'sign' || node.kind === 'accent' || node.kind === 'root') return true;
  if (node.kind === 'row' && node.items.length === 1) return isAtom(node.items[0]!, text);
  if (node.kind === 'scripts') return isAtom(node.base, text) && !/[\s(]/.test(text);
  return [...text].length === 1;
}

function rowText(items: readonly MathNode[], tight: boolean): string {
  const parts = spaced(items, tight);
  let out = '';
  for (const [index, { node, before, after }] of parts.entries()) {
    const text = linear(node, tight);
    const isFraction = node.kind === 'fraction' && node.bar;
    // Beside another factor a fraction would run into it: −1/N∑ is not −(1/N)∑.
    const touches =
      isFraction && (isFactor(parts[index - 1]?.node) || isFactor(parts[index + 1]?.node));
    out += ' '.repeat(before) + (touches ? `(${text})` : text) + ' '.repeat(after);
  }
  return out;
}

function isFactor(node: MathNode | undefined): boolean {
  if (node === undefined || node.kind === 'space' || node.kind === 'fence') return false;
  const role = classOf(node);
  return !['relation', 'binary', 'punctuation', 'open', 'close'].includes(role ?? '');
}

function scriptsText(
  { below, above }: MathNode & { readonly kind: 'scripts' | 'limits' },
  base: string,
): string {
  return base + script(below, '_', subscript) + script(above, '^', superscript);
}

function script(
  node: MathNode | undefined,
  sign: string,
  small: (text: string) => string | undefined,
): string {
  if (node === undefined || isEmpty(node)) return '';
  const text = linear(node, true);
  const form = small(text);
  if (form !== undefined) return form;
  return [...text].length === 1 ? `${sign}${text}` : `${sign}(${text})`;
}
