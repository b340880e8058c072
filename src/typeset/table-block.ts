// Gives a table's cells to table.ts as runs, and its lines their place in the text.

import type { Frame } from './block-lines.ts';
import type { Block } from './document.ts';
import type { Run } from './page.ts';
import type { BrokenLine } from './paragraph.ts';
import { toRuns } from './runs.ts';
import type { Setting } from './setting.ts';
import { columns } from './width.ts';

export function setTableBlock(
  block: Extract<Block, { kind: 'table' }>,
  frame: Frame,
  setting: Setting,
): BrokenLine[] {
  const rows = [block.head, ...block.rows].map((row) =>
    row.map((cell) => toRuns(cell, frame.style, setting)),
  );
  const widths = block.head.map((_, i) =>
    Math.max(...rows.map((row) => columns((row[i] ?? []).map((r) => r.text).join('')))),
  );
  return rows.map((row) => {
    const runs: Run[] = row.flatMap((cell, i) => [
      ...cell,
      {
        text: ' '.repeat((widths[i] ?? 0) - columns(cell.map((r) => r.text).join('')) + 2),
        style: frame.style,
        decoration: true as const,
      },
    ]);
    return {
      runs,
      width: columns(runs.map((r) => r.text).join('')),
      join: 'end' as const,
      offset: setting.offset,
    };
  });
}
