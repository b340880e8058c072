// Threads of this program: where their programs lie, and what each is given.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/** Program of a thread -> its source below this folder. Built, each is a file of its own beside main.cjs. */
export const PROGRAMS = {
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

/** What a thread posts, in order. */
export interface Inbox<T> {
  /** The next message; undefined when the thread has ended or failed, or after `close`. */
  next(): Promise<T | undefined>;
  /** The thread's error, if it failed. */
  failure(): unknown;
  close(): void;
}

export function inboxOf<T>(worker: Worker): Inbox<T> {
  const arrived: T[] = [];
  let failure: unknown;
  let isOver = false;
  let wake = (): void => undefined;
  const end = (): void => {
    isOver = true;
    wake();
  };
  worker.on('message', (message: T) => {
    arrived.push(message);
    wake();
  });
  worker.on('error', (error) => {
    failure = error;
    end();
  });
  worker.on('exit', end);
  return {
    async next() {
      while (arrived.length === 0 && !isOver) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return arrived.shift();
    },
    failure: () => failure,
    close() {
      arrived.length = 0;
      end();
    },
  };
}
