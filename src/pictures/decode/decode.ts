// Bytes of a picture -> pixels, by the decoder of its format, which is loaded only then.

import type { PictureFormat } from '../format.ts';
import type { Pixels } from '../pixels.ts';

/** Rejects where the bytes can't be decoded. A drawing is made `width` pixels wide; others have their own size. */
export async function decode(
  format: PictureFormat,
  bytes: Uint8Array,
  width: number,
): Promise<Pixels> {
  switch (format) {
    case 'png':
      return (await import('./png.ts')).decodePng(bytes);
    case 'jpeg':
      return (await import('./jpeg.ts')).decodeJpeg(bytes);
    case 'webp':
      return (await import('./webp.ts')).decodeWebp(bytes);
    case 'gif':
      return (await import('./gif.ts')).decodeGif(bytes);
    case 'svg':
      return (await import('./svg.ts')).decodeSvg(bytes, width);
  }
}
