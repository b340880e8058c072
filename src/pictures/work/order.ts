// What the thread that draws pictures is asked for, and what it answers.

import type { CellDepth, CellRow } from '../cells/quadrants.ts';
import type { PictureFormat } from '../format.ts';

export interface PictureOrder {
  readonly id: number;
  readonly format: PictureFormat;
  readonly bytes: Uint8Array;
  readonly columns: number;
  readonly rows: number;
  readonly depth: CellDepth;
}

export interface PictureAnswer {
  readonly id: number;
  /** Missing where the picture can't be decoded. */
  readonly cells?: readonly CellRow[];
}
