// A page is data: lines of styled runs, with anchors that say where things begin.
// It knows nothing of escapes; paint.ts writes those.

import type { Style } from './style.ts';

/** A stretch of text in one style. */
export interface Run {
  readonly text: string;
  readonly style: Style;
  /** Index into `Page.links`, where the run is part of a link. */
  readonly link?: number;
  /** Set by us and not part of the article's text: bullets, bars, indents, rules, an added hyphen. */
  readonly decoration?: true;
}

/** How a line goes on in the next: the space between was dropped, a word was broken, or it ends here. */
export type Join = 'space' | 'word' | 'end';

export interface Line {
  readonly runs: readonly Run[];
  /** Columns. */
  readonly width: number;
  readonly join: Join;
  /** Index of the top-level block the line belongs to; a blank line belongs to the block above it. */
  readonly block: number;
  /** Characters (UTF-16 units) of the block's text before this line: the same at every width. */
  readonly offset: number;
}

export type LinkKind = 'web' | 'mail' | 'article' | 'heading' | 'note' | 'note-back';

export interface PageLink {
  readonly kind: LinkKind;
  /** The address as the article gives it, decoded and checked. */
  readonly href: string;
  readonly text: string;
  /** First line the link stands on. */
  readonly line: number;
}

export interface PageHeading {
  readonly depth: number;
  readonly text: string;
  /** Anchor as GitHub makes it: `wie-es-weitergeht`. */
  readonly slug: string;
  readonly line: number;
  readonly block: number;
}

export interface PageNote {
  readonly label: string;
  readonly number: number;
  readonly line: number;
  readonly lines: readonly Line[];
}

/** A document set at one width with one theme. */
export interface Page {
  readonly lines: readonly Line[];
  /** First line of each top-level block. */
  readonly blocks: readonly number[];
  readonly headings: readonly PageHeading[];
  readonly links: readonly PageLink[];
  readonly notes: readonly PageNote[];
}

/** A place in an article that survives another width: block, and characters into it. */
export interface Place {
  readonly block: number;
  readonly offset: number;
}
