// JPEG by mozjpeg, EXIF's orientation obeyed; what is meant for print (CMYK) by jpeg-js, which is slower.

import decode, { init } from '@jsquash/jpeg/decode.js';
import type { Pixels } from '../pixels.ts';
import { startQuiet } from './wasm.ts';

/** The pixels of a JPEG. Rejects where it is none. */
export async function decodeJpeg(bytes: Uint8Array): Promise<Pixels> {
  // mozjpeg turns no CMYK into RGB.
  if (componentsOf(bytes) === 4) return (await import('./print-jpeg.ts')).decodePrintJpeg(bytes);
  await startQuiet(init, 'mozjpeg_dec.wasm');
  const copy = new Uint8Array(bytes).buffer;
  const { width, height, data } = await decode(copy, { preserveOrientation: true });
  return { width, height, data };
}

/** How many colours the frame's header names (ITU T.81 B.2.2); undefined where there is none. */
function componentsOf(bytes: Uint8Array): number | undefined {
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1]!;
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return bytes[at + 9];
    at += marker === 0xff ? 1 : 2 + ((bytes[at + 2]! << 8) | bytes[at + 3]!);
  }
  return undefined;
}
