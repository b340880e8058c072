// Reading lists as CSV: Pocket's, Instapaper's, Readwise Reader's, Wallabag's, Raindrop's. Pure.

import { parse } from 'csv-parse/sync';
import type { ListedAddress } from '../incoming.ts';
import { entryOf } from './entry.ts';

/** The addresses in some CSV whose first line names its columns. Broken lines are passed over. */
export function readCsv(text: string): ListedAddress[] {
  const [head = ''] = text.split(/\r?\n|\r/, 1);
  const delimiter =
    [';', '\t'].find((sign) => head.split(sign).length > head.split(',').length) ?? ',';
  const records = parse(text, {
    bom: true,
    columns: (names: string[]) => names.map((name) => name.toLowerCase().replace(/[^a-z_]/g, '')),
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: 4 * 1024 * 1024,
  }) as Readonly<Record<string, unknown>>[];
  return records.map((record) => entryOf(record)).filter((entry) => entry !== undefined);
}
