// The thread that parses a long text while the main thread sets it; waits when far ahead.

import { parentPort, workerData } from 'node:worker_threads';
import { parseChunks } from '../../typeset/parse/parse-document.ts';
import { loadPreparer } from '../../typeset/prepare/prepare.ts';
import { IN_FLIGHT, type ParseOrder } from './parse-order.ts';

const { markdown, own, needs, wishes, taken } = workerData as ParseOrder;
const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(markdown);
// The bytes have done their work, and workerData would keep them to the end: they are moved away.
structuredClone(markdown.buffer, { transfer: [markdown.buffer] });

/** Reads, and hands over what it has read, until the text is at its end. */
async function work(): Promise<void> {
  const preparer = await loadPreparer(needs, wishes);
  let sent = 0;
  for (const chunk of parseChunks(text, { ...own, prepare: preparer })) {
    for (;;) {
      const now = Atomics.load(taken, 0);
      if (sent - now < IN_FLIGHT) break;
      Atomics.wait(taken, 0, now);
    }
    // As text, a chunk is handed over several times as fast as by structured clone.
    parentPort?.postMessage(JSON.stringify(chunk));
    sent++;
  }
}

// A failure is the thread's `error`.
void work();
