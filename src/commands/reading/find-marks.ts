// Marks in printed lines what --find or a search found.

import { markRow } from '../../tui/draw/row.ts';
import { type FindQuery, findHits } from '../../tui/pages/find.ts';
import type { Style } from '../../typeset/look/style.ts';
import type { Line } from '../../typeset/page/page.ts';

/** `lines` with every hit of `query` in `style` laid over its own. */
export function markFound(lines: readonly Line[], query: FindQuery, style: Style): readonly Line[] {
  const marked = [...lines];
  const hits = findHits({ head: [], page: { lines }, tail: [] }, query);
  for (let index = 0; index < hits.length; index++) {
    for (const { line, from, to } of hits.at(index) ?? []) {
      const under = marked[line];
      if (!under) continue;
      marked[line] = {
        ...under,
        runs: markRow(under.runs, from, to, (own) => ({ ...own, ...style })),
      };
    }
  }
  return marked;
}
