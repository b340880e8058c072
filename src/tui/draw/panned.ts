// Lines that are wider than the window: the part of them that it shows.

import { wideColumns } from '../pages/geometry.ts';
import type { ReaderView } from '../state/state.ts';
import { type Row, rowWidth, sliceRow } from './row.ts';
import { muted, type View } from './view.ts';

/** The part of a row that the window shows of a page that is moved left; signs say where it goes on. */
export function pannedRow(view: View, { pan = 0 }: ReaderView, row: Row): Row {
  const room = wideColumns(view.state.size, view.state.textWidth);
  const width = rowWidth(row);
  if (width <= room) return row;
  const { previous, next } = view.theme.signs;
  const from = Math.max(0, Math.min(pan, width - room));
  const isCutLeft = from > 0;
  const isCutRight = from + room < width;
  return [
    ...(isCutLeft ? [muted(view, previous)] : []),
    ...sliceRow(row, from + (isCutLeft ? 1 : 0), from + room - (isCutRight ? 1 : 0)),
    ...(isCutRight ? [muted(view, next)] : []),
  ];
}
