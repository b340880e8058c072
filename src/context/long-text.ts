// Reads a long text piece by piece, in a thread of its own where there is one.

import { threadPieces } from '../catalog/parse/parse-thread.ts';
import { hasThread } from '../thread.ts';
import type { ParseOptions } from '../typeset/parse/parse-document.ts';
import type { ReadPiece } from '../typeset/parse/pieces.ts';
import { loadPreparer, needsOf, type PrepareOptions } from '../typeset/prepare/prepare.ts';

/** The pieces of `markdown`, prepared, until `stop` says that no more are wanted. */
export async function* longPieces(
  markdown: string,
  own: ParseOptions,
  wanted: PrepareOptions,
  stop: AbortSignal,
): AsyncGenerator<ReadPiece> {
  const needs = needsOf(markdown, own.lang);
  if (hasThread('parse-worker')) {
    yield* threadPieces(markdown, { own, needs, wishes: wanted }, stop);
    return;
  }
  const [preparer, { readPieces }] = await Promise.all([
    loadPreparer(needs, wanted),
    import('../typeset/parse/pieces.ts'),
  ]);
  const pieces = readPieces(markdown, { ...own, ...(preparer ? { prepare: preparer } : {}) });
  for (const piece of pieces) {
    if (stop.aborted) return;
    yield piece;
    // Keys come first.
    await new Promise((resolve) => setImmediate(resolve));
  }
}
