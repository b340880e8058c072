// An article as data, without width or look: plain JSON that a cache can keep.

import type { FormulaPart } from '../../formulas/formula.ts';
import type { Role } from '../look/theme.ts';

export type { FormulaPart };

/** A stretch of text of one kind. `\n` is a hard break, U+00AD a place to hyphenate. */
export interface Span {
  readonly text: string;
  /** Sum of MARK values. */
  readonly marks?: number;
  /** Index into `Document.links`. */
  readonly link?: number;
  /** Index into `Document.links` of the picture, where the span is an image. */
  readonly image?: number;
  /** Index into `Document.notes`; the text is empty then. */
  readonly note?: number;
  /** TeX, where the span is a formula; its text is what the article has, with the signs around it. */
  readonly formula?: Formula;
}

export interface Formula {
  readonly source: string;
  /** Whether it was to stand on lines of its own. */
  readonly display: boolean;
  /** The formula in one line of signs, where it can be read. */
  readonly line?: string;
}

export type Spans = readonly Span[];

export type Alignment = 'left' | 'right' | 'center' | null;

export type Alert = 'note' | 'tip' | 'important' | 'warning' | 'caution';

export interface ListItem {
  /** Set for an item of a task list. */
  readonly done?: boolean;
  readonly blocks: readonly Block[];
}

export interface CodePiece {
  readonly text: string;
  readonly role?: Role;
}

/** A diagram as rows of text. */
export interface Drawing {
  /** Columns. */
  readonly width: number;
  readonly rows: readonly string[];
}

export type Block =
  | { readonly kind: 'paragraph'; readonly spans: Spans }
  | {
      readonly kind: 'heading';
      readonly depth: number;
      readonly slug: string;
      readonly spans: Spans;
    }
  | {
      readonly kind: 'code';
      readonly lang?: string;
      readonly text: string;
      readonly pieces?: readonly CodePiece[];
      /** Drawings of a diagram, the preferred one first, each narrower than the one before. */
      readonly drawings?: readonly Drawing[];
    }
  /** A formula on lines of its own; its text is what the article has, with the signs around it. */
  | ({
      readonly kind: 'formula';
      readonly text: string;
      /** The formula in two dimensions, where it can be read: parts that stand side by side. */
      readonly parts?: readonly FormulaPart[];
    } & Formula)
  | {
      readonly kind: 'quote';
      readonly alert?: Alert;
      /** What stands over an alert, where it says something else than its kind. */
      readonly title?: Spans;
      readonly blocks: readonly Block[];
    }
  | {
      readonly kind: 'list';
      readonly start?: number;
      readonly tight: boolean;
      readonly items: readonly ListItem[];
    }
  | {
      readonly kind: 'table';
      readonly align: readonly Alignment[];
      readonly head: readonly Spans[];
      readonly rows: readonly (readonly Spans[])[];
    }
  | { readonly kind: 'rule' };

export interface DocumentLink {
  /** `data` is a picture that the article holds itself; it leads nowhere. */
  readonly kind: 'web' | 'mail' | 'article' | 'heading' | 'data';
  /** Decoded, and its scheme checked. */
  readonly href: string;
  readonly title?: string;
}

/** A footnote; its number is its place in `Document.notes`, counted from 1. */
export interface Note {
  readonly label: string;
  readonly blocks: readonly Block[];
}

export interface Document {
  readonly version: number;
  readonly title?: string;
  /** BCP 47. */
  readonly lang?: string;
  readonly blocks: readonly Block[];
  readonly notes: readonly Note[];
  readonly links: readonly DocumentLink[];
  /** Whether some text may hold an emoji's `:name:`. */
  readonly emoji: boolean;
}
