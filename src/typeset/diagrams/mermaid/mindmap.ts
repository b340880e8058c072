// Mermaid's mindmaps: a tree by indentation.

import type { Drawing } from '../../document/document.ts';
import { broken, labelLines } from '../draw/label.ts';
import { narrowing, textDrawing } from '../draw/narrowing.ts';
import type { Source } from './statements.ts';

interface Branch {
  readonly label: string;
  readonly indent: number;
  readonly branches: Branch[];
}

/** Columns at which labels are broken, from wide to narrow. */
const BREAKS = [60, 40, 24, 14, 1];

export function drawMindmap({ lines, indents }: Source): Drawing[] {
  let root: Branch | undefined;
  const open: Branch[] = [];
  for (const [index, line] of lines.entries()) {
    if (/^::icon\(|^:::/.test(line)) continue;
    const indent = indents[index]!;
    const branch: Branch = { label: labelOf(line), indent, branches: [] };
    while (open.length > 0 && open.at(-1)!.indent >= indent) open.pop();
    const parent = open.at(-1);
    if (parent !== undefined) parent.branches.push(branch);
    else if (root === undefined) root = branch;
    else return [];
    open.push(branch);
    if (index > 200 || open.length > 30) return [];
  }
  if (root === undefined) return [];
  const trunk = root;
  return narrowing(BREAKS, (most) => {
    const rows = broken([trunk.label], most);
    drawBranches(trunk, '', most, rows);
    return textDrawing(rows);
  });
}

function labelOf(line: string): string {
  const bare = line.replace(/:::[\w-]+$/, '');
  const shaped =
    /^[\w-]*(?:\(\((.+)\)\)|\)\)(.+)\(\(|\{\{(.+)\}\}|\)(.+)\(|\[(.+)\]|\((.+)\))$/.exec(bare);
  const text = shaped?.slice(1).find((part) => part !== undefined) ?? bare;
  return labelLines(text).join(' ');
}

function drawBranches(branch: Branch, indent: string, most: number, rows: string[]): void {
  for (const [index, child] of branch.branches.entries()) {
    const isLast = index === branch.branches.length - 1;
    const below = `${indent}${isLast ? '   ' : '│  '}`;
    for (const [row, line] of broken([child.label], most).entries()) {
      rows.push(row === 0 ? `${indent}${isLast ? '╰─ ' : '├─ '}${line}` : `${below}${line}`);
    }
    drawBranches(child, below, most, rows);
  }
}
