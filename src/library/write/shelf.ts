// The reader's own folder as writers see it: found by source, updated, never over an edit.

import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { articleText, bodyOf, isAsWritten, type WrittenFields } from './article-text.ts';
import { fileAt, type KnownFile, listSeries, seriesKeys } from './known-files.ts';
import { type Lock, openLock } from './lock.ts';
import { fileName, freeSlug, slugFor } from './names.ts';
import { addressKey, isSameText } from './same.ts';
import { sweepDrafts, writeWhole } from './whole-file.ts';
import { type YamlValue, yamlLines } from './yaml-text.ts';

/** Hidden folder beside the articles of a series that has their pictures, a folder each. */
export const PICTURES = '.pictures';

/** Hidden folder that has what the reader marked in another program, a file an article. */
export const HIGHLIGHTS = '.highlights';

export interface PutOptions {
  /** Place in the series, counted from 1: leads the file's name. */
  readonly number?: number;
  /** Of how many digits the number is. */
  readonly digits?: number;
  /** Looks for the same article in this series alone, not in all. */
  readonly only?: boolean;
  /** What `slugFor` has promised. */
  readonly slug?: string;
}

/** What became of an article. `edited`: the reader has changed the file, and it was left alone. */
export interface Put {
  readonly kind: 'added' | 'updated' | 'unchanged' | 'edited';
  readonly id: string;
  readonly title: string;
  readonly path: string;
}

export interface ShelfOptions {
  /** The reader's own folder, absolute. */
  readonly folder: string;
  /** Where the lock is kept; no lock without. */
  readonly locks?: string;
}

export interface Shelf {
  /** The article that is there already, by its source or guid. */
  find(fields: WrittenFields, series?: string): KnownFile | undefined;
  /** The slug that `put` will give, promised to no other meanwhile; its pictures go to `.pictures/SLUG`. */
  slugFor(series: string, fields: WrittenFields, options?: PutOptions): string;
  /** Writes an article whole or not at all. Throws what the file system throws. */
  put(series: string, fields: WrittenFields, markdown: string, options?: PutOptions): Put;
  /** Writes a file of a series, such as a picture, if it is not there as it is. */
  putFile(series: string, name: string, bytes: Uint8Array): void;
  /** Gives a series its `series.yaml`, where it has none. */
  putSeries(series: string, fields: Readonly<Record<string, YamlValue | undefined>>): void;
  folderOf(series: string): string;
  close(): void;
}

