// GIF by omggif: the first frame.

import { GifReader } from 'omggif';
import type { Pixels } from '../pixels.ts';

export function decodeGif(bytes: Uint8Array): Pixels {
  const reader = new GifReader(bytes);
  const { width, height } = reader;
  const data = new Uint8Array(width * height * 4);
  reader.decodeAndBlitFrameRGBA(0, data);
  return { width, height, data };
}
