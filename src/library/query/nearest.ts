// Ids that a mistyped query may have meant.

import { distance } from 'fastest-levenshtein';
import type { Card } from '../article/card.ts';
import { fold, foldedWords } from './fold.ts';

const MOST = 3;

/** Up to three ids within a third of the query's letters (Levenshtein, folded), nearest first. */
export function nearestIds(query: string, cards: readonly Card[]): string[] {
  const folded = fold(query.trim());
  // A sentence is no typing error, and distances grow with the product of the lengths.
  if (folded.length < 3 || folded.length > 100) return [];
  const reach = Math.ceil(folded.length / 3);
  const near: { readonly id: string; readonly away: number }[] = [];
  for (const { id, slug, title } of cards) {
    const names = new Set([fold(slug), fold(id), ...foldedWords(`${slug} ${title}`)]);
    let away = Number.POSITIVE_INFINITY;
    for (const name of names) {
      if (Math.abs(name.length - folded.length) > reach) continue;
      away = Math.min(away, typingDistance(folded, name, reach));
    }
    if (away <= reach) near.push({ id, away });
  }
  return near
    .sort((a, b) => a.away - b.away)
    .slice(0, MOST)
    .map(({ id }) => id);
}

/** Levenshtein with transpositions, a little less for each common first letter; infinite beyond `reach`. */
export function typingDistance(typed: string, word: string, reach: number): number {
  const away = distance(typed, word);
  if (away > reach) return Number.POSITIVE_INFINITY;
  const swapped = away > 1 && typed.length === word.length && sorted(typed) === sorted(word);
  let alike = 0;
  while (alike < 9 && alike < word.length && typed[alike] === word[alike]) alike++;
  return away - (swapped ? 1 : 0) - alike / 100;
}

function sorted(word: string): string {
  return [...word].sort().join('');
}

/** Up to three of `names` that begin with what was typed, or are within a third of its letters. */
export function nearestNames(typed: string, names: readonly string[]): string[] {
  const folded = fold(typed.trim());
  if (folded === '' || folded.length > 100) return [];
  const reach = Math.ceil(folded.length / 3);
  const near = names.flatMap((name) => {
    const other = fold(name);
    const away = other.startsWith(folded) ? 0 : typingDistance(folded, other, reach);
    return away <= reach ? [{ name, away }] : [];
  });
  return near
    .sort((a, b) => a.away - b.away)
    .slice(0, MOST)
    .map(({ name }) => name);
}
