// Compiled decoders: their files lie beside the built program, or in their packages.

import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Files of the decoders by the package that ships them. */
export const WASM = {
  'mozjpeg_dec.wasm': '@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm',
  'webp_dec.wasm': '@jsquash/webp/codec/dec/webp_dec.wasm',
  'index_bg.wasm': '@resvg/resvg-wasm/index_bg.wasm',
} as const;

/** The bytes of a decoder. Throws where its file is missing. */
export function wasmBytes(name: keyof typeof WASM): Uint8Array<ArrayBuffer> {
  const own = fileURLToPath(new URL('.', import.meta.url));
  const built = [join(own, 'wasm', name), join(own, '..', 'wasm', name)];
  const path =
    built.find((place) => existsSync(place)) ?? createRequire(import.meta.url).resolve(WASM[name]);
  return new Uint8Array(readFileSync(path));
}

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

const compiled = new Map<keyof typeof WASM, WebAssembly.Module>();

/** Gives a decoder of jSquash a new memory, and compiles it where this thread has not yet. Throws where its file is missing. */
export async function startQuiet(init: unknown, name: keyof typeof WASM): Promise<void> {
  let module = compiled.get(name);
  if (module === undefined) {
    module = new WebAssembly.Module(wasmBytes(name));
    compiled.set(name, module);
  }
  // The package's types know one argument less than it takes.
  const start = init as (module: WebAssembly.Module, options: object) => Promise<void>;
  // The decoder would print what it thinks of a file.
  await start(module, { print() {}, printErr() {} });
}
