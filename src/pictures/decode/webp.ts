// WebP by libwebp: the first frame.

import decode, * as codec from '@jsquash/webp/decode.js';
import type { Pixels } from '../pixels.ts';
import { wasmBytes } from './wasm.ts';

/** The decoder would print what it thinks of a file. */
const QUIET = { print() {}, printErr() {} };

/** The package's types know one argument less than it takes. */
const start = codec.init as (module: WebAssembly.Module, options: object) => Promise<void>;

/** The pixels of a WebP. Rejects where it is none. */
export async function decodeWebp(bytes: Uint8Array): Promise<Pixels> {
  await start(new WebAssembly.Module(wasmBytes('webp_dec.wasm')), QUIET);
  const { width, height, data } = await decode(new Uint8Array(bytes).buffer);
  return { width, height, data };
}
