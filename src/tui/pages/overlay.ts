// The box over the screen, as data: which one, and where its reader stands in it.

import type { SearchResult } from '../../catalog/catalog.ts';
import type { Block } from '../../typeset/document/document.ts';

export type Overlay =
  | { readonly kind: 'help'; readonly top: number; readonly of: 'shelf' | 'reader' }
  | { readonly kind: 'contents'; readonly cursor: number }
  /** Notes and highlights of the article. */
  | { readonly kind: 'notes'; readonly cursor: number }
  /** What links to the article. */
  | { readonly kind: 'backlinks'; readonly cursor: number }
  | {
      readonly kind: 'search';
      readonly text: string;
      readonly result?: SearchResult;
      readonly cursor: number;
      readonly pending: boolean;
    }
  /** A picture at the size of the screen. */
  | { readonly kind: 'picture'; readonly href: string }
  /** A column of figures as bars, the `turn`th of the table. */
  | {
      readonly kind: 'bars';
      readonly table: Extract<Block, { kind: 'table' }>;
      readonly turn: number;
      readonly top: number;
    }
  /** What was written for what is drawn on the screen. */
  | { readonly kind: 'sources'; readonly text: string; readonly top: number }
  /** Why feeds could not be read. */
  | { readonly kind: 'troubles'; readonly top: number }
  | { readonly kind: 'note'; readonly note: number; readonly top: number; readonly focus?: number };
