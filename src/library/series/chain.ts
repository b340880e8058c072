// Articles that name their neighbours by title, brought together in that order. Pure.

import type { NamedNeighbours } from '../article/neighbours.ts';
import type { FileName } from '../article/slug.ts';

interface Linked {
  readonly name: FileName;
  readonly title: string;
  readonly neighbours?: NamedNeighbours | undefined;
}

/** Articles that name one another stand together where the first stood; numbers outrank. Linear. */
export function chained<T extends Linked>(articles: readonly T[]): readonly T[] {
  if (!articles.some(({ neighbours }) => neighbours !== undefined)) return articles;
  const free = articles.filter(({ name }) => name.number === undefined);
  const byTitle = new Map<string, T>();
  for (const one of free) {
    const key = keyOf(one.title);
    if (!byTitle.has(key)) byTitle.set(key, one);
  }
  const after = new Map<T, T>();
  const before = new Map<T, T>();
  const link = (first: T | undefined, second: T | undefined): void => {
    if (!first || !second || first === second || after.has(first) || before.has(second)) return;
    after.set(first, second);
    before.set(second, first);
  };
  for (const one of free) {
    const { previous, next } = one.neighbours ?? {};
    if (next !== undefined) link(one, titled(next, byTitle));
    if (previous !== undefined) link(titled(previous, byTitle), one);
  }
  const ordered = new Set<T>();
  for (const one of articles) {
    if (ordered.has(one)) continue;
    let first = one;
    for (let at = before.get(one); at; at = before.get(at)) {
      first = at;
      // A circle is cut where it was met.
      if (at === one) break;
    }
    for (let at: T | undefined = first; at && !ordered.has(at); at = after.get(at)) ordered.add(at);
  }
  return [...ordered];
}

/** The article of a title, or of one that a page has cut short: `Dell: KI-Server treiben …`. */
function titled<T extends Linked>(title: string, byTitle: ReadonlyMap<string, T>): T | undefined {
  const whole = byTitle.get(keyOf(title));
  if (whole || !/(?:…|\.\.\.)\s*$/.test(title)) return whole;
  const start = keyOf(title.replace(/\s*(?:…|\.\.\.)\s*$/, ''));
  if (start.length < 8) return undefined;
  const found = [...byTitle].filter(([key]) => key.startsWith(start));
  return found.length === 1 ? found[0]?.[1] : undefined;
}

/** What is compared: letters and digits alone. */
const keyOf = (title: string): string =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
