// Labels of links whose brackets nest deeper than marked follows.

/** A label with many brackets is looked through for so many characters. */
const LONGEST_LABEL = 256;

/** Where the bracket closes that opens at `start` and holds others more than three deep; -1 where none does nearby. */
export function deepLabelEnd(src: string, start: number): number {
  let depth = 0;
  let deepest = 0;
  const end = Math.min(src.length, start + LONGEST_LABEL);
  for (let i = start; i < end; i++) {
    const character = src[i];
    if (character === '\\') i++;
    else if (character === '`' || character === '<') return -1;
    else if (character === '[') deepest = Math.max(deepest, ++depth);
    else if (character === ']' && --depth === 0) return deepest > 3 ? i : -1;
  }
  return -1;
}
