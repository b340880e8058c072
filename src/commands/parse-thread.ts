// Has a long text parsed by a thread of its own, piece by piece. It knows nothing of setting.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { sanitize } from '../typeset/sanitize.ts';
import type { ParsedPiece, ParseOrder } from './parse-order.ts';

/** The thread's program: beside this file in source, above the chunks when built. */
const PROGRAM = new URL(
  import.meta.url.endsWith('.ts') ? './parse-worker.ts' : '../parse-worker.cjs',
  import.meta.url,
);

/** Whether a thread can be had: a program in one file has none. */
export function hasParseThread(): boolean {
  return existsSync(fileURLToPath(PROGRAM));
}

/**
 * The pieces of `markdown` in order, as `readPieces` gives them, some of them finished. The thread ends
 * with the last one, when nobody wants more, or when it is told to, even in the middle of a piece.
 */
export async function* threadPieces(
  markdown: string,
  order: Omit<ParseOrder, 'markdown' | 'taken'>,
  stop?: AbortSignal,
): AsyncGenerator<ParsedPiece> {
  const taken = new Int32Array(new SharedArrayBuffer(4));
  const bytes = new TextEncoder().encode(sanitize(markdown));
  const workerData: ParseOrder = { ...order, markdown: bytes, taken };
  const worker = new Worker(PROGRAM, {
    workerData,
    transferList: [bytes.buffer],
    // Nearly all that parsing makes is dropped at once: room for more would only be memory.
    resourceLimits: { maxYoungGenerationSizeMb: 24 },
    // Node 22 calls its SQLite experimental on standard error, in each thread anew.
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
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
      const piece = JSON.parse(arrived.shift() ?? '') as ParsedPiece;
      Atomics.add(taken, 0, 1);
      Atomics.notify(taken, 0);
      yield piece;
      if (piece.kind === 'read' && piece.piece.notes !== undefined) return;
    }
  } finally {
    await worker.terminate();
  }
}
