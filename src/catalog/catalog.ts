// The library as a command sees it: cards, documents, search. Where the answers are kept is hidden.

import type { Card, ListFilter, Neighbours, Resolution, Series } from '../library/article/card.ts';
import type { Document } from '../typeset/document/document.ts';
import type { PrepareOptions } from '../typeset/prepare/prepare.ts';
import type { Chunks } from './documents/chunks.ts';

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
  /** What to mark when a hit is opened: all words of its text whose folded form is one of these. */
  readonly words: readonly string[];
}

export interface CatalogOptions {
  /** Folders of articles, the first wins when two hold the same id. */
  readonly roots: readonly string[];
  /** The reader's language, `de`, which decides where the guide stands. */
  readonly language?: string;
  /** Folder of the cache, or undefined to keep everything in memory. */
  readonly cacheFolder?: string;
  /** Bytes an article may have. */
  readonly maxSize?: number;
  /** Called while an index grows: files done, files in all. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** The library's answers: a scan's, as of the first question since open or refresh; documents as of now. */
export interface Catalog {
  /** Which article a query means: ids, places, words. Paths and standard input are not looked at. */
  find(query: string): Promise<Resolution>;
  card(id: string): Promise<Card | undefined>;
  series(): Promise<readonly Series[]>;
  /** All cards that suit the filter; in the order of series and places without a `sort`. */
  list(filter?: ListFilter): Promise<readonly Card[]>;
  neighbours(card: Card): Promise<Neighbours>;
  /** The parsed article, with at least what is wanted of `prepare` (all of it without a wish). Throws a NewsError (`unreadable`) where the file can't be read any more. */
  document(card: Card, wanted?: PrepareOptions): Promise<Document>;
  /** The same chunk by chunk. In any order unless told otherwise: a pipe takes them one after another. */
  chunks(card: Card, wanted?: PrepareOptions, anyOrder?: boolean): Promise<Chunks>;
  /** The file's own text without its front matter. Throws as `document` does. */
  markdown(card: Card): Promise<string>;
  /** The folded words of an article that a search for `query` finds, to be marked in its text. */
  wordsToMark(card: Card, query: string): Promise<readonly string[]>;
  search(query: string, filter?: SearchFilter): Promise<SearchResult>;
  /** What is another text whenever files came or went since it was asked last; costs a look at each folder. */
  folders(): Promise<string>;
  /** Forgets what was looked up so far: the next answers see what has changed on disk since. */
  refresh(): void;
  close(): void;
}
