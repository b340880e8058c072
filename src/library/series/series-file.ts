// A folder's `series.yaml`.

import { readArticleFile } from '../article/article-file.ts';
import type { Fault } from '../article/fault.ts';
import { checkSeriesFields, type SeriesFields } from '../article/matter-fields.ts';
import { readSimpleYaml } from '../article/simple-yaml.ts';

/** The names a folder's file may have; the first that is there counts. */
export const SERIES_FILES = ['series.yaml', 'series.yml'] as const;

const LARGEST = 1024 * 1024;

/** What the text of a `series.yaml` says, and what is wrong with it. Never throws. */
export async function readSeriesFile(
  text: string,
): Promise<{ readonly fields: SeriesFields; readonly faults: readonly Fault[] }> {
  const simple = readSimpleYaml(text);
  if (simple) {
    const { value, problems } = checkSeriesFields(simple);
    if (problems.length === 0) return { fields: value, faults: [] };
  }
  const { parseFields } = await import('../article/full-yaml.ts');
  const { value, faults } = parseFields(text, 0, checkSeriesFields);
  return { fields: value, faults };
}

/** What a `series.yaml` says; nothing where there is none or it can't be read. */
export async function seriesFieldsAt(path: string | undefined): Promise<SeriesFields> {
  const file = path === undefined ? undefined : readArticleFile(path, LARGEST);
  return file?.kind === 'text' ? (await readSeriesFile(file.text)).fields : {};
}
