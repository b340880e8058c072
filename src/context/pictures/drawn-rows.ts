// A picture that is drawn -> runs of its rows: cells of colour, placeholders, or room for what is drawn over it.

import type { CellDepth, CellRow } from '../../pictures/cells/quadrants.ts';
import { iterm2Picture } from '../../pictures/protocols/iterm2.ts';
import { kittyDelete, kittyUpload, MARKS, placeholders } from '../../pictures/protocols/kitty.ts';
import type { PictureDrawer } from '../../pictures/work/drawer.ts';
import type { Drawn, Shape } from '../../pictures/work/order.ts';
import { PLAIN, type Style } from '../../typeset/look/style.ts';
import type { PictureRow, Run } from '../../typeset/page/page.ts';
import type { Look } from './look.ts';
import { bytesOf, type PictureFile } from './picture-file.ts';

export interface DrawnRows {
  readonly rows: readonly (readonly Run[])[];
  /** What the terminal is sent before the rows are shown, and once they are no longer. */
  readonly begin: string;
  readonly end: string;
}

/** The rows of a picture; undefined where it can't be drawn. */
export async function drawnRows(
  drawer: PictureDrawer,
  file: PictureFile,
  { columns, rows }: PictureRow,
  look: Look,
  sliced: boolean,
): Promise<DrawnRows | undefined> {
  const bytes = bytesOf(file);
  if (bytes === undefined) return undefined;
  const { format } = file.size;
  const drawn = await drawer.draw({ format, bytes, columns, rows, shape: shapeOf(look, sliced) });
  return drawn === undefined ? undefined : rowsOf(drawn, columns, rows, look);
}

function shapeOf(look: Look, sliced: boolean): Shape {
  switch (look.kind) {
    case 'cells':
      return { as: 'cells', depth: look.depth };
    case 'kitty':
      return { as: 'png', sliced: false };
    case 'iterm2':
      return { as: 'png', sliced };
    case 'sixel':
      return { as: 'sixel', sliced, cell: look.cell };
  }
}

function rowsOf(drawn: Drawn, columns: number, rows: number, look: Look): DrawnRows {
  if (drawn.as === 'cells') {
    const { depth } = look.kind === 'cells' ? look : { depth: 'truecolor' as const };
    return { rows: drawn.rows.map((row) => cellRuns(row, depth)), begin: '', end: '' };
  }
  const { files } = drawn;
  if (look.kind === 'kitty') return kittyRows(files[0] ?? '', columns, rows, look);
  const isWhole = files.length < rows;
  const picture = (file: string) =>
    look.kind === 'iterm2' ? iterm2Picture(file, { columns, rows: isWhole ? rows : 1 }) : file;
  const room: Run = { text: ' '.repeat(columns), style: PLAIN, decoration: true };
  const over = (row: number) => {
    if (!isWhole) return { up: 0, escape: picture(files[row] ?? '') };
    return row === rows - 1 ? { up: row, escape: picture(files[0] ?? '') } : undefined;
  };
  return {
    rows: Array.from({ length: rows }, (_, row) => {
      const drawing = over(row);
      return [drawing === undefined ? room : { ...room, drawing: { over: drawing } }];
    }),
    begin: '',
    end: '',
  };
}

/** Ids of this process begin anywhere, so that what another left behind is not shown for ours. */
let lastId = Math.floor(Math.random() * 0xfe_ff_ff);

function nextId(depth: CellDepth): number {
  lastId += 1;
  // The id is told by the colour of the placeholders: one of 256, or of 24 bits.
  return depth === '256' ? 16 + (lastId % 240) : 0x010000 + (lastId % 0xfe_ff_ff);
}

function kittyRows(
  png: string,
  columns: number,
  rows: number,
  { depth, multiplexed }: Extract<Look, { kind: 'kitty' }>,
): DrawnRows {
  const id = nextId(depth);
  const fit = { columns: Math.min(columns, MARKS.length), rows: Math.min(rows, MARKS.length) };
  const style: Style = { color: depth === '256' ? id : hex(id) };
  return {
    rows: Array.from({ length: fit.rows }, (_, row): readonly Run[] => [
      { text: placeholders(row, fit.columns), style, decoration: true },
    ]),
    begin: kittyUpload(png, id, fit, multiplexed),
    end: kittyDelete(id, multiplexed),
  };
}

const hex = (value: number) => `#${value.toString(16).padStart(6, '0')}` as const;

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
    const color = (value: number) => (depth === '256' ? value : hex(value));
    style = { color: color(fore), background: color(back) };
    styles.set(key, style);
  }
  return style;
}
