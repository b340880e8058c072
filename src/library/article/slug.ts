// What a file's name says: place in the series, date, slug. Knows nothing of the file's text.

import { cleanLine } from './clean.ts';

export interface FileName {
  readonly file: string;
  readonly stem: string;
  /** The stem without a leading number or date. */
  readonly slug: string;
  /** The leading `NN-`. */
  readonly number?: number;
  /** The leading `YYYY-MM-DD-`. */
  readonly date?: string;
}

const EXTENSION = /\.(?:md|markdown|txt)$/i;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DATED = /^(\d{4}-\d{2}-\d{2})[-_ ]+(?=[^-_ ])/;
const NUMBERED = /^(\d{1,6})[-_. ]+(?=[^-_. ])/;

/** Whether a file of this name is an article: `.md`, `.markdown` or `.txt`, and not hidden. */
export function isArticleName(file: string): boolean {
  return !file.startsWith('.') && EXTENSION.test(file);
}

/** Takes a file name apart. The slug has no sign that would need care in a terminal, a table or an id. */
export function parseFileName(file: string): FileName {
  const stem = safeName(file.replace(EXTENSION, ''));
  if (DAY.test(stem) && isDay(stem)) return { file, stem, slug: stem, date: stem };
  const dated = DATED.exec(stem);
  if (dated?.[1] !== undefined && isDay(dated[1])) {
    return { file, stem, slug: stem.slice(dated[0].length), date: dated[1] };
  }
  const numbered = NUMBERED.exec(stem);
  if (numbered?.[1] !== undefined) {
    return { file, stem, slug: stem.slice(numbered[0].length), number: Number(numbered[1]) };
  }
  return { file, stem, slug: stem };
}

/** A file's or folder's name as part of an id: one line, no `/`, never empty. */
export function safeName(name: string): string {
  const safe = cleanLine(name.normalize('NFC')).replace(/[/\\\ufffd]+/g, '-');
  return safe === '' ? '-' : safe;
}

/** Whether `YYYY-MM-DD` is a day of the calendar. */
export function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Distinct slugs for a folder's files: the plain slug, then stem, whole name, name with a number. */
export function distinctSlugs(names: readonly FileName[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const slug =
      [name.slug, name.stem, safeName(name.file)].find((candidate) => !taken.has(candidate)) ??
      numberedSlug(name.slug, taken);
    taken.add(slug);
    return slug;
  });
}

function numberedSlug(slug: string, taken: ReadonlySet<string>): string {
  for (let n = 2; ; n++) {
    if (!taken.has(`${slug}-${n}`)) return `${slug}-${n}`;
  }
}
