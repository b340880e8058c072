// Widens the spaces of one line up to a width. It knows nothing of how the line was chosen.

import type { Run } from '../page/page.ts';

const GAP = /[ \u00a0]/g;
/** A space grows by at most this many columns; a line that needs more stays ragged. */
const MOST = 2;

/** Spreads `slack` over spaces, unless they grow too wide; `isOdd` alternates the end: no rivers. */
export function widen(runs: readonly Run[], slack: number, isOdd: boolean): readonly Run[] {
  const gaps = runs.reduce((sum, run) => sum + (run.text.match(GAP)?.length ?? 0), 0);
  if (slack <= 0 || gaps === 0 || slack > gaps * MOST) return runs;
  const parts: Run[] = [];
  let gap = 0;
  for (const run of runs) {
    let from = 0;
    for (const { index } of run.text.matchAll(GAP)) {
      const share = isOdd ? gaps - 1 - gap : gap;
      const more = Math.floor(((share + 1) * slack) / gaps) - Math.floor((share * slack) / gaps);
      gap++;
      if (more === 0) continue;
      parts.push({ ...run, text: run.text.slice(from, index + 1) });
      parts.push({ ...run, text: ' '.repeat(more), decoration: true });
      from = index + 1;
    }
    if (from < run.text.length) parts.push({ ...run, text: run.text.slice(from) });
  }
  return parts;
}
