// How much text marked's expressions take at once: they use stack for each character.

/** Characters of a paragraph; where one has more, it becomes two. */
const LONGEST_PARAGRAPH = 256 * 1024;

/** As much of `src` as marked's expressions for a paragraph can take: they keep a place for each character. */
export function withinStack(src: string, ends: '\n' | '\n ' = '\n '): string {
  if (src.length <= LONGEST_PARAGRAPH) return src;
  const window = src.slice(0, LONGEST_PARAGRAPH);
  const at = [...ends].map((end) => window.lastIndexOf(end)).find((i) => i > window.length / 2);
  if (at !== undefined) return window.slice(0, at + 1);
  if (ends === '\n') return src;
  return /[\ud800-\udbff]$/.test(window) ? window.slice(0, -1) : window;
}
