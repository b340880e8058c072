// Pictures drawn by a thread, one by one, within a time; a failure ends the thread.

import type { Worker } from 'node:worker_threads';
import { startThread } from '../../thread.ts';
import type { Drawn, PictureAnswer, PictureOrder } from './order.ts';

/** Milliseconds that a picture may take, starting the thread included. */
const LIMIT = 3000;
/** Milliseconds that pictures may take in vain before no more are tried. */
const LOST_LIMIT = 10_000;

export interface PictureDrawer {
  /** What is made of a picture; undefined where it can't be decoded in time. */
  draw(order: Omit<PictureOrder, 'id'>): Promise<Drawn | undefined>;
  close(): void;
}

export function openDrawer(limit = LIMIT, lostLimit = LOST_LIMIT): PictureDrawer {
  let worker: Worker | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  let count = 0;
  let isClosed = false;
  let lost = 0;
  const drop = () => {
    void worker?.terminate();
    worker = undefined;
  };
  const once = (order: Omit<PictureOrder, 'id'>): Promise<Drawn | undefined> =>
    new Promise((resolve) => {
      if (isClosed || lost > lostLimit) return resolve(undefined);
      const begun = performance.now();
      const id = ++count;
      if (worker === undefined) {
        worker = startThread('picture-worker', {});
        worker.unref();
      }
      const own = worker;
      const finish = (drawn: Drawn | undefined, isFailure: boolean) => {
        clearTimeout(clock);
        own.off('message', heard);
        own.off('error', failed);
        own.off('exit', failed);
        if (isFailure) lost += performance.now() - begun;
        if (isFailure && own === worker) drop();
        resolve(drawn);
      };
      const heard = (answer: PictureAnswer) => {
        if (answer.id === id) finish(answer.drawn, answer.drawn === undefined);
      };
      const failed = () => finish(undefined, true);
      const clock = setTimeout(failed, limit);
      own.on('message', heard);
      own.on('error', failed);
      own.on('exit', failed);
      own.postMessage({ ...order, id } satisfies PictureOrder);
    });
  return {
    draw(order) {
      const drawn = queue.then(() => once(order));
      queue = drawn;
      return drawn;
    },
    close() {
      isClosed = true;
      drop();
    },
  };
}
