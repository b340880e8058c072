// The standalone program's entry: lays the bundled articles out in the cache folder.

import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { BundledFiles } from 'bundled-article-files';
import { hash } from 'bundled-articles';
import { makeFolder } from './folder.ts';
import { main } from './main.ts';
import { processEnvironment } from './settings/environment.ts';
import { foldersOf } from './settings/folders.ts';

/** Folder of the bundled articles, laid out at the first start and after each change of them. */
async function articlesFolder(): Promise<string> {
  const { cache } = foldersOf(processEnvironment(''));
  const folder = join(cache, `articles-${hash}`);
  if (existsSync(folder)) return folder;
  const { files } = await import('bundled-article-files');
  try {
    // Written aside and renamed, so that another process never sees half of it.
    const aside = `${folder}.${process.pid}`;
    layOut(files, aside);
    renameSync(aside, folder);
    return folder;
  } catch {
    if (existsSync(folder)) return folder;
    const own = mkdtempSync(join(tmpdir(), 'news-articles-'));
    process.on('exit', () => rmSync(own, { recursive: true, force: true }));
    layOut(files, own);
    return own;
  }
}

function layOut(files: BundledFiles, folder: string): void {
  for (const [path, text] of files) {
    const file = join(folder, path);
    makeFolder(dirname(file));
    writeFileSync(file, text);
  }
}

async function run(): Promise<void> {
  process.exitCode = await main(process.argv.slice(2), await articlesFolder());
}

// Not waited for: Bun keeps no bytecode of a module that waits at its top.
void run();
