// A page is data: lines of styled runs, with anchors. paint.ts writes escapes.

import type { Block } from '../document/document.ts';
import type { Style } from '../look/style.ts';

export interface Run {
  readonly text: string;
  readonly style: Style;
  /** Index into `Page.links`, where the run is part of a link. */
  readonly link?: number;
  /** Set by us and not part of the article's text: bullets, bars, indents, rules, an added hyphen. */
  readonly decoration?: true;
  /** A row of a picture, in whose place cells of colour may come; as wide as the run. */
  readonly picture?: PictureRow;
  /** What was written for it, where a diagram or a formula is drawn. */
  readonly source?: string;
  readonly table?: Extract<Block, { kind: 'table' }>;
  /** What the terminal draws itself, made by the encoders of pictures alone. */
  readonly drawing?: Drawing;
}

/** Escapes of a graphics protocol. */
export interface Drawing {
  /** Sent before the run; it moves nothing. */
  readonly before?: string;
  /** Drawn over the run from its first column, and over as many rows above it as `up` says. */
  readonly over?: { readonly up: number; readonly escape: string };
}

/** A row of a picture that takes `columns` by `rows` cells. */
export interface PictureRow {
  /** The address as the article gives it. */
  readonly href: string;
  /** Counted from 0. */
  readonly row: number;
  readonly columns: number;
  readonly rows: number;
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

/** A stretch of a page that is set in several; its line numbers count from its own first line. */
export interface Section extends Omit<Page, 'links'> {
  /** The first line on which each of its links stands. */
  readonly linkLines: ReadonlyMap<number, number>;
  /** What a page that goes on below has to know. */
  readonly end: Above;
}

/** What stands above a page that begins in the middle of a document. */
export interface Above {
  /** The last block that has lines. */
  readonly block?: Block;
  /** Whether there is no line yet. */
  readonly empty: boolean;
  /** Where the last line stands: blank lines belong to what is above them. */
  readonly last: { readonly block: number; readonly offset: number };
}

/** The beginning of a document. */
export const NOTHING_ABOVE: Above = { empty: true, last: { block: 0, offset: 0 } };
