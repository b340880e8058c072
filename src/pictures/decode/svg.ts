// SVG by resvg: it reads no file and asks no address; what is text is drawn with a font of the system's.

import { existsSync, readFileSync } from 'node:fs';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { Pixels } from '../pixels.ts';
import { wasmBytes } from './wasm.ts';

/** Longer drawings are not drawn. Bytes. */
const LONGEST = 2_000_000;

/** One sans-serif font, where systems keep them. */
const FONTS = [
  '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf',
  '/usr/share/fonts/TTF/DejaVuSans.ttf',
  '/usr/share/fonts/dejavu-sans-fonts/DejaVuSans.ttf',
  '/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf',
  '/System/Library/Fonts/Supplemental/Arial.ttf',
  '/Library/Fonts/Arial.ttf',
  'C:\\Windows\\Fonts\\arial.ttf',
];

/** The renderer starts once in a thread, and refuses a second start. */
let started: Promise<void> | undefined;

/** The pixels of a drawing, `width` of them across. Rejects where it can't be read. */
export async function decodeSvg(bytes: Uint8Array, width: number): Promise<Pixels> {
  if (bytes.length > LONGEST) throw new Error('too long');
  started ??= initWasm(wasmBytes('index_bg.wasm'));
  await started;
  const font = FONTS.find((path) => existsSync(path));
  const drawing = new Resvg(new TextDecoder().decode(bytes), {
    fitTo: { mode: 'width', value: width },
    font: {
      loadSystemFonts: false,
      ...(font === undefined ? {} : { fontBuffers: [new Uint8Array(readFileSync(font))] }),
    },
  });
  const { width: w, height: h, pixels } = drawing.render();
  return { width: w, height: h, data: pixels };
}