/** Opens the folder for writing; nothing is made before something is put. */
export function openShelf({ folder, locks }: ShelfOptions): Shelf {
  const lock: Lock =
    locks === undefined ? { hold: (work) => work(), close() {} } : openLock(locks, folder);
  const swept = new Set<string>();

  const folderOf = (series: string): string => join(folder, ...series.split('/'));

  /** What a series holds; read anew where its folder has changed since. */
  const known = new Map<string, { readonly stamp: string; readonly files: KnownFile[] }>();
  function filesOf(series: string): KnownFile[] {
    const stamp = stampOf(folderOf(series));
    const before = known.get(series);
    if (before?.stamp === stamp) return before.files;
    const files = listSeries(folder, series);
    known.set(series, { stamp, files });
    return files;
  }
  /** Folders of all series by their keys; walked anew where one has changed since. */
  let stamps = new Map<string, string>();
  function allSeries(): readonly string[] {
    if (stamps.size === 0 || [...stamps].some(([key, stamp]) => stampOf(folderOf(key)) !== stamp)) {
      stamps = new Map(['', ...seriesKeys(folder)].map((key) => [key, stampOf(folderOf(key))]));
    }
    return [...stamps.keys()].filter((key) => key !== '');
  }
  function find(fields: WrittenFields, series?: string): KnownFile | undefined {
    const key = addressKey(fields.source);
    for (const one of series === undefined ? allSeries() : [series]) {
      const found = filesOf(one).find((file) =>
        fields.guid === undefined
          ? key !== undefined &&
            (file.key === key || file.viaKey === key) &&
            file.guid === undefined
          : file.guid === fields.guid,
      );
      if (found) return found;
    }
    return undefined;
  }

  function target(series: string, fields: WrittenFields, markdown: string, options: PutOptions) {
    const same = find(fields, series) ?? (options.only ? undefined : find(fields));
    if (same) return same;
    const own = filesOf(series);
    if (options.number !== undefined) return own.find(({ number }) => number === options.number);
    if (fields.source !== undefined || fields.guid !== undefined) return undefined;
    return own.find(
      (file) =>
        file.source === undefined &&
        file.title === fields.title &&
        isSameText(bodyOf(readFileSync(file.path, 'utf8')), markdown),
    );
  }

  /** Slugs promised in each series, to whom: several articles come in at once. */
  const promises = new Map<string, Map<string, string | undefined>>();
  function newName(series: string, fields: WrittenFields, options: PutOptions) {
    const { number, digits, slug: own } = options;
    const taken = new Set(filesOf(series).map(({ slug }) => slug.toLowerCase()));
    for (const [slug, owner] of promises.get(series) ?? []) {
      const isOwn = slug === own || (owner !== undefined && owner === ownerOf(fields));
      if (!isOwn) taken.add(slug.toLowerCase());
    }
    const slug = freeSlug(own ?? slugFor(fields.title ?? ''), taken);
    return { slug, name: fileName(slug, number, digits) };
  }

  function put(
    series: string,
    fields: WrittenFields,
    markdown: string,
    options: PutOptions = {},
  ): Put {
    if (!swept.has(series)) sweepDrafts(folderOf(series));
    swept.add(series);
    return lock.hold(() => {
      const title = fields.title ?? '';
      const old = target(series, fields, markdown, options);
      if (old === undefined) {
        const { slug, name } = newName(series, fields, options);
        const path = join(folderOf(series), name);
        write(series, path, articleText(fields, markdown));
        return { kind: 'added', id: `${series}/${slug}`, title, path };
      }
      const { id, path } = old;
      const text = readFileSync(path, 'utf8');
      if (!isAsWritten(text)) return { kind: 'edited', id, title: old.title ?? title, path };
      const next = articleText({ ...fields, added: old.added ?? fields.added }, markdown);
      if (next === text) return { kind: 'unchanged', id, title, path };
      write(old.series, path, next);
      return { kind: 'updated', id, title, path };
    });
  }

  function write(series: string, path: string, text: string): void {
    const before = filesOf(series).filter((file) => file.path !== path);
    writeWhole(path, text);
    const file = fileAt(series, path);
    const stamp = stampOf(folderOf(series));
    known.set(series, { stamp, files: file ? [...before, file] : before });
    if (stamps.has(series)) stamps.set(series, stamp);
  }

  return {
    find,
    folderOf,
    put,
    slugFor(series, fields, options = {}) {
      const there = target(series, fields, '', options);
      if (there) return there.slug;
      const { slug } = newName(series, fields, options);
      const promised = promises.get(series) ?? new Map<string, string | undefined>();
      promises.set(series, promised.set(slug, ownerOf(fields)));
      return slug;
    },
    putFile(series, name, bytes) {
      const path = join(folderOf(series), name);
      const isThere = statSync(path, { throwIfNoEntry: false })?.size === bytes.length;
      if (!isThere || !readFileSync(path).equals(bytes)) writeWhole(path, bytes);
    },
    putSeries(series, fields) {
      const path = join(folderOf(series), 'series.yaml');
      if (existsSync(path) || existsSync(path.replace(/yaml$/, 'yml'))) return;
      writeWhole(path, yamlLines(fields));
    },
    close: () => lock.close(),
  };
}

/** What makes two articles the same one, where they say. */
const ownerOf = ({ guid, source }: WrittenFields): string | undefined => guid ?? addressKey(source);

/** Changes when a file of the folder comes or goes. */
function stampOf(folder: string): string {
  const stat = statSync(folder, { throwIfNoEntry: false, bigint: true });
  return stat ? `${stat.ino} ${stat.mtimeNs}` : '';
}
