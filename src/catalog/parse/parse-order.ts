// What the parsing thread is told. It answers with chunks as JSON.

import type { ParseOptions } from '../../typeset/parse/parse-document.ts';
import type { PrepareNeeds, PrepareOptions } from '../../typeset/prepare/prepare.ts';

/** Chunks that may be on their way at once. */
export const IN_FLIGHT = 6;

export interface ParseOrder {
  /** UTF-8. */
  readonly markdown: Uint8Array<ArrayBuffer>;
  readonly own: ParseOptions;
  readonly needs: PrepareNeeds;
  readonly wishes: PrepareOptions;
  /** Counts the chunks taken over, in shared memory. */
  readonly taken: Int32Array<SharedArrayBuffer>;
}
