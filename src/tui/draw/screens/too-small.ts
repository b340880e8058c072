// What a screen says that is too small for anything else.

import { clip } from '../../../typeset/text/width.ts';
import { type Row, run } from '../row.ts';
import type { View } from '../view.ts';

/** The sentence, cut to the screen; the last row holds as much of it as fits. */
export function tooSmallScreen(view: View): readonly Row[] {
  const { columns, rows } = view.state.size;
  const text = clip(view.world.messages.tooSmall, columns, '');
  return Array.from({ length: rows }, (_, index) => (index === rows - 1 ? [run(text)] : []));
}
