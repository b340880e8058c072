// A book's files as chapters, cut and titled by the contents. Pure.

import type { ContentsEntry } from './contents.ts';

export interface RawChapter {
  readonly title?: string;
  /** Files of the book it is made of, with the HTML of each. */
  readonly parts: { readonly path: string; readonly html: string }[];
}

const MOST = 3000;

/** The chapters of the files of a spine. `textOf` gives a file's HTML. */
export function chaptersOf(
  spine: readonly string[],
  contents: readonly ContentsEntry[],
  textOf: (path: string) => string | undefined,
): RawChapter[] {
  const outer = contents.filter(({ depth }) => depth === 0);
  // A contents of one or two parts has its chapters a level further in.
  const entries = outer.length >= 3 ? outer : contents.filter(({ depth }) => depth <= 1);
  const byFile = Map.groupBy(entries, ({ path }) => path);
  const chapters: RawChapter[] = [];
  for (const path of spine) {
    const html = textOf(path);
    if (html === undefined || chapters.length >= MOST) continue;
    const own = byFile.get(path) ?? [];
    const last = chapters.at(-1);
    if (own.length === 0 && last && byFile.size > 0) {
      last.parts.push({ path, html });
      continue;
    }
    const cuts = own
      .map((entry) => ({ title: entry.title, at: placeOf(html, entry.fragment) }))
      .filter(({ at }, index) => at > 0 || index === 0)
      .sort((a, b) => a.at - b.at);
    if (cuts.length === 0) chapters.push({ parts: [{ path, html }] });
    cuts.forEach(({ title, at }, index) => {
      // What stands before the first entry belongs to it.
      const from = index === 0 ? 0 : at;
      const part = html.slice(from, cuts[index + 1]?.at);
      chapters.push({ title, parts: [{ path, html: part }] });
    });
  }
  return chapters;
}

/** Where the element with an id begins; 0 without one. */
function placeOf(html: string, fragment: string | undefined): number {
  if (fragment === undefined) return 0;
  for (const quote of ['"', "'"]) {
    const at = html.indexOf(` id=${quote}${fragment}${quote}`);
    if (at >= 0) return Math.max(0, html.lastIndexOf('<', at));
  }
  return 0;
}
