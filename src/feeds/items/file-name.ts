// The name of an item's file: its date and a slug, none twice in a folder, never too long for a disk.

import { freeSlug, slugFor } from '../../library/write/names.ts';
import { firstWords } from '../parse/text.ts';

/** Bytes of the slug, so that the whole name has no more than 100. */
const LONGEST = 100 - '2026-11-30--9999.md'.length;

/** The day of a time, in UTC. */
export const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The file name for an item of a day (YYYY-MM-DD), its slug none of `taken` (lower case). */
export function fileNameFor(
  date: string,
  title: string,
  taken: ReadonlySet<string>,
): { readonly file: string; readonly slug: string } {
  const slug = freeSlug(slugFor(firstWords(title, 200), LONGEST), taken);
  return { file: `${date}-${slug}.md`, slug };
}
