// JPEG by mozjpeg, EXIF's orientation obeyed.

import decode, * as codec from '@jsquash/jpeg/decode.js';
import type { Pixels } from '../pixels.ts';
import { wasmBytes } from './wasm.ts';

/** The decoder would print what it thinks of a file. */
const QUIET = { print() {}, printErr() {} };

/** The package's types know one argument less than it takes. */
const start = codec.init as (module: WebAssembly.Module, options: object) => Promise<void>;

/** The pixels of a JPEG. Rejects where it is none, or in a colour space that mozjpeg does not turn into RGB. */
export async function decodeJpeg(bytes: Uint8Array): Promise<Pixels> {
  const module = new WebAssembly.Module(wasmBytes('mozjpeg_dec.wasm'));
  await start(module, QUIET);
  const { width, height, data } = await decode(copyOf(bytes), { preserveOrientation: true });
  return { width, height, data };
}

const copyOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;
