// A cache that is damaged, foreign or can't be opened costs time and never an answer.

import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../src/catalog/open-catalog.ts';
import { makeLibrary } from '../support/library-maker.ts';
import { sandbox } from '../support/sandbox.ts';
import { scanLibrary } from '../support/scan-library.ts';

async function filled(): Promise<{
  readonly root: string;
  readonly cacheFolder: string;
  readonly file: string;
}> {
  const folder = sandbox();
  const [root, cacheFolder] = [join(folder, 'root'), join(folder, 'cache')];
  makeLibrary(root, { articles: 12, perSeries: 6, seed: 3 });
  const catalog = await openCatalog({ roots: [root], cacheFolder });
  await catalog.list();
  catalog.close();
  const name = readdirSync(cacheFolder).find((file) => file.endsWith('.db')) ?? '';
  return { root, cacheFolder, file: join(cacheFolder, name) };
}

async function expectTruth(root: string, cacheFolder: string): Promise<void> {
  const catalog = await openCatalog({ roots: [root], cacheFolder });
  const { cards, series } = await scanLibrary([root]);
  expect(await catalog.list()).toEqual(cards);
  expect(await catalog.series()).toEqual(series);
  const [first] = cards;
  if (first) expect((await catalog.document(first)).title).toBe(first.title);
  const fresh = await openCatalog({ roots: [root] });
  expect(await catalog.search('abbau')).toEqual(await fresh.search('abbau'));
  fresh.close();
  catalog.close();
}

describe('a cache', () => {
  it('cut off anywhere is built anew', async () => {
    const { root, cacheFolder, file } = await filled();
    const whole = readFileSync(file);
    for (let part = 0; part < 24; part++) {
      writeFileSync(file, whole);
      truncateSync(file, Math.floor((whole.length * part) / 24));
      await expectTruth(root, cacheFolder);
    }
  });

  it('with pages overwritten by others answers nothing wrong', async () => {
    const { root, cacheFolder, file } = await filled();
    const whole = readFileSync(file);
    for (let page = 0; page < whole.length / 4096; page++) {
      const bytes = Buffer.from(whole);
      bytes.fill(0xa5, page * 4096, (page + 1) * 4096);
      writeFileSync(file, bytes);
      const catalog = await openCatalog({ roots: [root], cacheFolder });
      const { cards } = await scanLibrary([root]);
      expect(await catalog.list()).toEqual(cards);
      catalog.close();
    }
  });

  it('of another schema or another program is left alone', async () => {
    const { root, cacheFolder, file } = await filled();
    writeFileSync(file, 'this is no database, and was never one');
    await expectTruth(root, cacheFolder);
    const other = new DatabaseSync(file.replace(/-\d+\.db$/, '-7.db'));
    other.exec('CREATE TABLE files (x); PRAGMA user_version=99');
    other.close();
    await expectTruth(root, cacheFolder);
  });

  it('that lost its tables is built anew', async () => {
    const { root, cacheFolder, file } = await filled();
    const db = new DatabaseSync(file);
    db.exec('DROP TABLE series; DROP TABLE documents');
    db.close();
    await expectTruth(root, cacheFolder);
  });

  it('with rows of another making is built anew', async () => {
    const { root, cacheFolder, file } = await filled();
    const db = new DatabaseSync(file);
    db.exec("UPDATE files SET card = '{' WHERE id = 3; UPDATE folders SET place = 'x'");
    db.close();
    await expectTruth(root, cacheFolder);
  });

  it('whose folder is a file, or may not be written, stays in memory', async () => {
    const { root, cacheFolder } = await filled();
    const blocked = join(cacheFolder, 'blocked');
    writeFileSync(blocked, '');
    await expectTruth(root, blocked);
    const locked = join(cacheFolder, 'locked');
    mkdirSync(locked);
    chmodSync(locked, 0o500);
    await expectTruth(root, join(locked, 'deeper'));
  });

  it('may go away while it is open', async () => {
    const { root, cacheFolder } = await filled();
    const catalog = await openCatalog({ roots: [root], cacheFolder });
    const before = await catalog.list();
    for (const name of readdirSync(cacheFolder)) truncateSync(join(cacheFolder, name), 0);
    catalog.refresh();
    expect(await catalog.list()).toEqual(before);
    catalog.close();
  });
});
