// Widens the spaces of one line up to a width. It knows nothing of how the line was chosen.

import type { Run } from './page.ts';

/** A space grows by at most this many columns; a line that needs more stays ragged. */
const MOST = 2;

/**
 * The runs of a line with `slack` columns more, spread evenly over its spaces as decoration; as
 * they are where the spaces would grow out of proportion. `isOdd` says from which end the larger
 * shares are dealt, so that they form no rivers in lines that follow each other.
 */
export function widen(runs: readonly Run[], slack: number, isOdd: boolean): readonly Run[] {
  const gaps = runs.reduce((sum, run) => sum + spaces(run.text), 0);
  if (slack <= 0 || gaps === 0 || slack > gaps * MOST) return runs;
  const parts: Run[] = [];
  let gap = 0;
  for (const run of runs) {
    let from = 0;
    for (let at = run.text.indexOf(' '); at !== -1; at = run.text.indexOf(' ', from)) {
      const share = isOdd ? gaps - 1 - gap : gap;
      const more = Math.floor(((share + 1) * slack) / gaps) - Math.floor((share * slack) / gaps);
      gap++;
      parts.push({ ...run, text: run.text.slice(from, at + 1) });
      if (more > 0) parts.push({ ...run, text: ' '.repeat(more), decoration: true });
      from = at + 1;
    }
    if (from < run.text.length) parts.push({ ...run, text: run.text.slice(from) });
  }
  return parts;
}

function spaces(text: string): number {
  let count = 0;
  for (let at = text.indexOf(' '); at !== -1; at = text.indexOf(' ', at + 1)) count++;
  return count;
}
