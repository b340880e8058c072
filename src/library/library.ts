// From folders' listings to articles: series, ids, order. Pure.

import { join } from 'node:path';
import type { Series } from './article/card.ts';
import type { SeriesFields } from './article/matter-fields.ts';
import { distinctSlugs, type FileName, parseFileName } from './article/slug.ts';
import { guideRank } from './query/guide.ts';
import { type FolderPlace, type Listing, listFolder, rootPlace } from './series/folder.ts';
import { compareText } from './series/order.ts';

/** A listed folder and the place of its root in the list of roots. */
export interface ListedFolder {
  readonly place: FolderPlace;
  readonly listing: Listing;
  readonly root: number;
}

/** An article by its names alone. */
export interface Entry {
  readonly id: string;
  readonly slug: string;
  readonly series: string;
  readonly name: FileName;
  readonly path: string;
}

/** All folders below the roots, each root first; `before` hears of each before it is listed. */
export function listRoots(
  roots: readonly string[],
  before: (path: string) => void = () => {},
): ListedFolder[] {
  return roots.flatMap((path, index) => {
    const root = rootPlace(path);
    return root ? listBelow(root, index, before) : [];
  });
}

function listBelow(
  root: FolderPlace,
  index: number,
  before: (path: string) => void,
): ListedFolder[] {
  const listed: ListedFolder[] = [];
  const waiting = [root];
  for (let place = waiting.pop(); place; place = waiting.pop()) {
    before(place.path);
    const listing = listFolder(place, root);
    listed.push({ place, listing, root: index });
    waiting.push(...[...listing.folders].reverse());
  }
  return listed;
}

/**
 * Articles of folders: same key, one series; same id, the first root's; same slug in a root, a longer one.
 */
export function entriesOf(folders: readonly ListedFolder[]): Entry[] {
  const groups = new Map<
    string,
    { readonly key: string; readonly files: { readonly name: FileName; readonly path: string }[] }
  >();
  for (const { place, listing, root } of folders) {
    if (listing.files.length === 0) continue;
    const group = groups.get(`${root}/${place.key}`) ?? { key: place.key, files: [] };
    groups.set(`${root}/${place.key}`, group);
    for (const file of listing.files) {
      group.files.push({ name: parseFileName(file), path: join(place.path, file) });
    }
  }
  const entries = new Map<string, Entry>();
  // Groups stand in the order of the roots, so the first to take an id is of the first root.
  for (const { key, files } of groups.values()) {
    const slugs = distinctSlugs(files.map(({ name }) => name));
    files.forEach(({ name, path }, index) => {
      const slug = slugs[index] as string;
      const id = `${key}/${slug}`;
      if (!entries.has(id)) entries.set(id, { id, slug, series: key, name, path });
    });
  }
  return [...entries.values()];
}

/** The series files that count, by key: the first root's, and in it the folder's that comes first. */
export function seriesFilesOf(folders: readonly ListedFolder[]): Map<string, string> {
  const files = new Map<string, string>();
  for (const { place, listing } of folders) {
    if (listing.seriesFile !== undefined && !files.has(place.key)) {
      files.set(place.key, join(place.path, listing.seriesFile));
    }
  }
  return files;
}

/** A series as a command shows it; its title is the folder's name where `series.yaml` gives none. */
export function seriesOf(key: string, fields: SeriesFields, count: number): Series {
  const { title, summary, lang } = fields;
  return {
    key,
    title: title ?? key,
    ...(summary === undefined ? {} : { summary }),
    ...(lang === undefined ? {} : { lang }),
    count,
  };
}

/** The order of series in a library: that of their roots, then of their keys, the guide as it suits the reader's language. */
export function seriesOrder(folders: readonly ListedFolder[], language?: string): string[] {
  const firstRoot = new Map<string, number>();
  for (const { place, listing, root } of folders) {
    if (listing.files.length > 0 && !firstRoot.has(place.key)) firstRoot.set(place.key, root);
  }
  return [...firstRoot]
    .sort(
      ([a, rootA], [b, rootB]) =>
        rootA - rootB || guideRank(a, language) - guideRank(b, language) || compareText(a, b),
    )
    .map(([key]) => key);
}
