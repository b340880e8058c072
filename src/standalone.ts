// The entry of the standalone program: carries the bundled articles inside, and lays them out in the
// cache folder, where the library reads them like any other files.

import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import articles from 'bundled-articles';
import { makeFolder } from './folder.ts';
import { main } from './main.ts';
import { processEnvironment } from './settings/environment.ts';
import { foldersOf } from './settings/folders.ts';

/** Folder of the bundled articles, laid out at the first start and after each change of them. */
function articlesFolder(): string {
  const { cache } = foldersOf(processEnvironment(''));
  const folder = join(cache, `articles-${articles.hash}`);
  if (existsSync(folder)) return folder;
  try {
    // Written aside and renamed, so that another process never sees half of it.
    const aside = `${folder}.${process.pid}`;
    layOut(aside);
    renameSync(aside, folder);
    return folder;
  } catch {
    if (existsSync(folder)) return folder;
    const own = mkdtempSync(join(tmpdir(), 'news-articles-'));
    process.on('exit', () => rmSync(own, { recursive: true, force: true }));
    layOut(own);
    return own;
  }
}

function layOut(folder: string): void {
  for (const [path, text] of articles.files) {
    const file = join(folder, path);
    makeFolder(dirname(file));
    writeFileSync(file, text);
  }
}

process.exitCode = await main(process.argv.slice(2), articlesFolder());
