// The library as a command sees it: cards, documents, search. Where the answers are kept is hidden.

import type { Card, ListFilter, Neighbours, Resolution, Series } from '../library/card.ts';
import type { Document } from '../typeset/document.ts';

/** A found article with the words around the hit. */
export interface Hit {
  readonly card: Card;
  /** Text around the first hits, split where a hit begins and ends. */
  readonly snippet: readonly { readonly text: string; readonly hit: boolean }[];
}

export interface SearchFilter {
  readonly series?: string;
  readonly tag?: string;
  readonly lang?: string;
  /** At most so many hits; all without it. */
  readonly limit?: number;
}

export interface SearchResult {
  readonly hits: readonly Hit[];
  /** Another spelling that would find something, where this one found nothing. */
  readonly didYouMean?: string;
  /** The folded words to mark when a hit is opened. */
  readonly words: readonly string[];
}

export interface CatalogOptions {
  /** Folders of articles, the first wins when two hold the same id. */
  readonly roots: readonly string[];
  /** Folder of the cache, or undefined to keep everything in memory. */
  readonly cacheFolder?: string;
  /** Called while an index grows: files done, files in all. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Every answer is what a fresh scan of the folders would say. */
export interface Catalog {
  find(query: string): Resolution;
  /** By exact id. */
  card(id: string): Card | undefined;
  series(): readonly Series[];
  list(filter?: ListFilter): readonly Card[];
  neighbours(card: Card): Neighbours;
  document(card: Card): Promise<Document>;
  /** The file's own text without its front matter. */
  markdown(card: Card): string;
  search(query: string, filter?: SearchFilter): SearchResult;
  close(): void;
}
