// Has a long text parsed by a thread of its own, piece by piece. It knows nothing of setting.

import { startThread } from '../../thread.ts';
import type { ReadPiece } from '../../typeset/parse/pieces.ts';
import { sanitize } from '../../typeset/text/sanitize.ts';
import type { ParseOrder } from './parse-order.ts';

/**
 * The pieces of `markdown` in order, as `readPieces` gives them. The thread ends with the last one, when
 * nobody wants more, or when it is told to, even in the middle of a piece.
 */
export async function* threadPieces(
  markdown: string,
  order: Omit<ParseOrder, 'markdown' | 'taken'>,
  stop?: AbortSignal,
): AsyncGenerator<ReadPiece> {
  const taken = new Int32Array(new SharedArrayBuffer(4));
  const bytes = new TextEncoder().encode(sanitize(markdown));
  const workerData: ParseOrder = { ...order, markdown: bytes, taken };
  const worker = startThread('parse-worker', { workerData, transferList: [bytes.buffer] });
  const arrived: string[] = [];
  let failure: unknown;
  let wake = (): void => undefined;
  worker.on('message', (piece: string) => {
    arrived.push(piece);
    wake();
  });
  worker.on('error', (error) => {
    failure = error;
    wake();
  });
  stop?.addEventListener('abort', () => wake());
  try {
    for (;;) {
      while (arrived.length === 0 && failure === undefined && stop?.aborted !== true) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      if (stop?.aborted === true) return;
      if (failure !== undefined) throw failure;
      const piece = JSON.parse(arrived.shift() ?? '') as ReadPiece;
      Atomics.add(taken, 0, 1);
      Atomics.notify(taken, 0);
      yield piece;
      if (piece.isLast === true) return;
    }
  } finally {
    await worker.terminate();
  }
}
