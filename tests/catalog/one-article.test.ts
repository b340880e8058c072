// Reading one article looks at that article, and at what its place in the series depends on: no other file.

import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { openCatalog } from '../../src/catalog/open-catalog.ts';
import { makeLibrary } from '../support/library-maker.ts';
import { sandbox } from '../support/sandbox.ts';

interface Library {
  readonly root: string;
  readonly cacheFolder: string;
  /** Articles whose text is in the cache. */
  readonly known: () => number;
}

function library(articles: number): Library {
  const folder = sandbox();
  const [root, cacheFolder] = [join(folder, 'root'), join(folder, 'cache')];
  makeLibrary(root, { articles, perSeries: 20, seed: 4 });
  return {
    root,
    cacheFolder,
    known: () => {
      const db = new DatabaseSync(
        join(cacheFolder, readdirSync(cacheFolder).find((name) => name.endsWith('.db')) ?? ''),
      );
      const count = db.prepare('SELECT count(card) AS count FROM files').get()?.['count'];
      db.close();
      return Number(count);
    },
  };
}

it('reads three of two hundred files for an article and its neighbours', async () => {
  const { root, cacheFolder, known } = library(200);
  const catalog = await openCatalog({ roots: [root], cacheFolder });
  const found = await catalog.find('de-0003/5');
  if (found.kind !== 'found') throw new Error(found.kind);
  const { previous, next, series } = await catalog.neighbours(found.card);
  expect([previous?.number, found.card.number, next?.number, series.count]).toEqual([4, 5, 6, 20]);
  await catalog.document(found.card);
  catalog.close();
  expect(known()).toBe(3);
});

it('keeps the document, and parses it anew when the file says something else', async () => {
  const { root, cacheFolder } = library(3);
  const read = async () => {
    const catalog = await openCatalog({ roots: [root], cacheFolder });
    const [card] = await catalog.list();
    if (!card) throw new Error('no article');
    const document = await catalog.document(card);
    catalog.close();
    return { card, document };
  };
  const first = await read();
  expect(await read()).toEqual(first);
  appendFileSync(first.card.path, '\n\nEin neuer Absatz.\n');
  const second = await read();
  expect(second.document.blocks.length).toBe(first.document.blocks.length + 1);
});

it('reports how far indexing has come', async () => {
  const { root } = library(250);
  const reports: (readonly [number, number])[] = [];
  const catalog = await openCatalog({
    roots: [root],
    onProgress: (done, total) => reports.push([done, total]),
  });
  await catalog.list();
  catalog.close();
  expect(reports).toEqual([
    [100, 250],
    [200, 250],
    [250, 250],
  ]);
});
