// How many cells a picture takes: pure, from its size in pixels and the room there is.

export interface PictureFit {
  readonly columns: number;
  readonly rows: number;
}

/** Pixels that a cell stands for at the least: a small picture is not blown up. */
const PIXELS_A_CELL = 8;
/** A cell is twice as high as wide. */
const CELL_SHAPE = 0.5;

/** Cells of a picture in pixels within `columns` and `rows`; a cell is at least `least` pixels across. */
export function fitPicture(
  { width, height }: { readonly width: number; readonly height: number },
  columns: number,
  rows: number,
  least = PIXELS_A_CELL,
): PictureFit {
  const most = Math.max(1, Math.min(columns, Math.ceil(width / least)));
  const tall = Math.max(1, Math.round((most * height * CELL_SHAPE) / width));
  if (tall <= rows) return { columns: most, rows: tall };
  const narrow = Math.max(1, Math.round((rows * width) / (height * CELL_SHAPE)));
  return { columns: Math.min(most, narrow), rows: Math.max(1, rows) };
}
