// How headings look, and how far apart blocks stand.

import type { Block } from '../document/document.ts';
import type { BrokenLine } from '../lines/paragraph.ts';
import { toRuns } from '../lines/runs.ts';
import type { Role } from '../look/theme.ts';
import type { Run } from '../page/page.ts';
import type { Setting } from '../page/setting.ts';
import type { BlockContext } from './block-context.ts';
import { setText } from './text-lines.ts';

/** Blank lines between two blocks that follow each other. */
export function gap(above: Block, below: Block, tight: boolean): number {
  if (above.kind === 'heading') return 1;
  if (below.kind === 'heading') return below.depth <= 2 ? 2 : 1;
  if (tight && (above.kind === 'list' || below.kind === 'list')) return 0;
  return 1;
}

/** The lines of a heading; one of the first level has a thin rule under it. */
export function setHeading(
  { depth, spans }: Extract<Block, { kind: 'heading' }>,
  frame: BlockContext,
  setting: Setting,
): BrokenLine[] {
  const { signs, styles } = setting.options.theme;
  const lines = setText(toRuns(spans, styles[headingRole(depth)], setting), frame, setting, true);
  const last = lines.at(-1);
  if (depth > 1 || last === undefined || signs.headingRule === '') return lines;
  const width = Math.max(...lines.map((line) => line.width));
  const rule: Run = {
    text: signs.headingRule.repeat(width),
    style: styles.rule,
    decoration: true,
  };
  return [...lines, { runs: [rule], width, join: 'end', offset: last.offset }];
}

function headingRole(depth: number): Role {
  return HEADINGS[Math.min(depth, HEADINGS.length) - 1] ?? 'heading4';
}

const HEADINGS: readonly Role[] = ['heading1', 'heading2', 'heading3', 'heading4'];
