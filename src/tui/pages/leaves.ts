// Paragraphs, code, tables and formulas on the screen, as the article has them.

import type { Block } from '../../typeset/document/document.ts';
import { spansText } from '../../typeset/document/document-text.ts';
import { type Lines, lineAt } from './sheet.ts';

/** A block without blocks in it. */
export type Leaf = Extract<Block, { kind: 'paragraph' | 'heading' | 'code' | 'formula' | 'table' }>;

/** A leaf where it shows: its first line on the screen, and whether that is its first of all. */
export interface ShownLeaf {
  readonly leaf: Leaf;
  readonly line: number;
  readonly begins: boolean;
}

/** What a leaf is as text: code and formulas as they were written, a paragraph on one line, a table as tab-separated lines. */
export function leafText(leaf: Leaf): string {
  switch (leaf.kind) {
    case 'paragraph':
    case 'heading':
      return spansText(leaf.spans);
    case 'code':
    case 'formula':
      return leaf.text;
    case 'table':
      return [leaf.head, ...leaf.rows].map((row) => row.map(spansText).join('\t')).join('\n');
  }
}

/** The leaves on lines `from` up to `to` of a sheet; `block` gives its top-level blocks by their number. */
export function leavesBetween(
  sheet: Lines,
  from: number,
  to: number,
  block: (index: number) => Block | undefined,
): readonly ShownLeaf[] {
  const shown: ShownLeaf[] = [];
  const first = sheet.head.length;
  const last = first + sheet.page.lines.length;
  let before: Leaf | undefined;
  for (let line = Math.max(first, from - 1); line < Math.min(last, to); line++) {
    const { runs, block: index } = lineAt(sheet, line) ?? { runs: [], block: 0 };
    const own = runs.length === 0 ? undefined : block(index);
    if (own === undefined) continue;
    const leaf = leafOf(sheet, line, index, own);
    if (leaf !== undefined && line >= from && shown.at(-1)?.leaf !== leaf)
      shown.push({ leaf, line, begins: leaf !== before && !goesOn(sheet, line, leaf, block) });
    before = leaf;
  }
  return shown;
}

/** Whether the line before the blanks above a line is of the same leaf, as within code. */
function goesOn(
  sheet: Lines,
  line: number,
  leaf: Leaf,
  block: (index: number) => Block | undefined,
): boolean {
  let above = line - 1;
  while (above >= sheet.head.length && lineAt(sheet, above)?.runs.length === 0) above--;
  const index = above < sheet.head.length ? undefined : lineAt(sheet, above)?.block;
  const own = index === undefined ? undefined : block(index);
  return own !== undefined && leafOf(sheet, above, index as number, own) === leaf;
}

interface Part {
  readonly leaf: Leaf;
  readonly letters: string;
  /** Letters of the block before it. */
  readonly start: number;
}

const parts = new WeakMap<Block, readonly Part[]>();

/** Text as set and as written has the same letters, whatever signs, digits and lines become of the rest. */
const lettersOf = (text: string): string => text.replace(/[^\p{Lu}\p{Ll}\p{Lo}]/gu, '');

/** The leaf of `block`, the top-level block number `index`, that a line shows: the nearest with its letters. */
function leafOf(sheet: Lines, line: number, index: number, block: Block): Leaf | undefined {
  let all = parts.get(block);
  if (all === undefined) {
    let start = 0;
    all = leavesOf(block).map((leaf) => {
      const letters = lettersOf(leafText(leaf));
      start += letters.length;
      return { leaf, letters, start: start - letters.length };
    });
    parts.set(block, all);
  }
  if (all.length < 2) return all[0]?.leaf;
  let before = 0;
  for (let above = line - 1; lineAt(sheet, above)?.block === index; above--)
    before += lettersAt(sheet, above).length;
  const own = lettersAt(sheet, line);
  // A line of signs alone, such as `}`, belongs to what ends there.
  const at = own === '' ? before - 1 : before;
  const away = ({ start, letters }: Part): number =>
    Math.max(start - at, at - (start + Math.max(0, letters.length - 1)), 0);
  return all
    .filter(({ letters }) => letters.includes(own))
    .reduce<Part | undefined>(
      (best, part) => (best && away(best) <= away(part) ? best : part),
      undefined,
    )?.leaf;
}

function lettersAt(sheet: Lines, line: number): string {
  const runs = lineAt(sheet, line)?.runs ?? [];
  return lettersOf(runs.map(({ text, decoration }) => (decoration ? '' : text)).join(''));
}

function leavesOf(block: Block): readonly Leaf[] {
  switch (block.kind) {
    case 'rule':
      return [];
    case 'quote':
      return block.blocks.flatMap(leavesOf);
    case 'list':
      return block.items.flatMap(({ blocks }) => blocks.flatMap(leavesOf));
    default:
      return [block];
  }
}
