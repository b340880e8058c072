// What the thread that draws pictures is asked for, and what it answers.

import type { CellDepth, CellRow } from '../cells/quadrants.ts';
import type { PictureFormat } from '../format.ts';
import type { PixelSize } from '../pixels.ts';

/** What is made of a picture: cells of blocks, or one or several files for the terminal, from the top down. */
export type Shape =
  | { readonly as: 'cells'; readonly depth: CellDepth }
  /** PNG files (base64), as many as there are rows, or one. */
  | { readonly as: 'png'; readonly sliced: boolean }
  /** Sixel, by cells of a size. */
  | { readonly as: 'sixel'; readonly sliced: boolean; readonly cell: PixelSize };

export interface PictureOrder {
  readonly id: number;
  readonly format: PictureFormat;
  readonly bytes: Uint8Array;
  readonly columns: number;
  readonly rows: number;
  readonly shape: Shape;
}

export type Drawn =
  | { readonly as: 'cells'; readonly rows: readonly CellRow[] }
  | { readonly as: 'files'; readonly files: readonly string[] };

export interface PictureAnswer {
  readonly id: number;
  /** Missing where the picture can't be decoded. */
  readonly drawn?: Drawn;
}
