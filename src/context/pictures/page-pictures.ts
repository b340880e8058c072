// The pictures of one article as they are drawn.

import type { PictureDrawer } from '../../pictures/work/drawer.ts';
import type { PictureRow, Run } from '../../typeset/page/page.ts';
import { type DrawnRows, drawnRows } from './drawn-rows.ts';
import type { Look } from './look.ts';
import type { PictureRoom } from './picture-room.ts';

export interface PagePictures {
  row(row: PictureRow): readonly Run[] | undefined;
  /** Draws a picture, and resolves to what the terminal is sent first. `sliced`: each row for itself. */
  draw(row: PictureRow, look: Look, sliced: boolean): Promise<string>;
  /** Forgets how a picture is drawn; what the terminal has to be sent for that, or ''. */
  drop(row: PictureRow): string;
}

/** The pictures in `room`, drawn by `drawer`, which is asked for once it is needed. */
export function pagePictures(room: PictureRoom, drawer: () => PictureDrawer): PagePictures {
  const drawn = new Map<string, DrawnRows>();
  const names = new Map<string, number>();
  // An address may be as long as a picture.
  const keyOf = ({ href, columns, rows }: PictureRow) => {
    const name = names.get(href) ?? names.size;
    names.set(href, name);
    return `${columns} ${rows} ${name}`;
  };
  return {
    row: (row) => drawn.get(keyOf(row))?.rows[row.row],
    async draw(row, look, sliced) {
      const file = room.file(row.href);
      const made = file && (await drawnRows(drawer(), file, row, look, sliced));
      if (made === undefined) return '';
      drawn.set(keyOf(row), made);
      return made.begin;
    },
    drop(row) {
      const end = drawn.get(keyOf(row))?.end ?? '';
      drawn.delete(keyOf(row));
      return end;
    },
  };
}
