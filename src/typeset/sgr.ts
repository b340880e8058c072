// Reads a line with SGR sequences (ECMA-48 8.3.117) and OSC 8 hyperlinks back into pieces.
// It knows which codes end which, and nothing of what they mean to an article.

/** Text with everything that is switched on around it. */
export interface SgrPiece {
  readonly text: string;
  readonly codes: readonly number[];
  /** Open hyperlinks, outermost first. */
  readonly links: readonly { readonly params: string; readonly uri: string }[];
}

const SEQUENCE = /\x1b\[(\d+)m|\x1b\]8;([^;\x1b]*);([^\x1b]*)\x1b\\/g;

/** Hyperlinks within each other; HTML can open any number. */
const MAX_LINKS = 8;

const ENDS: Readonly<Record<number, readonly number[]>> = {
  22: [1, 2],
  23: [3],
  24: [4, 21],
  27: [7],
  29: [9],
  39: [30, 31, 32, 33, 34, 35, 36, 37],
  54: [51, 52],
  75: [73, 74],
};

/**
 * The pieces of `text`. An end closes one beginning, so that bold within bold leaves the rest of
 * the outer bold; an end without a beginning means nothing. A hyperlink yields a piece
 * even where it has no text.
 */
export function readSgr(text: string): SgrPiece[] {
  const pieces: SgrPiece[] = [];
  const open = new Map<number, number>();
  let codes: readonly number[] = [];
  let links: SgrPiece['links'] = [];
  let tooDeep = 0;
  let from = 0;
  const take = (to: number) => {
    if (to > from) pieces.push({ text: text.slice(from, to), codes, links });
  };
  for (const match of text.matchAll(SEQUENCE)) {
    take(match.index);
    from = match.index + match[0].length;
    const [, code, params = '', uri = ''] = match;
    if (code !== undefined) {
      const ends = ENDS[Number(code)];
      const key = ends === undefined ? Number(code) : ends.find((one) => open.has(one));
      if (key === undefined) continue;
      const count = (open.get(key) ?? 0) + (ends === undefined ? 1 : -1);
      if (count > 0) open.set(key, count);
      else open.delete(key);
      codes = [...open.keys()];
    } else if (uri === '') {
      if (tooDeep > 0) tooDeep--;
      else links = links.slice(0, -1);
    } else {
      if (links.length < MAX_LINKS) links = [...links, { params, uri }];
      else tooDeep++;
      pieces.push({ text: '', codes, links });
    }
  }
  take(text.length);
  return pieces;
}
