// The thread that reads articles while the other writes what it has read. It writes nothing.

import { parentPort, workerData } from 'node:worker_threads';
import type { KnownFile } from './read-file.ts';
import { createBatchReader, type ReadOrder } from './read-files.ts';

const reader = createBatchReader(workerData as ReadOrder);
let last: Promise<unknown> = Promise.resolve();

// One list after the other, however long a file takes. A failure is the thread's `error`.
parentPort?.on('message', (known: readonly KnownFile[]) => {
  last = last.then(async () => parentPort?.postMessage(await (await reader)(known)));
});
