// What is wrong among the names of one folder's files: ids, numbers.

import { type FileName, isDay, parseFileName } from '../library/article/slug.ts';

export type SeriesFault = { readonly file: string } & (
  | { readonly code: 'id-double'; readonly slug: string; readonly other: string }
  | { readonly code: 'id-missing' }
  | { readonly code: 'place-double'; readonly number: number; readonly other: string }
  | { readonly code: 'place-missing'; readonly from: number; readonly to: number }
  | { readonly code: 'name-date'; readonly value: string }
);

/** Faults of a folder's article files, in the order of their names; `numbered` where numbers order it. */
export function checkSeries(files: readonly string[], numbered: boolean): SeriesFault[] {
  const names = [...files].sort().map(parseFileName);
  return [...slugFaults(names), ...(numbered ? placeFaults(names) : [])];
}

function slugFaults(names: readonly FileName[]): SeriesFault[] {
  const taken = new Map<string, string>();
  return names.flatMap(({ file, slug, stem }): SeriesFault[] => {
    const date = /^(\d{4}-\d{2}-\d{2})[-_ ]/.exec(stem)?.[1];
    if (date !== undefined && slug === stem.slice(5)) {
      return [{ file, code: 'name-date', value: date }];
    }
    if (!/[\p{L}\p{N}]/u.test(slug) || (/^\d+(?:-\d+)*$/.test(slug) && !isDay(slug))) {
      return [{ file, code: 'id-missing' }];
    }
    const other = taken.get(slug);
    if (other !== undefined) return [{ file, code: 'id-double', slug, other }];
    taken.set(slug, file);
    return [];
  });
}

function placeFaults(names: readonly FileName[]): SeriesFault[] {
  const faults: SeriesFault[] = [];
  const placed = names
    .filter(({ number }) => number !== undefined)
    .sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
  let last = placed[0]?.number === 0 ? -1 : 0;
  let before = '';
  for (const { file, number = 0 } of placed) {
    if (number === last) faults.push({ file, code: 'place-double', number, other: before });
    else if (number > last + 1 && number < 1000) {
      faults.push({ file, code: 'place-missing', from: last + 1, to: number - 1 });
    }
    last = number;
    before = file;
  }
  return faults;
}
