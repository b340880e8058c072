// What a reader does not want kept: `skip` by words and patterns, `keep` by number or age.

import { foldedWords } from '../../library/query/fold.ts';
import type { FeedItem } from '../parse/feed.ts';

/** Whether an item matches one of the rules: a word or words (whole, in any spelling), or a `/pattern/`. */
export function skipperOf(rules: readonly string[]): (item: FeedItem) => boolean {
  const tests = rules.flatMap((rule) => testOf(rule) ?? []);
  if (tests.length === 0) return () => false;
  return ({ title, authors, tags }) =>
    [title, ...authors, ...tags].some((text) => tests.some((test) => test(text.slice(0, 500))));
}

/** A rule as a test, or undefined for one that says nothing or is no pattern. */
export function testOf(rule: string): ((text: string) => boolean) | undefined {
  const pattern = /^\/(.+)\/([imsu]*)$/s.exec(rule.trim());
  if (pattern) {
    try {
      const expression = new RegExp(
        pattern[1] ?? '',
        pattern[2]?.includes('i') ? pattern[2] : `${pattern[2]}i`,
      );
      return (text) => expression.test(text);
    } catch {
      return undefined;
    }
  }
  const words = foldedWords(rule).join(' ');
  return words === ''
    ? undefined
    : (text) => ` ${foldedWords(text).join(' ')} `.includes(` ${words} `);
}

/** How much of a series stays: its newest items, or those of so many days. */
export type Keep = { readonly items: number } | { readonly days: number };

/** `200`, `90d`, `12w`, `6m`, `1y`; undefined for anything else. */
export function keepOf(text: string | number): Keep | undefined {
  const found = /^(\d{1,6})\s*([dwmy]?)$/i.exec(String(text).trim());
  const count = Number(found?.[1] ?? 0);
  if (!found || count < 1) return undefined;
  const days = { d: 1, w: 7, m: 30, y: 365 }[found[2]?.toLowerCase() ?? ''];
  return days === undefined ? { items: count } : { days: count * days };
}

/** Which of `files` (newest first) are beyond `keep`; `today` as YYYY-MM-DD. */
export function beyond<F extends { readonly date: string }>(
  files: readonly F[],
  keep: Keep,
  today: string,
): readonly F[] {
  if ('items' in keep) return files.slice(keep.items);
  const oldest = new Date(Date.parse(`${today}T00:00:00Z`) - keep.days * 86_400_000)
    .toISOString()
    .slice(0, 10);
  return files.filter(({ date }) => date < oldest);
}
