// Rectangles of characters with an axis: the row on which signs of one height stand.

/** Rows of text, all `width` columns wide; `axis` is the index of the row that signs stand on. */
export interface Box {
  readonly rows: readonly string[];
  readonly width: number;
  readonly axis: number;
}

/** Columns of a text that holds no wide character but those of `wide`. */
export type Measure = (text: string) => number;

export const NOTHING: Box = { rows: [''], width: 0, axis: 0 };

export const textBox = (text: string, measure: Measure): Box => ({
  rows: [text],
  width: measure(text),
  axis: 0,
});

export const blank = (columns: number): Box => ({
  rows: [' '.repeat(columns)],
  width: columns,
  axis: 0,
});

/** Boxes side by side, their axes on one row. */
export function beside(boxes: readonly Box[]): Box {
  const shown = boxes.filter(({ width }) => width > 0);
  if (shown.length === 0) return boxes[0] ?? NOTHING;
  if (shown.length === 1) return shown[0]!;
  const axis = Math.max(...shown.map((box) => box.axis));
  const below = Math.max(...shown.map((box) => box.rows.length - box.axis));
  const rows: string[] = [];
  for (let row = 0; row < axis + below; row++) {
    rows.push(
      shown.map((box) => box.rows[row - axis + box.axis] ?? ' '.repeat(box.width)).join(''),
    );
  }
  return { rows, width: shown.reduce((sum, { width }) => sum + width, 0), axis };
}

/** A box as wide as `width`, its content at one side or in the middle. */
export function widened(box: Box, width: number, align: 'left' | 'center' | 'right'): Box {
  const more = width - box.width;
  if (more <= 0) return box;
  const left = align === 'left' ? 0 : align === 'right' ? more : Math.floor(more / 2);
  const rows = box.rows.map((row) => ' '.repeat(left) + row + ' '.repeat(more - left));
  return { rows, width, axis: box.axis };
}

/** Boxes one above another, each in the middle or at one side; the axis is that of box `main`. */
export function stacked(
  boxes: readonly Box[],
  main: number,
  align: 'left' | 'center' | 'right' = 'center',
): Box {
  const width = Math.max(...boxes.map((box) => box.width));
  const rows = boxes.flatMap((box) => widened(box, width, align).rows);
  const above = boxes.slice(0, main).reduce((sum, box) => sum + box.rows.length, 0);
  return { rows, width, axis: above + boxes[main]!.axis };
}

export const onAxis = (box: Box, axis: number): Box => ({ ...box, axis });
