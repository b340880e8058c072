// Has a long text parsed by a thread of its own, chunk by chunk. It knows nothing of setting.

import { inboxOf, startThread } from '../../thread.ts';
import type { Chunk } from '../../typeset/document/chunk.ts';
import { sanitize } from '../../typeset/text/sanitize.ts';
import type { ParseOrder } from './parse-order.ts';

/**
 * The chunks of `markdown` in order, as `parseChunks` gives them. The thread ends with the last one, when
 * nobody wants more, or when it is told to, even in the middle of a chunk.
 */
export async function* threadChunks(
  markdown: string,
  order: Omit<ParseOrder, 'markdown' | 'taken'>,
  stop?: AbortSignal,
): AsyncGenerator<Chunk> {
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
      const chunk = JSON.parse(message) as Chunk;
      Atomics.add(taken, 0, 1);
      Atomics.notify(taken, 0);
      yield chunk;
      if (chunk.last) return;
    }
  } finally {
    stop?.removeEventListener('abort', inbox.close);
    await worker.terminate();
  }
}
