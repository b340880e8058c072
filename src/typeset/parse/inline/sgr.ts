// Reads SGR (ECMA-48 8.3.117) and OSC 8 back into pieces.

/** An open hyperlink: the parameter and the address of its OSC 8 sequence. */
export interface SgrLink {
  readonly params: string;
  readonly uri: string;
}

/** Text with everything that is switched on around it. */
export interface SgrPiece {
  readonly text: string;
  /** Sum of the bits of the codes that are on. */
  readonly bits: number;
  /** Open hyperlinks, outermost first. */
  readonly links: readonly SgrLink[];
}

/** Hyperlinks within each other; HTML can open any number. */
const MAX_LINKS = 8;
const NO_LINKS: readonly SgrLink[] = [];

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
 * The pieces of `text`. An end closes one beginning, so that nested bold stays bold. A hyperlink is a piece
 * even without text.
 *
 * @param bitOf the bit of each code that means something
 */
export function readSgr(text: string, bitOf: Readonly<Record<number, number>>): SgrPiece[] {
  const pieces: SgrPiece[] = [];
  const open: number[] = [];
  let bits = 0;
  let links = NO_LINKS;
  let tooDeep = 0;

  const switchCode = (code: number) => {
    const ends = ENDS[code];
    if (ends === undefined) open[code] = (open[code] ?? 0) + 1;
    const key = ends === undefined ? code : ends.find((one) => (open[one] ?? 0) > 0);
    if (key === undefined) return;
    if (ends !== undefined) open[key] = (open[key] ?? 0) - 1;
    const bit = bitOf[key] ?? 0;
    bits = (open[key] ?? 0) > 0 ? bits | bit : bits & ~bit;
  };
  const switchLink = (params: string, uri: string) => {
    if (uri === '') {
      if (tooDeep > 0) tooDeep--;
      else links = links.length > 1 ? links.slice(0, -1) : NO_LINKS;
      return;
    }
    if (links.length < MAX_LINKS) links = [...links, { params, uri }];
    else tooDeep++;
    pieces.push({ text: '', bits, links });
  };

  let from = 0;
  for (let at = text.indexOf('\x1b'); at >= 0; at = text.indexOf('\x1b', from)) {
    if (at > from) pieces.push({ text: text.slice(from, at), bits, links });
    if (text[at + 1] === '[') {
      const end = text.indexOf('m', at);
      switchCode(Number(text.slice(at + 2, end)));
      from = end + 1;
    } else {
      const middle = text.indexOf(';', at + 4);
      const end = text.indexOf('\x1b\\', middle);
      switchLink(text.slice(at + 4, middle), text.slice(middle + 1, end));
      from = end + 2;
    }
  }
  if (from < text.length) pieces.push({ text: text.slice(from), bits, links });
  return pieces;
}
