// Cells of colour in the place of an article's pictures, where they are drawn already.

import type { ReaderView } from '../state/state.ts';
import type { Row } from './row.ts';
import type { View } from './view.ts';

/** A row with cells in the place of pictures that are drawn. */
export function withPictures(view: View, { card }: ReaderView, row: Row): Row {
  if (view.pictures === undefined || !row.some(({ picture }) => picture !== undefined)) return row;
  return row.flatMap((part) =>
    part.picture === undefined ? [part] : (view.pictures?.row(card, part.picture) ?? [part]),
  );
}
