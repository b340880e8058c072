// What the parsing thread is told, and what it answers.

import type { Block, DocumentLink, ParseOptions } from '../typeset/document.ts';
import type { TypesetOptions } from '../typeset/options.ts';
import type { Painter } from '../typeset/paint.ts';
import type { ReadPiece } from '../typeset/pieces.ts';
import type { PrepareNeeds, PrepareOptions } from '../typeset/prepare.ts';

/** Pieces that may be on their way at once. */
export const IN_FLIGHT = 6;
/** So many on their way keep the other thread busy: one more is better set by the parsing thread itself. */
export const ENOUGH = 3;

/** How a piece becomes text, all of it plain data. */
export interface Finish {
  readonly options: TypesetOptions;
  readonly painter: Painter;
  /** Blanks left of the text. */
  readonly margin: number;
  /** The thread finishes a piece itself when so many are on their way. */
  readonly ahead: number;
}

export interface ParseOrder {
  /** UTF-8. */
  readonly markdown: Uint8Array<ArrayBuffer>;
  readonly own: ParseOptions;
  readonly needs: PrepareNeeds;
  readonly wishes: PrepareOptions;
  /** Set where the thread may finish pieces by itself. */
  readonly finish?: Finish;
  /** Counts the pieces taken over, in shared memory. */
  readonly taken: Int32Array<SharedArrayBuffer>;
}

/** A piece as far as the thread has brought it. */
export type ParsedPiece =
  | { readonly kind: 'read'; readonly piece: ReadPiece }
  | {
      readonly kind: 'finished';
      readonly text: string;
      readonly last: Block;
      readonly links: readonly DocumentLink[];
    };
