// Pictures in the full-screen reader, and how they are shown once the terminal has answered.

import type { Card } from '../../library/article/card.ts';
import type { CellDepth } from '../../pictures/cells/quadrants.ts';
import { fitPicture } from '../../pictures/fit.ts';
import { heard, QUESTION } from '../../pictures/protocols/question.ts';
import { openDrawer, type PictureDrawer } from '../../pictures/work/drawer.ts';
import type { TuiPictures } from '../../tui/pages/options.ts';
import type { Context } from '../context.ts';
import { canAsk, type Look, lookFor } from './look.ts';
import { type PagePictures, pagePictures } from './page-pictures.ts';
import { type PictureRoom, pictureRoom } from './picture-room.ts';

export interface ScreenPictures extends TuiPictures {
  fit(card: Card): PictureRoom['fit'];
  close(): void;
}

export function screenPictures(context: Context, depth: CellDepth): ScreenPictures {
  const pages = new Map<string, { readonly room: PictureRoom; readonly drawn: PagePictures }>();
  let drawer: PictureDrawer | undefined;
  const asks = canAsk(context);
  const cells: Look = { kind: 'cells', depth };
  let look: Look = asks ? cells : lookFor(context, depth);
  const pageOf = ({ id, path }: Card) => {
    let known = pages.get(id);
    if (known === undefined) {
      const room = pictureRoom(context, path);
      known = { room, drawn: pagePictures(room, () => (drawer ??= openDrawer())) };
      pages.set(id, known);
    }
    return known;
  };
  return {
    fit: (card) => pageOf(card).room.fit,
    row: (card, row) => pageOf(card).drawn.row(row),
    draw: (card, row) => pageOf(card).drawn.draw(row, look, true),
    drop: (card, row) => pageOf(card).drawn.drop(row),
    large(card, href, columns, rows) {
      const file = pageOf(card).room.file(href);
      return file === undefined ? undefined : fitPicture(file.size, columns, rows, 1);
    },
    isText: () => look.kind === 'cells',
    ...(asks ? { question: QUESTION } : {}),
    heard(answers) {
      const { placeholders, sixel, cell } = heard(answers);
      const before = look;
      const isSixel = sixel && cell !== undefined;
      if (placeholders && context.settings.pictures === 'auto') {
        look = { kind: 'kitty', depth, multiplexed: false };
      } else look = isSixel ? { kind: 'sixel', cell } : cells;
      return JSON.stringify(look) !== JSON.stringify(before);
    },
    close: () => drawer?.close(),
  };
}
