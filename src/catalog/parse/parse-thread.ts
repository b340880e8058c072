// Has a long text parsed by a thread of its own, piece by piece. It knows nothing of setting.

import { inboxOf, startThread } from '../../thread.ts';
import type { ReadPiece } from '../../typeset/parse/pieces.ts';
import { sanitize } from '../../typeset/text/sanitize.ts';
import type { ParseOrder } from './parse-order.ts';

/** The pieces of `markdown`; the thread ends with the last, the consumer, or the signal. */
export async function* threadPieces(
  markdown: string,
  order: Omit<ParseOrder, 'markdown' | 'taken'>,
  stop?: AbortSignal,
): AsyncGenerator<ReadPiece> {
  const taken = new Int32Array(new SharedArrayBuffer(4));
  const bytes = new TextEncoder().encode(sanitize(markdown));
  const workerData: ParseOrder = { ...order, markdown: bytes, taken };
  const worker = startThread('parse-worker', { workerData, transferList: [bytes.buffer] });
  const inbox = inboxOf<string>(worker);
  if (stop?.aborted) inbox.close();
  stop?.addEventListener('abort', inbox.close);
  try {
    for (;;) {
      const message = await inbox.next();
      if (stop?.aborted === true) return;
      if (message === undefined) throw inbox.failure() ?? new Error('the parsing thread has ended');
      const piece = JSON.parse(message) as ReadPiece;
      Atomics.add(taken, 0, 1);
      Atomics.notify(taken, 0);
      yield piece;
      if (piece.isLast === true) return;
    }
  } finally {
    stop?.removeEventListener('abort', inbox.close);
    await worker.terminate();
  }
}
