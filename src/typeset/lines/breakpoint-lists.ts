// The lists that breakpoints are kept in, one set for all paragraphs. It knows nothing of text.

/** How a line ends at a place: blanks are dropped, a word goes on, or goes on after an added hyphen. */
export const SPACE = 0;
export const WORD = 1;
export const HYPHEN = 2;
export type Kind = typeof SPACE | typeof WORD | typeof HYPHEN;

/** Parallel lists, no object a word; the first `count` entries count. Used again for each stretch. */
export interface Breakpoints {
  readonly count: number;
  /** Index of the first unit dropped if a line ends here, and of the first unit of the next line. */
  readonly end: Int32Array;
  readonly next: Int32Array;
  /** Columns from the start of the stretch to `end` and to `next`. */
  readonly endColumn: Int32Array;
  readonly nextColumn: Int32Array;
  /** Spaces from the start of the stretch to `end` and to `next`, where they are counted. */
  readonly endGaps: Int32Array;
  readonly nextGaps: Int32Array;
  /** A `Kind`; `HYPHEN` takes one more column. */
  readonly kind: Uint8Array;
  /** What a line that ends here costs besides its slack. */
  readonly penalty: Float64Array;
  /** Some word was wider than the line and may have to be broken without a hyphen. */
  readonly isForced: boolean;
}

export type OpenBreakpoints = { -readonly [Key in keyof Breakpoints]: Breakpoints[Key] };

function listsFor(size: number): OpenBreakpoints {
  const list = () => new Int32Array(size);
  return {
    count: 0,
    end: list(),
    next: list(),
    endColumn: list(),
    nextColumn: list(),
    endGaps: list(),
    nextGaps: list(),
    kind: new Uint8Array(size),
    penalty: new Float64Array(size),
    isForced: false,
  };
}

let lists: OpenBreakpoints | undefined;

export function emptyBreakpoints(size: number): OpenBreakpoints {
  if (lists === undefined || lists.end.length < size) lists = listsFor(Math.max(size, 1024));
  lists.count = 0;
  lists.isForced = false;
  return lists;
}
