// Whatever happens to the files, a catalog with a cache answers what a fresh scan says.

import {
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../src/catalog/open-catalog.ts';
import { random } from '../support/library-maker.ts';
import { expectFreshAnswers } from '../support/same-answers.ts';
import { sandbox, writeFiles } from '../support/sandbox.ts';

const SEARCHES = [
  'alpha',
  'abbau',
  'title:alpha',
  'alp*',
  'alpah',
  '-alpha',
  'tag:eins',
  '"wort zwei"',
  'apfel',
];

const FILES = {
  'one/series.yaml': 'title: Eins\nlang: de\n',
  'one/01-alpha.md':
    '---\ntitle: Alpha\ndate: 2024-01-01\ntags: [eins]\n---\n\nDer Stellenabbau und Wort zwei.\n',
  'one/02-beta.md': '---\ntitle: Beta\ndate: 2024-01-02\n---\n\nEin Apfel ist nicht die Alpha.\n',
  'one/03-gamma.md': '# Gamma\n\nOhne Vorspann.\n',
  'two/x.md': '---\ndate: 2023-05-05\n---\n\nThe alpha of the house and of the apples.\n',
  'two/y.md': '# Ypsilon\n\nundated\n',
  'two/deep/z.md': '# Zeta\n\nalpha alpha\n',
  'loose.txt': 'A text that lies in the root.\n',
};

const CHANGES: Readonly<Record<string, (root: string) => void>> = {
  'an article is added': (root) =>
    writeFiles(root, { 'one/04-delta.md': '# Delta\n\nAlpha und Abbau' }),
  'an article is edited': (root) =>
    writeFiles(root, { 'one/02-beta.md': '# Beta neu\n\nStellenabbau, Alpha' }),
  'an article is edited and stays as long': (root) =>
    writeFiles(root, { 'one/03-gamma.md': '# Omega\n\nOhne Vorspann.\n' }),
  'an edit hides its time': (root) => {
    const { atime, mtime } = statSync(join(root, 'one/03-gamma.md'));
    writeFiles(root, { 'one/03-gamma.md': '# Omega\n\nOhne Vorspann.\n' });
    utimesSync(join(root, 'one/03-gamma.md'), atime, mtime);
  },
  'an article is renamed': (root) =>
    renameSync(join(root, 'one/01-alpha.md'), join(root, 'one/09-last.md')),
  'an article moves to another series': (root) =>
    renameSync(join(root, 'one/01-alpha.md'), join(root, 'two/alpha.md')),
  'an article is deleted': (root) => unlinkSync(join(root, 'one/02-beta.md')),
  'two articles are swapped': (root) => {
    renameSync(join(root, 'one/01-alpha.md'), join(root, 'one/swap'));
    renameSync(join(root, 'one/02-beta.md'), join(root, 'one/01-alpha.md'));
    renameSync(join(root, 'one/swap'), join(root, 'one/02-beta.md'));
  },
  'a date changes the order': (root) =>
    writeFiles(root, { 'two/y.md': '---\ndate: 2020-01-01\n---\nalpha\n' }),
  'series.yaml changes title and order': (root) =>
    writeFiles(root, { 'one/series.yaml': 'title: Uno\nlang: de\norder: -date\n' }),
  'series.yaml changes the language': (root) =>
    writeFiles(root, { 'one/series.yaml': 'title: One\nlang: en\n' }),
  'series.yaml comes': (root) =>
    writeFiles(root, { 'two/series.yaml': 'title: Zwei\nsummary: "Die zweite"\n' }),
  'series.yaml goes': (root) => unlinkSync(join(root, 'one/series.yaml')),
  'a series is renamed': (root) => renameSync(join(root, 'one'), join(root, 'uno')),
  'a series is deleted': (root) => rmSync(join(root, 'one'), { recursive: true }),
  'a series comes': (root) =>
    writeFiles(root, { 'three/a.md': '# A\n\nalpha', 'three/b.md': '# B\n\nabbau' }),
  'an empty folder comes': (root) => mkdirSync(join(root, 'empty')),
  'a second file takes the same slug': (root) =>
    writeFiles(root, { 'one/00-beta.md': '# Other beta\n\nAlpha' }),
  'front matter breaks': (root) =>
    writeFiles(root, { 'one/01-alpha.md': '---\ntitle: One: two\ndate: [\n---\nalpha' }),
  'an article becomes a folder': (root) => {
    unlinkSync(join(root, 'two/y.md'));
    writeFiles(root, { 'two/y.md/inner.md': '# Inner' });
  },
  'everything is deleted': (root) => rmSync(root, { recursive: true }),
};

describe('a catalog with a cache', () => {
  it.each(Object.entries(CHANGES))(
    'sees it when %s, opened anew or refreshed',
    async (_, change) => {
      const folder = sandbox();
      const [root, cacheFolder] = [join(folder, 'root'), join(folder, 'cache')];
      writeFiles(root, FILES);
      const first = await openCatalog({ roots: [root], cacheFolder });
      await expectFreshAnswers(first, [root], SEARCHES);
      change(root);
      first.refresh();
      const second = await openCatalog({ roots: [root], cacheFolder });
      await expectFreshAnswers(second, [root], SEARCHES);
      await expectFreshAnswers(first, [root], SEARCHES);
      first.close();
      second.close();
      const third = await openCatalog({ roots: [root], cacheFolder });
      await expectFreshAnswers(third, [root], SEARCHES);
      third.close();
    },
  );

  it('sees edits of the same length that follow each other at once', async () => {
    const folder = sandbox();
    const [root, cacheFolder] = [join(folder, 'root'), join(folder, 'cache')];
    writeFiles(root, FILES);
    const catalog = await openCatalog({ roots: [root], cacheFolder });
    for (let n = 10; n < 60; n++) {
      writeFileSync(join(root, 'two/y.md'), `# Title ${n}\n`);
      catalog.refresh();
      expect((await catalog.card('two/y'))?.title).toBe(`Title ${n}`);
    }
    catalog.close();
  });

  it('lets the first root win, and shows the second when the first lets go', async () => {
    const folder = sandbox();
    const roots = [join(folder, 'mine'), join(folder, 'theirs')];
    const cacheFolder = join(folder, 'cache');
    writeFiles(folder, {
      'mine/one/a.md': '# Mine\n\nalpha',
      'theirs/one/a.md': '# Theirs\n\nalpha',
      'theirs/one/b.md': '# B\n\nalpha alpha',
    });
    const catalog = await openCatalog({ roots, cacheFolder });
    await expectFreshAnswers(catalog, roots, SEARCHES);
    expect((await catalog.card('one/a'))?.title).toBe('Mine');
    unlinkSync(join(folder, 'mine/one/a.md'));
    catalog.refresh();
    expect((await catalog.card('one/a'))?.title).toBe('Theirs');
    await expectFreshAnswers(catalog, roots, SEARCHES);
    rmSync(join(folder, 'mine'), { recursive: true });
    catalog.refresh();
    await expectFreshAnswers(catalog, roots, SEARCHES);
    catalog.close();
  });

  it('follows links inside the root, and sees it when their targets change', async () => {
    const folder = sandbox();
    const [root, cacheFolder] = [join(folder, 'root'), join(folder, 'cache')];
    writeFiles(root, { '.store/a.md': '# Alpha', '.store/b.md': '# Beta', 'one/c.md': '# C' });
    writeFiles(folder, { 'outside/secret.md': '# Secret' });
    symlinkSync('../.store/a.md', join(root, 'one/linked.md'));
    symlinkSync('../.store/later.md', join(root, 'one/later.md'));
    symlinkSync('.store', join(root, 'store'));
    symlinkSync('..', join(root, 'one/loop'));
    symlinkSync('../outside', join(root, 'out'));
    const catalog = await openCatalog({ roots: [root], cacheFolder });
    const ids = async () => (await catalog.list()).map(({ id }) => id);
    expect(await ids()).toEqual(['one/c', 'one/linked', 'store/a', 'store/b']);
    writeFiles(root, { '.store/later.md': '# Later' });
    catalog.refresh();
    expect(await ids()).toContain('one/later');
    await expectFreshAnswers(catalog, [root], SEARCHES);
    unlinkSync(join(root, '.store/a.md'));
    symlinkSync('../../outside/secret.md', join(root, '.store/a.md'));
    catalog.refresh();
    expect(await ids()).toEqual(['one/c', 'one/later', 'store/b', 'store/later']);
    await expectFreshAnswers(catalog, [root], SEARCHES);
    catalog.close();
  });

  it('agrees with a scan after any row of changes', async () => {
    const folder = sandbox();
    const [root, cacheFolder] = [join(folder, 'root'), join(folder, 'cache')];
    writeFiles(root, FILES);
    const next = random(7);
    const list = Object.values(CHANGES).slice(0, -1);
    for (let round = 0; round < 40; round++) {
      const change = list[Math.floor(next() * list.length)];
      try {
        change?.(root);
      } catch {
        // What it would change is gone; the files come back for the next.
        rmSync(root, { recursive: true, force: true });
        writeFiles(root, FILES);
      }
      const catalog = await openCatalog({ roots: [root], cacheFolder });
      await expectFreshAnswers(catalog, [root], SEARCHES.slice(0, 3));
      catalog.close();
    }
  });
});
