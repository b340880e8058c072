// The article's headings, the one under which the reader stands chosen first.

import { columns } from '../../../typeset/text/width.ts';
import { boxFor } from '../../pages/geometry.ts';
import type { Sheet } from '../../pages/sheet.ts';
import type { Overlay } from '../../state/state.ts';
import { type Row, run } from '../row.ts';
import { fitted, muted, type View } from '../view.ts';
import { type BoxContent, currentRow, windowAt } from './box.ts';

export function contentsBox(
  view: View,
  overlay: Extract<Overlay, { kind: 'contents' }>,
  sheet: Sheet | undefined,
): BoxContent {
  const { messages } = view.world;
  const headings = sheet?.page.headings ?? [];
  const least = headings.reduce((depth, heading) => Math.min(depth, heading.depth), 6);
  const widest = headings.reduce(
    (width, { text, depth }) => Math.max(width, columns(text) + 2 * (depth - least)),
    columns(messages.contents.none),
  );
  const box = boxFor(view.state.size, Math.max(1, headings.length), 'middle', widest);
  const top = windowAt(overlay.cursor, headings.length, box.height);
  const rows = headings.slice(top, top + box.height).map((heading, index): Row => {
    const row = fitted(
      view,
      [run(' '.repeat(2 * (heading.depth - least)) + heading.text)],
      box.width,
    );
    return top + index === overlay.cursor ? currentRow(view, row, box.width) : row;
  });
  return {
    box,
    title: messages.contents.title,
    rows:
      headings.length === 0
        ? [fitted(view, [muted(view, messages.contents.none)], box.width)]
        : rows,
    above: top > 0,
    below: top + box.height < headings.length,
  };
}
