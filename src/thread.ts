// Threads of this program: where their programs lie, and what each is given.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/** Program of a thread -> its source below this folder. Built, each is a file of its own beside main.cjs. */
const PROGRAMS = {
  'parse-worker': './catalog/parse/parse-worker.ts',
  'read-worker': './catalog/sync/read-worker.ts',
  'picture-worker': './pictures/work/picture-worker.ts',
} as const;

export type ThreadProgram = keyof typeof PROGRAMS;

function placeOf(program: ThreadProgram): URL {
  const isSource = import.meta.url.endsWith('.ts');
  return new URL(isSource ? PROGRAMS[program] : `../${program}.cjs`, import.meta.url);
}

/** Whether a thread can be had: a program in one file has none. */
export function hasThread(program: ThreadProgram): boolean {
  return existsSync(fileURLToPath(placeOf(program)));
}

/** Starts a thread. Throws where the system gives none; a later failure is the thread's `error`. */
export function startThread(
  program: ThreadProgram,
  options: Pick<WorkerOptions, 'workerData' | 'transferList'>,
): Worker {
  return new Worker(placeOf(program), {
    ...options,
    // Nearly all that a thread makes is handed over and dropped: room for more would only be memory.
    resourceLimits: { maxYoungGenerationSizeMb: 24 },
    // Node 22 calls its SQLite experimental on standard error, in each thread anew.
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
}
