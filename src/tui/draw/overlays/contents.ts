// The article's headings, the one under which the reader stands chosen first.

import type { Overlay } from '../../pages/overlay.ts';
import type { Sheet } from '../../pages/sheet.ts';
import { run } from '../row.ts';
import type { View } from '../view.ts';
import { type BoxContent, listBox } from './box.ts';

export function contentsBox(
  view: View,
  overlay: Extract<Overlay, { kind: 'contents' }>,
  sheet: Sheet | undefined,
): BoxContent {
  const headings = sheet?.page.headings ?? [];
  const least = headings.reduce((depth, heading) => Math.min(depth, heading.depth), 6);
  const { contents } = view.world.messages;
  return listBox(view, contents, overlay.cursor, headings, ({ text, depth }) => [
    run(' '.repeat(2 * (depth - least)) + text),
  ]);
}
