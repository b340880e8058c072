// Lines of a printed page with their pictures in them.

import type { CellDepth } from '../../pictures/cells/quadrants.ts';
import { openDrawer, type PictureDrawer } from '../../pictures/work/drawer.ts';
import type { Line, PictureRow, Run } from '../../typeset/page/page.ts';
import type { Context } from '../context.ts';
import { type Look, lookFor } from './look.ts';
import { type PagePictures, pagePictures } from './page-pictures.ts';
import type { PictureRoom } from './picture-room.ts';

/** Draws all pictures that are printed; its thread keeps no process alive. */
let drawer: PictureDrawer | undefined;

/** Lines with the pictures in `room`; a pager passes on nothing but text. */
export function drawnLines(
  lines: readonly Line[],
  context: Context,
  room: PictureRoom,
  depth: CellDepth,
  isPaged: boolean,
): Promise<readonly Line[]> {
  const pictures = pagePictures(room, () => (drawer ??= openDrawer()));
  return withPictures(
    lines,
    pictures,
    isPaged ? { kind: 'cells', depth } : lookFor(context, depth),
  );
}

async function withPictures(
  lines: readonly Line[],
  pictures: PagePictures,
  look: Look,
): Promise<readonly Line[]> {
  const begun = new Map<PictureRow, string>();
  for (const { runs } of lines) {
    for (const { picture } of runs) {
      if (picture?.row === 0) begun.set(picture, await pictures.draw(picture, look, false));
    }
  }
  return lines.map((line) =>
    line.runs.some(({ picture }) => picture !== undefined)
      ? { ...line, runs: line.runs.flatMap((run) => rowOf(run, pictures, begun)) }
      : line,
  );
}

function rowOf(
  run: Run,
  pictures: PagePictures,
  begun: ReadonlyMap<PictureRow, string>,
): readonly Run[] {
  if (run.picture === undefined) return [run];
  const before = begun.get(run.picture);
  const runs = pictures.row(run.picture) ?? [run];
  return before === undefined || before === ''
    ? runs
    : runs.map((one, at) => (at === 0 ? { ...one, drawing: { ...one.drawing, before } } : one));
}
