// The full-text index is filled when a search comes, and has then what the files say.

import { readdirSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../../src/catalog/open-catalog.ts';
import { makeLibrary } from '../../support/library-maker.ts';
import { expectFreshAnswers } from '../../support/same-answers.ts';
import { sandbox, writeFiles } from '../../support/sandbox.ts';

const FILES = {
  'one/series.yaml': 'lang: de\n',
  'one/01-alpha.md': '---\ntitle: Alpha\n---\n\nDer Stellenabbau.\n',
  'one/02-beta.md': '# Beta\n\nDie Häuser der Stadt.\n',
  'two/gamma.md': '# Gamma\n\nThe houses of the city.\n',
};

function library(): { readonly root: string; readonly cacheFolder: string } {
  const folder = sandbox();
  const root = join(folder, 'root');
  writeFiles(root, FILES);
  return { root, cacheFolder: join(folder, 'cache') };
}

function indexed(cacheFolder: string): { readonly files: number; readonly texts: number } {
  const name = readdirSync(cacheFolder).find((file) => file.endsWith('.db')) ?? '';
  const db = new DatabaseSync(join(cacheFolder, name));
  const count = (sql: string): number => Number(db.prepare(sql).get()?.['count']);
  const files = count('SELECT count(*) AS count FROM files WHERE indexed = hash');
  const texts = count('SELECT count(*) AS count FROM texts');
  db.close();
  return { files, texts };
}

describe('the full-text index', () => {
  it('is left alone by a list, and filled by the first search', async () => {
    const { root, cacheFolder } = library();
    const listing = await openCatalog({ roots: [root], cacheFolder });
    expect((await listing.list()).length).toBe(3);
    listing.close();
    expect(indexed(cacheFolder)).toEqual({ files: 0, texts: 0 });
    const searching = await openCatalog({ roots: [root], cacheFolder });
    expect((await searching.search('abbau')).hits.length).toBe(1);
    searching.close();
    expect(indexed(cacheFolder)).toEqual({ files: 3, texts: 3 });
  });

  it('takes an article with more words than a function takes arguments', async () => {
    const { root, cacheFolder } = library();
    const words = Array.from({ length: 150_000 }, (_, index) => `w${index.toString(36)}q`);
    writeFiles(root, { 'one/04-words.md': `# Words\n\n${words.join(' ')}\n` });
    const catalog = await openCatalog({ roots: [root], cacheFolder });
    expect((await catalog.search('w2n9cq')).hits.map(({ card }) => card.slug)).toEqual(['words']);
    catalog.close();
  });

  it('has no text twice and none that is gone, whatever was listed between two searches', async () => {
    const { root, cacheFolder } = library();
    const ask = async (...searches: readonly string[]): Promise<void> => {
      const catalog = await openCatalog({ roots: [root], cacheFolder });
      if (searches.length === 0) await catalog.list();
      else await expectFreshAnswers(catalog, [root], searches);
      catalog.close();
    };
    await ask('abbau', 'haus');
    writeFiles(root, { 'one/02-beta.md': '# Beta\n\nEin Abbau.\n' });
    await ask();
    writeFiles(root, { 'one/03-delta.md': '# Delta\n\nAuch ein Abbau.\n' });
    unlinkSync(join(root, 'two/gamma.md'));
    await ask();
    await ask('abbau', 'haus', 'delta');
    writeFiles(root, { 'one/02-beta.md': FILES['one/02-beta.md'] });
    await ask();
    writeFiles(root, { 'one/series.yaml': 'lang: en\n' });
    await ask();
    await ask('abbau', 'haus', 'houses');
    expect(indexed(cacheFolder)).toEqual({ files: 3, texts: 3 });
  });

  it('is filled for one article whose words are to be marked', async () => {
    const { root, cacheFolder } = library();
    const catalog = await openCatalog({ roots: [root], cacheFolder });
    const card = await catalog.card('one/beta');
    if (!card) throw new Error('no article');
    expect(await catalog.wordsToMark(card, 'haus')).toEqual(['hauser']);
    catalog.close();
    expect(indexed(cacheFolder)).toEqual({ files: 1, texts: 1 });
  });
});

describe('a new cache', () => {
  it('is written whole when the catalog is closed, and by the first of several', async () => {
    const { root, cacheFolder } = library();
    const [first, second] = [
      await openCatalog({ roots: [root], cacheFolder }),
      await openCatalog({ roots: [root], cacheFolder }),
    ];
    await first.search('abbau');
    await second.list();
    expect(() => readdirSync(cacheFolder)).toThrow();
    first.close();
    second.close();
    expect(readdirSync(cacheFolder).length).toBe(1);
    expect(indexed(cacheFolder)).toEqual({ files: 3, texts: 3 });
  });

  it('lies in its file at once where the library is large, and outlives its process', async () => {
    const { root, cacheFolder } = library();
    makeLibrary(root, { articles: 320 });
    const first = await openCatalog({ roots: [root], cacheFolder });
    const second = await openCatalog({ roots: [root], cacheFolder });
    const found = await first.search('abbau');
    expect(indexed(cacheFolder)).toEqual({ files: 323, texts: 323 });
    writeFiles(root, { 'one/04-late.md': '# Late\n\nEin Abbau.\n' });
    expect((await second.search('abbau')).hits.length).toBe(found.hits.length + 1);
    first.refresh();
    expect((await first.search('abbau')).hits.length).toBe(found.hits.length + 1);
    first.close();
    second.close();
  });

  it('is not written where nothing was asked', async () => {
    const { root, cacheFolder } = library();
    (await openCatalog({ roots: [root], cacheFolder })).close();
    expect(() => readdirSync(cacheFolder)).toThrow();
  });
});
