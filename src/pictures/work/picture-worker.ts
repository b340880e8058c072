// The thread that decodes pictures and makes cells of them: it may be ended at any moment.

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort } from 'node:worker_threads';
import { quadrants } from '../cells/quadrants.ts';
import { decode } from '../decode/decode.ts';
import { indexed } from '../palette.ts';
import { grounded, scaled } from '../pixels.ts';
import { pngFile } from '../protocols/png-file.ts';
import { sixel } from '../protocols/sixel.ts';
import type { Drawn, PictureOrder } from './order.ts';

/** Pixels that a cell of a picture may have across; terminals of high resolution have not many more. */
const FINEST = 16;
/** Colours of a sixel picture: more make it larger and slower, and are hardly seen. */
const COLORS = 128;

async function draw({ format, bytes, columns, rows, shape }: PictureOrder): Promise<Drawn> {
  const across = shape.as === 'sixel' ? shape.cell.width : shape.as === 'png' ? FINEST : 8;
  const pixels = await decode(format, bytes, columns * across);
  const at = (width: number, height: number) => grounded(scaled(pixels, width, height));
  const sliced = (height: number, file: (from: number, to: number) => string): Drawn => ({
    as: 'files',
    files: Array.from({ length: rows }, (_, row) => file(row * height, (row + 1) * height)),
  });
  if (shape.as === 'cells') {
    return { as: 'cells', rows: quadrants(at(columns * 2, rows * 2), shape.depth) };
  }
  if (shape.as === 'sixel') {
    const { width, height } = shape.cell;
    const picture = indexed(at(columns * width, rows * height), COLORS);
    if (shape.sliced) return sliced(height, (from, to) => sixel(picture, from, to));
    return { as: 'files', files: [sixel(picture, 0, picture.height)] };
  }
  const width = Math.min(pixels.width, columns * FINEST);
  const tall = Math.max(1, Math.round((width * pixels.height) / pixels.width));
  if (!shape.sliced) return { as: 'files', files: [pngFile(at(width, tall), 0, tall)] };
  const height = Math.max(1, Math.ceil(tall / rows));
  const picture = at(width, height * rows);
  return sliced(height, (from, to) => pngFile(picture, from, to));
}

setFlagsFromString('--expose-gc');
/** Gives back what a picture took, which V8 does not count: of a hundred, 60 MB. */
const collect = runInNewContext('gc') as () => void;

parentPort?.on('message', (order: PictureOrder) => {
  const answer = (drawn?: Drawn) =>
    parentPort?.postMessage({ id: order.id, ...(drawn === undefined ? {} : { drawn }) });
  draw(order)
    .then(answer, () => answer())
    .finally(collect);
});
