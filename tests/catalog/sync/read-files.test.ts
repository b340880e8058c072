// Articles are read the same by a thread of their own and without one, and none is lost with the thread.

import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import type { KnownFile } from '../../../src/catalog/sync/read-file.ts';
import { type ReadBatch, readFiles } from '../../../src/catalog/sync/read-files.ts';
import { startThread } from '../../../src/thread.ts';
import { sandbox, writeFiles } from '../../support/sandbox.ts';

/** So many that a thread is worth it; `readFiles` is told so. */
const MANY = 10_000;

async function lists(): Promise<KnownFile[][]> {
  const folder = sandbox();
  const made = Array.from({ length: 50 }, (_, list) =>
    Array.from({ length: 4 }, (_, place) => {
      const name = `${list}-${place}.md`;
      const lang = place % 2 === 0 ? 'de' : 'en';
      // Every fifth needs the full YAML parser, which has to be waited for.
      const title = list % 5 === 0 ? '{ title: &a "Häuser" }' : 'title: Häuser';
      if (place < 3) {
        writeFiles(folder, {
          [name]: `---\n${title}\n---\nDie Städte ${list}, news of ${name}.\n`,
        });
      }
      return {
        id: list * 4 + place,
        path: join(folder, name),
        article: `a/${name}`,
        slug: name,
        series: 'a',
        name: JSON.stringify({ file: name }),
        hash: null,
        indexed: null,
        lang,
      };
    }),
  );
  // Files younger than the clock's tick have no stamp.
  await setTimeout(250);
  return made;
}

async function all(batches: AsyncIterable<ReadBatch>): Promise<ReadBatch[]> {
  const list: ReadBatch[] = [];
  for await (const batch of batches) list.push(batch);
  return list;
}

describe('reading files', () => {
  it.each([true, false])('gives the same in a thread, with terms: %s', async (terms) => {
    const given = await lists();
    const own = await all(readFiles(given, 1, { terms }));
    let threads = 0;
    const start: typeof startThread = (program, options) => {
      threads++;
      return startThread(program, options);
    };
    expect(await all(readFiles(given, MANY, { terms }, start))).toEqual(own);
    expect(threads).toBe(1);
    expect(own.length).toBe(50);
    expect(own.every(({ words }) => words.length > 0)).toBe(terms);
    expect(own[7]?.files[3]).toMatchObject({ hash: 'unreadable', stamp: 0 });
  });

  it('goes on by itself where the thread ends early', async () => {
    const given = await lists();
    const own = await all(readFiles(given, 1, { terms: true }));
    // Answers three lists as they came and is gone.
    const program = `
      const { parentPort } = require('node:worker_threads');
      let count = 0;
      parentPort.on('message', (files) => {
        if (count++ === 3) process.exit(1);
        parentPort.postMessage({ files, words: [] });
      });`;
    const start = (): Worker => new Worker(program, { eval: true });
    const read = await all(readFiles(given, MANY, { terms: true }, start));
    expect(read.slice(0, 3).map(({ files }) => files)).toEqual(given.slice(0, 3));
    expect(read.slice(3).map(({ files }) => files)).toEqual(own.slice(3).map(({ files }) => files));
  });

  it('goes on by itself where no thread is to be had', async () => {
    const given = await lists();
    const start = (): Worker => {
      throw new Error('no more threads');
    };
    const read = await all(readFiles(given, MANY, { terms: true }, start));
    expect(read).toEqual(await all(readFiles(given, 1, { terms: true })));
  });

  it('says what failed in the thread', async () => {
    const given = (await lists()).map((files) =>
      files.map((file) => ({ ...file, name: 'no JSON' })),
    );
    await expect(all(readFiles(given, MANY, { terms: true }))).rejects.toThrow(SyntaxError);
  });

  it('ends its thread when no more is wanted', async () => {
    let ended: Promise<number> | undefined;
    const start: typeof startThread = (program, options) => {
      const worker = startThread(program, options);
      ended = new Promise((resolve) => worker.once('exit', resolve));
      return worker;
    };
    for await (const _ of readFiles(await lists(), MANY, { terms: true }, start)) break;
    expect(await ended).toBe(1);
  });
});
