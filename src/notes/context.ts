// How much of what stood around a quote stands around another place. Pure.

/** By how much a word counts less than its neighbour nearer to the quote. */
const FADE = 0.85;
/** Words that are looked at on either side. */
const REACH = 28;

/** Words in the order in which they lie away from the quote. */
export type Side = readonly string[];

export const before = (form: string): Side => form.split(' ').filter(Boolean).reverse();

export const after = (form: string): Side => form.split(' ').filter(Boolean);

/** How many words two sides have in common before they part. */
export function commonWords(one: Side, other: Side): number {
  let common = 0;
  while (common < one.length && one[common] === other[common]) common++;
  return common;
}

/** Weighted longest common subsequence of `known` (from `skipped` on) and `found`, and `known`'s sum. */
export function likeness(
  known: Side,
  found: Side,
  skipped = 0,
): readonly [common: number, all: number] {
  const words = known.slice(skipped, skipped + REACH);
  const others = found.slice(0, skipped + REACH);
  let all = 0;
  for (let k = 0; k < words.length; k++) all += FADE ** k;
  let row = new Float64Array(others.length + 1);
  for (let i = 0; i < words.length; i++) {
    const next = new Float64Array(others.length + 1);
    for (let j = 0; j < others.length; j++) {
      next[j + 1] =
        words[i] === others[j]
          ? (row[j] as number) + FADE ** Math.max(i, j - skipped)
          : Math.max(row[j + 1] as number, next[j] as number);
    }
    row = next;
  }
  return [row[others.length] as number, all];
}
