// The room that an article's pictures take, and whether they take any; what they show is not looked at here.

import type { CellDepth } from '../../pictures/cells/quadrants.ts';
import { fitPicture } from '../../pictures/fit.ts';
import { hasThread } from '../../thread.ts';
import type { Context } from '../context.ts';
import { type PictureFile, pictureFile } from './picture-file.ts';

/** Rows that a picture may take, whatever the screen's height. */
const TALLEST = 20;

export interface PictureRoom {
  /** Cells that the picture at an address takes; undefined where it is none of ours, or not drawn. */
  fit(
    href: string,
    columns: number,
  ): { readonly columns: number; readonly rows: number } | undefined;
  file(href: string): PictureFile | undefined;
}

/** Colours of a picture's cells, or undefined where pictures are not shown. */
export function pictureDepth({ settings, terminal }: Context): CellDepth | undefined {
  if (settings.pictures === 'never' || settings.screenReader || !terminal.unicode) return undefined;
  // Who asks for pictures where 16 colours are known of has 256.
  const depth = settings.pictures !== 'auto' && terminal.depth === '16' ? '256' : terminal.depth;
  return (depth === '256' || depth === 'truecolor') && hasThread('picture-worker')
    ? depth
    : undefined;
}

export function pictureRoom({ settings, terminal }: Context, path: string): PictureRoom {
  const files = new Map<string, PictureFile | undefined>();
  const tallest = Math.max(1, Math.min(TALLEST, Math.floor(terminal.rows / 2)));
  const file = (href: string) => {
    if (!files.has(href)) files.set(href, pictureFile(settings.roots, path, href));
    return files.get(href);
  };
  return {
    file,
    fit(href, columns) {
      const found = file(href);
      const room = Number.isFinite(columns) ? columns : 80;
      return found === undefined ? undefined : fitPicture(found.size, room, tallest);
    },
  };
}
