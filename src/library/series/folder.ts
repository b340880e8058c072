// What a folder holds: articles, sub-folders, series.yaml; decides where symbolic links may lead.

import { readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { isArticleName, safeName } from '../article/slug.ts';
import { SERIES_FILES } from './series-file.ts';

export interface FolderPlace {
  /** Absolute path, by the way it was reached. */
  readonly path: string;
  /** The same without symbolic links. */
  readonly real: string;
  /** Key of the series its articles belong to. */
  readonly key: string;
  /** Whether a symbolic link was followed on the way; then further links to folders are not. */
  readonly linked: boolean;
}

export interface Listing {
  /** Names of article files, in the order of their names. */
  readonly files: readonly string[];
  readonly folders: readonly FolderPlace[];
  readonly seriesFile?: string;
  /** Holds symbolic links: what they lead to can change without the folder changing. */
  readonly links: boolean;
}

/** The folder an absolute path names, as the root of a library, or undefined where there is none. */
export function rootPlace(path: string): FolderPlace | undefined {
  try {
    const real = realpathSync(path);
    if (!statSync(real).isDirectory()) return undefined;
    return { path, real, key: safeName(basename(real)), linked: false };
  } catch {
    return undefined;
  }
}

/** Lists a folder without hidden names, `node_modules` and links out of `root` or in circles. */
export function listFolder(place: FolderPlace, root: FolderPlace): Listing {
  const files: string[] = [];
  const folders: FolderPlace[] = [];
  const others = new Set<string>();
  let links = false;
  for (const entry of entriesOf(place.path)) {
    const { name } = entry;
    if (name.startsWith('.') || name === 'node_modules') continue;
    let isFile = entry.isFile();
    let isFolder = entry.isDirectory();
    const path = join(place.path, name);
    let real = join(place.real, name);
    if (!isFile && !isFolder) {
      links ||= entry.isSymbolicLink();
      const target = entry.isSymbolicLink() ? targetOf(path, root) : undefined;
      if (!target) continue;
      ({ isFile, real } = target);
      isFolder = !isFile && !place.linked && !isWithin(place.real, real);
    }
    if (isFile && isArticleName(name)) files.push(name);
    else if (isFile) others.add(name);
    else if (isFolder) {
      const own = safeName(name);
      const key = place === root ? own : `${place.key}/${own}`;
      folders.push({ path, real, key, linked: place.linked || entry.isSymbolicLink() });
    }
  }
  const seriesFile = SERIES_FILES.find((name) => others.has(name));
  files.sort();
  folders.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files, folders, links, ...(seriesFile === undefined ? {} : { seriesFile }) };
}

function entriesOf(path: string) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch {
    return [];
  }
}

function targetOf(
  path: string,
  root: FolderPlace,
): { readonly isFile: boolean; readonly real: string } | undefined {
  try {
    const real = realpathSync(path);
    if (!isWithin(real, root.real)) return undefined;
    const stat = statSync(real);
    return stat.isFile() || stat.isDirectory() ? { isFile: stat.isFile(), real } : undefined;
  } catch {
    return undefined;
  }
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
