// Another spelling for a query that finds nothing, from the words of the library.

import type { DatabaseSync } from 'node:sqlite';
import { distance } from 'fastest-levenshtein';
import { formsOf } from './terms.ts';

/** Spellings that are tried, nearest first. */
const MOST_TRIED = 30;

/**
 * Words of the library near to `word`: at most a third of its letters away (Levenshtein), those with the
 * same first letter before others, nearest first.
 */
export function spellingsOf(db: DatabaseSync, word: string): string[] {
  const [form = ''] = formsOf(word);
  if (form.length < 3 || form.length > 60) return [];
  const reach = Math.floor(form.length / 3);
  const first = form.slice(0, 1);
  const near = new Map<string, number>();
  const rows = db
    .prepare('SELECT form, word FROM words WHERE length(form) BETWEEN ? AND ?')
    .iterate(form.length - reach, form.length + reach) as Iterable<unknown> as Iterable<{
    readonly form: string;
    readonly word: string;
  }>;
  for (const row of rows) {
    const away = distance(form, row.form);
    if (away > reach || away === 0) continue;
    const cost = away + (row.form.startsWith(first) ? 0 : 0.5);
    near.set(row.word, Math.min(near.get(row.word) ?? Number.POSITIVE_INFINITY, cost));
  }
  return [...near]
    .sort(([a, costA], [b, costB]) => costA - costB || (a < b ? -1 : 1))
    .slice(0, MOST_TRIED)
    .map(([spelling]) => spelling);
}
