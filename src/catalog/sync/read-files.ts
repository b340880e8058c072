// Reads the files of many articles, in a thread of its own where there are enough of them: while that
// reads, the other writes.

import type { Worker } from 'node:worker_threads';
import { hasThread, inboxOf, startThread } from '../../thread.ts';
import type { WordRow } from '../terms/terms.ts';
import { createFileReader, type KnownFile, type ReadFile, type TermsOf } from './read-file.ts';

/** Some files as they were read, and the words met for the first time. */
export interface ReadBatch {
  readonly files: readonly ReadFile[];
  readonly words: readonly WordRow[];
}

/** What the reading thread is told at its start; then it is sent lists of known files, and answers each. */
export interface ReadOrder {
  readonly terms: boolean;
}

/** Files from which on a thread reads them: it takes as long to start as reading some hundred. */
const MANY = 1000;
/** Lists on their way to the thread at once: enough for it to go on while what it has read is written. */
const IN_FLIGHT = 30;

export type BatchReader = (files: readonly KnownFile[]) => Promise<ReadBatch>;

export async function createBatchReader({ terms }: ReadOrder): Promise<BatchReader> {
  const indexing = terms ? await loadIndexing() : undefined;
  const read = createFileReader(indexing?.termsOf);
  return async (known) => {
    const files: ReadFile[] = [];
    for (const one of known) files.push(await read(one));
    return { files, words: indexing?.fresh.splice(0) ?? [] };
  };
}

async function loadIndexing(): Promise<{ termsOf: TermsOf; fresh: WordRow[] }> {
  const { newVocabulary, termsOf } = await import('../terms/terms.ts');
  const vocabulary = newVocabulary();
  return {
    termsOf: (article, lang) => termsOf(article, lang, vocabulary),
    fresh: vocabulary.fresh,
  };
}

/** What `lists` hold, `count` files in all, read in their order; by a thread that `start` starts. */
export async function* readFiles(
  lists: Iterable<readonly KnownFile[]>,
  count: number,
  order: ReadOrder,
  start: typeof startThread = startThread,
): AsyncGenerator<ReadBatch> {
  const worker = count >= MANY ? tryThread(order, start) : undefined;
  if (worker) yield* threadBatches(worker, lists, order);
  else yield* ownBatches(lists, order);
}

async function* ownBatches(
  lists: Iterable<readonly KnownFile[]>,
  order: ReadOrder,
): AsyncGenerator<ReadBatch> {
  const read = await createBatchReader(order);
  for (const list of lists) {
    yield await read(list);
    // Others have a chance to do something.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function tryThread(order: ReadOrder, start: typeof startThread): Worker | undefined {
  try {
    if (hasThread('read-worker')) return start('read-worker', { workerData: order });
  } catch {
    // Without a thread it only takes longer.
  }
  return undefined;
}

async function* threadBatches(
  worker: Worker,
  lists: Iterable<readonly KnownFile[]>,
  order: ReadOrder,
): AsyncGenerator<ReadBatch> {
  const left = lists[Symbol.iterator]();
  const waiting: (readonly KnownFile[])[] = [];
  const inbox = inboxOf<ReadBatch>(worker);
  const send = (): void => {
    const next = left.next();
    if (next.done) return;
    waiting.push(next.value);
    worker.postMessage(next.value);
  };
  try {
    for (let sent = 0; sent < IN_FLIGHT; sent++) send();
    while (waiting.length > 0) {
      const batch = await inbox.next();
      // Memory may be short: what is missing is read here, and a fault of our own shows there.
      if (!batch) break;
      waiting.shift();
      send();
      yield batch;
    }
  } finally {
    await worker.terminate();
  }
  if (waiting.length > 0) yield* ownBatches(joined(waiting, left), order);
}

function* joined<T>(first: readonly T[], rest: Iterator<T>): Generator<T> {
  yield* first;
  for (let next = rest.next(); !next.done; next = rest.next()) yield next.value;
}
