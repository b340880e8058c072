// JPEG of four colours (CMYK, YCCK) by jpeg-js.

import { decode } from 'jpeg-js';
import type { Pixels } from '../pixels.ts';

/** The pixels of a JPEG meant for print. Throws where it can't be read. */
export function decodePrintJpeg(bytes: Uint8Array): Pixels {
  const { width, height, data } = decode(bytes, {
    useTArray: true,
    formatAsRGBA: true,
    maxMemoryUsageInMB: 512,
    maxResolutionInMP: 24,
  });
  return { width, height, data };
}
