// Where a block stands: what it is given by what encloses it.

import type { Style } from '../look/style.ts';

export interface BlockContext {
  /** Columns. */
  readonly width: number;
  /** Columns for code and tables, at least as many. */
  readonly wide: number;
  readonly style: Style;
  /** Quotes and lists around it. */
  readonly quotes: number;
  readonly lists: number;
  readonly tight: boolean;
}
