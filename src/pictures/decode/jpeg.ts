// JPEG by mozjpeg, EXIF's orientation obeyed.

import decode, { init } from '@jsquash/jpeg/decode.js';
import type { Pixels } from '../pixels.ts';
import { startQuiet } from './wasm.ts';

/** The pixels of a JPEG. Rejects where it is none, or in a colour space that mozjpeg does not turn into RGB. */
export async function decodeJpeg(bytes: Uint8Array): Promise<Pixels> {
  await startQuiet(init, 'mozjpeg_dec.wasm');
  const copy = new Uint8Array(bytes).buffer;
  const { width, height, data } = await decode(copy, { preserveOrientation: true });
  return { width, height, data };
}
