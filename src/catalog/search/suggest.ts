// Another spelling for a query that finds nothing, from the words of the library.

import type { DatabaseSync } from 'node:sqlite';
import { typingDistance } from '../../library/query/nearest.ts';
import { formsOf } from '../terms/terms.ts';

/** Spellings that are tried, nearest first. */
const MOST_TRIED = 30;

/**
 * Words of the library near to `word`, at most a third of its letters away, nearest first.
 */
export function spellingsOf(db: DatabaseSync, word: string): string[] {
  const [form = ''] = formsOf(word);
  if (form.length < 3 || form.length > 60) return [];
  const reach = Math.ceil(form.length / 3);
  const near = new Map<string, number>();
  const rows = db
    .prepare('SELECT form, word FROM words WHERE length(form) BETWEEN ? AND ?')
    .iterate(form.length - reach, form.length + reach) as Iterable<unknown> as Iterable<{
    readonly form: string;
    readonly word: string;
  }>;
  for (const row of rows) {
    const cost =
      row.form === form ? Number.POSITIVE_INFINITY : typingDistance(form, row.form, reach);
    if (!Number.isFinite(cost)) continue;
    near.set(row.word, Math.min(near.get(row.word) ?? Number.POSITIVE_INFINITY, cost));
  }
  return [...near]
    .sort(([a, costA], [b, costB]) => costA - costB || (a < b ? -1 : 1))
    .slice(0, MOST_TRIED)
    .map(([spelling]) => spelling);
}
