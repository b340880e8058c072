// Reads article files and gathers their faults as data.

import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readArticle } from '../library/article/article.ts';
import { type FileText, readArticleFile } from '../library/article/article-file.ts';
import { decoded } from '../library/article/clean.ts';
import type { Fault, FaultCause } from '../library/article/fault.ts';
import { splitFrontMatter } from '../library/article/front-matter.ts';
import { isArticleName } from '../library/article/slug.ts';
import { type Entry, entriesOf, type ListedFolder, listRoots } from '../library/library.ts';
import { embeddedFile } from '../library/query/embedded-file.ts';
import { type Linked, type LinkIndex, linkIndex } from '../library/query/link-target.ts';
import { readSeriesFile } from '../library/series/series-file.ts';
import {
  checkSource,
  type SourceFault,
  type SourceLink,
  type SourceReport,
} from '../typeset/parse/source-check.ts';
import { type DrawnFault, drawnFaults } from './check-drawn.ts';
import { isRelative, type LinkFault, linkFault } from './check-links.ts';
import { checkSeries, type SeriesFault } from './check-series.ts';

/** Whatever can be wrong. */
export type CheckCause =
  | FaultCause
  | LinkFault
  | DrawnFault
  | Omitted<SeriesFault>
  | Omitted<SourceFault>;

/** A union's members without their place. */
type Omitted<T> = T extends unknown ? Omit<T, 'line' | 'column' | 'file'> : never;

/** A fault in its file (absolute path), at its place, both counted from 1. */
export interface CheckFault {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly cause: CheckCause;
}

/** What was looked at, and what is wrong with it. */
export interface CheckResult {
  readonly files: number;
  readonly faults: readonly CheckFault[];
}

/** Checks folders of articles and single files, all absolute; links may name articles below `roots`. */
export async function checkFiles(
  folders: readonly string[],
  files: readonly string[],
  roots: readonly string[],
): Promise<CheckResult> {
  const listed = listRoots(folders);
  const found = listed.flatMap(({ place, listing }) =>
    listing.files.map((name) => join(place.path, name)),
  );
  const paths = [...new Set([...found, ...files])].sort();
  const reports = new Map<string, SourceReport | undefined>();
  const entries = entriesOf(listRoots([...roots, ...folders]));
  const seriesAt = new Map(entries.map(({ path, series }) => [path, series]));
  const named = linkIndex<Linked>(entries, existsSync);
  let aliased: LinkIndex<Linked> | undefined;
  /** The file a link leads to; aliases and titles stand in files, which are read where one is needed. */
  const fileOf = async (path: string, { href, kind }: SourceLink): Promise<string | undefined> => {
    const from = { path, series: seriesAt.get(path) ?? '' };
    let found = named.target(from, href);
    if (found === undefined) {
      aliased ??= linkIndex(await Promise.all(entries.map(withAliases)), existsSync);
      found = aliased.target(from, href);
    }
    if (found?.kind === 'here') return path;
    if (found !== undefined) return found.kind === 'file' ? found.path : found.card.path;
    // What is embedded may lie anywhere below the vault.
    return kind === 'note' || kind === 'file'
      ? embeddedFile(decoded(href.replace(/#.*$/s, '')), path, existsSync)
      : undefined;
  };
  const anchors = (path: string): readonly string[] | undefined => {
    if (!isArticleName(basename(path))) return undefined;
    if (!reports.has(path)) {
      const file = readArticleFile(path);
      reports.set(
        path,
        file.kind === 'text' ? checkSource(splitFrontMatter(file.text).body) : undefined,
      );
    }
    return reports.get(path)?.anchors;
  };
  const faults: CheckFault[] = [];
  for (const path of paths) {
    const file = readArticleFile(path);
    if (file.kind !== 'text') {
      faults.push({ path, line: 1, column: 1, cause: unreadable(file) });
      continue;
    }
    const article = await readArticle(file.text, basename(path));
    const report = checkSource(article.body, article.bodyLine, file.text);
    reports.set(path, report);
    const drawn = await drawnFaults(article.body, article.bodyLine);
    const all = [...once(article.faults), ...bytesFaults(file), ...report.faults, ...drawn];
    for (const fault of all) {
      const { line, column, ...cause } = fault;
      faults.push({ path, line, column, cause: cause as CheckCause });
    }
    for (const link of report.links) {
      const { line, column } = link;
      const file = isRelative(link.href) ? await fileOf(path, link) : undefined;
      const cause = linkFault(link, file, anchors);
      if (cause) faults.push({ path, line, column, cause });
    }
  }
  for (const folder of listed) faults.push(...(await folderFaults(folder)));
  return { files: paths.length, faults: faults.sort(inOrder) };
}

async function withAliases(entry: Entry): Promise<Linked> {
  const file = readArticleFile(entry.path);
  if (file.kind !== 'text') return entry;
  const { fields, title } = await readArticle(file.text, basename(entry.path));
  const { aliases } = fields;
  return { ...entry, title, ...(aliases === undefined ? {} : { aliases }) };
}

async function folderFaults({ place, listing }: ListedFolder): Promise<readonly CheckFault[]> {
  const faults: CheckFault[] = [];
  let order: string | undefined;
  if (listing.seriesFile !== undefined) {
    const path = join(place.path, listing.seriesFile);
    const file = readArticleFile(path);
    if (file.kind === 'text') {
      const series = await readSeriesFile(file.text);
      order = series.fields.order;
      for (const { line, column, ...cause } of series.faults) {
        faults.push({ path, line, column, cause });
      }
    } else faults.push({ path, line: 1, column: 1, cause: unreadable(file) });
  }
  for (const { file, ...cause } of checkSeries(listing.files, (order ?? 'number') === 'number')) {
    faults.push({ path: join(place.path, file), line: 1, column: 1, cause });
  }
  return faults;
}

function unreadable(file: Exclude<FileText, { readonly kind: 'text' }>): FaultCause {
  return file.kind === 'too-large'
    ? { code: 'too-large', size: file.size, limit: file.limit }
    : { code: 'unreadable', reason: file.reason };
}

/** Where the YAML is broken, what its fields are not need not be said as well. */
function once(faults: readonly Fault[]): readonly Fault[] {
  const broken = faults.filter(({ code }) => code === 'yaml').map(({ line }) => line);
  return faults.filter(({ code, line }) => code === 'yaml' || !broken.includes(line));
}

/** Bytes that are no text show as U+FFFD; one that was written as such is no fault. */
function bytesFaults({ text, bytes }: Extract<FileText, { readonly kind: 'text' }>) {
  const at = text.indexOf('\ufffd');
  if (at < 0 || bytes.includes('\ufffd')) return [];
  const above = text.slice(0, at).split('\n');
  return [
    { code: 'invalid-bytes', line: above.length, column: (above.at(-1) ?? '').length + 1 } as const,
  ];
}

function inOrder(a: CheckFault, b: CheckFault): number {
  const folders = compare(dirname(a.path), dirname(b.path));
  return folders || compare(a.path, b.path) || a.line - b.line || a.column - b.column;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
