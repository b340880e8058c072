// Blanks between the signs of a row, after TeX's classes: around relations and binary operators, after commas.

import type { SignClass } from './signs.ts';
import { appliesFunction, isEmpty, type MathNode } from './tree.ts';

export interface Spaced {
  readonly node: MathNode;
  readonly before: number;
  readonly after: number;
  readonly breaks?: 'relation' | 'sum';
}

/** The class of a node as its neighbours see it. */
export function classOf(node: MathNode | undefined): SignClass | undefined {
  if (node === undefined) return undefined;
  switch (node.kind) {
    case 'sign':
      return node.role;
    case 'scripts':
    case 'limits':
    case 'accent':
      return classOf(node.base);
    case 'framed':
    case 'struck':
    case 'phantom':
      return 'letter';
    case 'fence':
      return isOpening(node.text) ? 'open' : isClosing(node.text) ? 'close' : 'letter';
    case 'row': {
      const [only, ...more] = node.items.filter((item) => !isEmpty(item));
      return more.length === 0 ? classOf(only) : 'letter';
    }
    default:
      return 'letter';
  }
}

/** The nodes of a row with their blanks; in `tight` rows (scripts) there are none. */
export function spaced(items: readonly MathNode[], tight: boolean): readonly Spaced[] {
  const out: Spaced[] = [];
  let before: MathNode | undefined;
  let applied = false;
  let lastBlank = true;
  const lastSeen = items.findLastIndex((item) => !isEmpty(item));
  const isAlone = items.findIndex((item) => !isEmpty(item)) === lastSeen;
  for (const [index, node] of items.entries()) {
    if (appliesFunction(node)) {
      applied = true;
      continue;
    }
    if (node.kind === 'space') {
      const columns = tight ? Math.min(1, node.columns) : node.columns;
      if (!lastBlank || columns > 1)
        out.push({ node: { kind: 'space', columns }, before: 0, after: 0 });
      if (columns > 0) lastBlank = true;
      continue;
    }
    if (isEmpty(node)) {
      // `{}` is an ordinary sign that nobody sees: what follows it in `aligned` keeps its distance.
      if (node.kind === 'row' && items.length > 1 && before === undefined) {
        before = node;
        lastBlank = false;
      }
      continue;
    }
    const role = classOf(node);
    const last = classOf(before);
    const isPrefix =
      role === 'binary' &&
      (last === undefined ||
        ['relation', 'binary', 'punctuation', 'open', 'large'].includes(last) ||
        index === lastSeen);
    const wide = !tight && (role === 'relation' || (role === 'binary' && !isPrefix));
    const needsGap =
      !lastBlank &&
      !wide &&
      before !== undefined &&
      (last === 'punctuation' ||
        (applied && !['open', 'relation'].includes(role ?? '') && node.kind !== 'fence') ||
        (role === 'name' &&
          (last === 'letter' ||
            last === 'number' ||
            last === 'close' ||
            last === 'name' ||
            last === 'text')) ||
        (last === 'name' && (role === 'letter' || role === 'number')) ||
        (role === 'large' && last !== 'open' && !isWideClass(last)) ||
        (last === 'large' && !tight && role !== 'open'));
    out.push({
      node,
      before:
        (wide && !lastBlank && !isAlone) || (needsGap && !(tight && last === 'punctuation'))
          ? 1
          : 0,
      after: wide && !isAlone ? 1 : 0,
      ...(!tight && before !== undefined && role === 'relation' ? { breaks: 'relation' } : {}),
      ...(wide && role === 'binary' && before !== undefined ? { breaks: 'sum' } : {}),
    });
    lastBlank = wide && !isAlone;
    before = node;
    applied = false;
  }
  return out;
}

const isWideClass = (role: SignClass | undefined): boolean =>
  role === 'relation' || role === undefined;

const isOpening = (text: string): boolean => /^[([{⟨⌊⌈⟦⎰]$/.test(text);
const isClosing = (text: string): boolean => /^[)\]}⟩⌋⌉⟧⎱]$/.test(text);
