// The thread that decodes pictures and makes cells of them: it may be ended at any moment.

import { parentPort } from 'node:worker_threads';
import { quadrants } from '../cells/quadrants.ts';
import { decode } from '../decode/decode.ts';
import { grounded, scaled } from '../pixels.ts';
import type { PictureAnswer, PictureOrder } from './order.ts';

// What the compiled decoders make their result with; browsers have it.
Object.assign(globalThis, {
  ImageData: class {
    readonly data: Uint8ClampedArray;
    readonly width: number;
    readonly height: number;
    constructor(data: Uint8ClampedArray, width: number, height: number) {
      this.data = data;
      this.width = width;
      this.height = height;
    }
  },
});

async function draw({ format, bytes, columns, rows, depth }: PictureOrder) {
  const pixels = await decode(format, bytes, columns * 8);
  return quadrants(grounded(scaled(pixels, columns * 2, rows * 2)), depth);
}

parentPort?.on('message', (order: PictureOrder) => {
  const answer = (cells?: PictureAnswer['cells']) =>
    parentPort?.postMessage({ id: order.id, ...(cells === undefined ? {} : { cells }) });
  draw(order).then(answer, () => answer());
});
