// Which folders follow a feed, and their series.yaml.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SeriesFields } from '../../library/article/matter-fields.ts';
import { listRoots } from '../../library/library.ts';
import { readSeriesFile } from '../../library/series/series-file.ts';
import { writeWhole } from '../../library/write/whole-file.ts';
import { yamlLines } from '../../library/write/yaml-text.ts';

export interface Followed {
  /** Key of the series. */
  readonly key: string;
  readonly folder: string;
  readonly seriesFile: string;
  readonly fields: SeriesFields & { readonly feed: string };
}

/** All followed folders below `roots`, in the order of the library. */
export async function findFollowed(roots: readonly string[]): Promise<Followed[]> {
  const found: Followed[] = [];
  for (const { place, listing } of listRoots(roots)) {
    if (listing.seriesFile === undefined) continue;
    const seriesFile = join(place.path, listing.seriesFile);
    const fields = await fieldsWithFeed(seriesFile);
    if (fields) found.push({ key: place.key, folder: place.path, seriesFile, fields });
  }
  return found;
}

async function fieldsWithFeed(file: string): Promise<Followed['fields'] | undefined> {
  try {
    const text = readFileSync(file, 'utf8');
    // Most folders follow nothing: their YAML need not be parsed.
    if (text.length > 1_000_000 || !/^\s*["']?feed["']?\s*:/m.test(text)) return undefined;
    const { fields } = await readSeriesFile(text);
    return fields.feed === undefined ? undefined : { ...fields, feed: fields.feed };
  } catch {
    return undefined;
  }
}

export function seriesText(fields: SeriesFields & { readonly feed: string }): string {
  const { title, summary, lang, order = '-date', feed, server, full, keep, skip, tags } = fields;
  return yamlLines({
    title,
    summary,
    lang,
    order,
    feed,
    server,
    full: full || undefined,
    keep,
    skip,
    tags,
  });
}

/** Replaces the feed's address in a series.yaml, all other lines as they are. Says whether it could. */
export const replaceFeed = (file: string, address: string | undefined): boolean =>
  replaceField(file, 'feed', address);

/** Takes a feed out of a series.yaml, and its server. Says whether it could. */
export function dropFeed(file: string): boolean {
  replaceField(file, 'server', undefined);
  return replaceFeed(file, undefined);
}

function replaceField(file: string, name: 'feed' | 'server', address: string | undefined): boolean {
  const text = readFileSync(file, 'utf8');
  const line = new RegExp(
    `^(["']?${name}["']?[ \\t]*:)[ \\t]*(?:"[^"\\n]*"|'[^'\\n]*'|[^\\s#"'][^\\n#]*?)?([ \\t]+#[^\\n]*|[ \\t]*)$`,
    'm',
  );
  if (!line.test(text)) return false;
  const next =
    address === undefined
      ? text.replace(new RegExp(`${line.source}\\n?`, 'm'), '')
      : text.replace(
          line,
          (_, name: string, rest: string) => `${name} ${JSON.stringify(address)}${rest}`,
        );
  writeWhole(file, next);
  return true;
}
