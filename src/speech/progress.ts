// Where the reader's place lies among the sentences, and the other way round.

import type { Spoken } from './spoken.ts';

/** Where a sentence begins: top-level block, and characters into its text. */
type Place = Pick<Spoken, 'block' | 'offset'>;

/** Index of the sentence at a place: the last that begins at or before it. */
export function startAt(spoken: readonly Spoken[], place: Place | undefined): number {
  if (place === undefined || (place.block <= 0 && place.offset <= 0)) return 0;
  const after = spoken.findIndex(
    ({ block, offset }) => block > place.block || (block === place.block && offset > place.offset),
  );
  return Math.max(0, (after < 0 ? spoken.length : after) - 1);
}

/** The place of the sentence that comes next, and the share (0 to 1) of what was said before it. */
export function seen(
  spoken: readonly Spoken[],
  at: number,
): { readonly place: Place; readonly share: number } {
  const next = spoken[Math.min(at, spoken.length - 1)];
  const isInText = next !== undefined && next.block >= 0;
  return {
    place: isInText ? { block: next.block, offset: next.offset } : { block: 0, offset: 0 },
    share: spoken.length === 0 ? 1 : at / spoken.length,
  };
}
