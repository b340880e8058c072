// WebP by libwebp: the first frame.

import decode, { init } from '@jsquash/webp/decode.js';
import type { Pixels } from '../pixels.ts';
import { startQuiet } from './wasm.ts';

/** The pixels of a WebP. Rejects where it is none. */
export async function decodeWebp(bytes: Uint8Array): Promise<Pixels> {
  await startQuiet(init, 'webp_dec.wasm');
  const { width, height, data } = await decode(new Uint8Array(bytes).buffer);
  return { width, height, data };
}
