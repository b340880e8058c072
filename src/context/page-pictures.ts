// The pictures of one article: where their files are, how large they are, and their cells once they are drawn.
// Files of the article's own folder and of the library alone; nothing is asked of the network.

import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { embeddedFile } from '../library/query/embedded-file.ts';
import type { CellDepth, CellRow } from '../pictures/cells/quadrants.ts';
import { fitPicture } from '../pictures/fit.ts';
import { HEAD_BYTES, type PictureSize, sizeOf } from '../pictures/size.ts';
import { type Cells, canDraw, openDrawer, type PictureDrawer } from '../pictures/work/drawer.ts';
import type { Style } from '../typeset/look/style.ts';
import type { Line, PictureRow, Run } from '../typeset/page/page.ts';
import type { Context } from './context.ts';

/** A larger file is not drawn. Bytes. */
const LARGEST = 32_000_000;
/** Rows that a picture may take, whatever the screen's height. */
const TALLEST = 20;

export interface PagePictures {
  /** Cells that the picture at an address takes; undefined where it is none of ours, or not drawn. */
  fit(
    href: string,
    columns: number,
  ): { readonly columns: number; readonly rows: number } | undefined;
  /** The runs of a row, if its picture is drawn already. */
  row(row: PictureRow): readonly Run[] | undefined;
  /** Draws a picture; afterwards its rows can be had. */
  draw(row: PictureRow): Promise<void>;
  close(): void;
}

/** How pictures are shown here and now, or undefined where they are not. */
export function pictureDepth({ settings, terminal }: Context): CellDepth | undefined {
  if (settings.pictures === 'never' || settings.screenReader || !terminal.unicode) return undefined;
  // Who asks for blocks where 16 colours are known of has 256.
  const depth = settings.pictures !== 'auto' && terminal.depth === '16' ? '256' : terminal.depth;
  return (depth === '256' || depth === 'truecolor') && canDraw() ? depth : undefined;
}

/** The pictures of the article in the file at `path`. */
export function pagePictures(context: Context, path: string, depth: CellDepth): PagePictures {
  const files = new Map<
    string,
    { readonly path: string; readonly size: PictureSize } | undefined
  >();
  const drawn = new Map<string, Promise<Cells | undefined>>();
  const rows = new Map<string, readonly (readonly Run[])[]>();
  let drawer: PictureDrawer | undefined;
  const tallest = Math.max(1, Math.min(TALLEST, Math.floor(context.terminal.rows / 2)));
  const fileOf = (href: string) => {
    if (!files.has(href)) files.set(href, pictureFile(context.settings.roots, path, href));
    return files.get(href);
  };
  const keyOf = ({ href, columns, rows: tall }: PictureRow) => `${columns} ${tall} ${href}`;
  return {
    fit(href, columns) {
      const file = fileOf(href);
      const room = Number.isFinite(columns) ? columns : 80;
      return file === undefined ? undefined : fitPicture(file.size, room, tallest);
    },
    row: (row) => rows.get(keyOf(row))?.[row.row],
    async draw(row) {
      const key = keyOf(row);
      const file = fileOf(row.href);
      if (file === undefined) return;
      let cells = drawn.get(key);
      if (cells === undefined) {
        drawer ??= openDrawer();
        cells = bytesOf(file.path).then((bytes) =>
          bytes === undefined
            ? undefined
            : drawer?.draw({
                format: file.size.format,
                bytes,
                columns: row.columns,
                rows: row.rows,
                depth,
              }),
        );
        drawn.set(key, cells);
      }
      const found = await cells;
      if (found !== undefined)
        rows.set(
          key,
          found.map((one) => cellRuns(one, depth)),
        );
    },
    close: () => drawer?.close(),
  };
}

/** Lines with cells in the place of their pictures, once those are drawn. */
export async function withPictures(
  lines: readonly Line[],
  pictures: PagePictures,
): Promise<readonly Line[]> {
  for (const { runs } of lines) {
    for (const { picture } of runs) if (picture?.row === 0) await pictures.draw(picture);
  }
  return lines.map((line) =>
    line.runs.some(({ picture }) => picture !== undefined)
      ? { ...line, runs: pictureRuns(line.runs, pictures.row) }
      : line,
  );
}

/** Runs with cells in the place of the rows of pictures that are drawn. */
export function pictureRuns(runs: readonly Run[], row: PagePictures['row']): readonly Run[] {
  return runs.flatMap((run) => (run.picture === undefined ? [run] : (row(run.picture) ?? [run])));
}

/** A row of cells as runs: neighbours of the same colours are one. */
function cellRuns({ signs, fore, back }: CellRow, depth: CellDepth): Run[] {
  const runs: Run[] = [];
  const cells = [...signs];
  for (let at = 0; at < cells.length; ) {
    let end = at + 1;
    while (end < cells.length && fore[end] === fore[at] && back[end] === back[at]) end++;
    runs.push({
      text: cells.slice(at, end).join(''),
      style: styleOf(fore[at]!, back[at]!, depth),
      decoration: true,
    });
    at = end;
  }
  return runs;
}

const styles = new Map<string, Style>();
const MOST_STYLES = 20_000;

/** The same style for the same colours each time: a painter keeps what it makes of one. */
function styleOf(fore: number, back: number, depth: CellDepth): Style {
  const key = `${fore} ${back} ${depth}`;
  let style = styles.get(key);
  if (style === undefined) {
    if (styles.size >= MOST_STYLES) styles.clear();
    const color = (value: number) =>
      depth === '256' ? value : (`#${value.toString(16).padStart(6, '0')}` as const);
    style = { color: color(fore), background: color(back) };
    styles.set(key, style);
  }
  return style;
}

/** The file that an address in the article at `path` means, and its size: a regular file below its folder or a root. */
export function pictureFile(roots: readonly string[], path: string, href: string) {
  const [name = ''] = href.split(/[?#]/);
  if (/^[a-z][a-z\d+.-]*:/i.test(name) || name === '') return undefined;
  try {
    const folder = dirname(path);
    const wanted = decodeURIComponent(name);
    // Notebooks embed pictures by their names alone.
    const file = embeddedFile(wanted, path, existsSync) ?? resolve(folder, wanted);
    const real = realpathSync(file);
    const isInside = [folder, ...roots].some((root) => isBelow(real, root));
    const stat = statSync(real);
    if (!isInside || !stat.isFile() || stat.size > LARGEST) return undefined;
    const size = sizeOf(headOf(real, Math.min(stat.size, HEAD_BYTES)));
    return size === undefined ? undefined : { path: real, size };
  } catch {
    return undefined;
  }
}

function isBelow(path: string, folder: string): boolean {
  try {
    const way = relative(realpathSync(folder), path);
    return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
  } catch {
    return false;
  }
}

function headOf(path: string, length: number): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const head = new Uint8Array(length);
    return head.subarray(0, readSync(file, head));
  } finally {
    closeSync(file);
  }
}

async function bytesOf(path: string): Promise<Uint8Array | undefined> {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
