// A picture at the size of the screen.

import type { PictureRow } from '../../../typeset/page/page.ts';
import { columns } from '../../../typeset/text/width.ts';
import { largePicture } from '../../pages/geometry.ts';
import type { Overlay } from '../../pages/overlay.ts';
import type { ReaderView } from '../../state/state.ts';
import { hintFooter } from '../footer.ts';
import { indentRow, type Row, run } from '../row.ts';
import { muted, type View } from '../view.ts';

export function pictureScreen(
  view: View,
  { card }: ReaderView,
  { href }: Extract<Overlay, { kind: 'picture' }>,
): readonly Row[] {
  const { size } = view.state;
  const room = largePicture(size);
  const fit = view.pictures?.large(card, href, room.columns, room.rows);
  const above = Math.max(0, Math.floor((room.rows - (fit?.rows ?? 1)) / 2));
  const left = Math.max(0, Math.floor((size.columns - (fit?.columns ?? 1)) / 2));
  const rows: Row[] = Array.from({ length: above }, () => []);
  for (let row = 0; fit !== undefined && row < fit.rows; row++) {
    const picture: PictureRow = { href, row, ...fit };
    const bare = run(' '.repeat(fit.columns));
    const wait = row === 0 ? [muted(view, view.theme.signs.image)] : [];
    rows.push(
      indentRow(
        (view.pictures?.row(card, picture) ?? [
          ...wait,
          run(' '.repeat(fit.columns - columns(wait.map(({ text }) => text).join(''))), bare.style),
        ]) as Row,
        left,
      ),
    );
  }
  while (rows.length < size.rows - 1) rows.push([]);
  return [...rows, hintFooter(view)];
}
