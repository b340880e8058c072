// What is exported: articles as data, in their order.

import type { Document } from '../typeset/document/document.ts';

export interface Chapter {
  /** Id in the library, or a name; unique in the book. */
  readonly id: string;
  readonly title: string;
  readonly document: Document;
  readonly authors: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly date?: string;
  /** BCP 47. */
  readonly lang?: string;
  readonly summary?: string;
  /** Address of the original. */
  readonly source?: string;
  /** Bytes and media type of its pictures, by the address in the document; others are their text. */
  readonly pictures: ReadonlyMap<string, ChapterPicture>;
  /** Which chapter's id a relative address leads to; undefined where it leads out of the book. */
  readonly target: (href: string) => string | undefined;
}

export interface ChapterPicture {
  readonly bytes: Uint8Array;
  readonly type: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/svg+xml';
}

export interface Book {
  readonly title: string;
  readonly authors: readonly string[];
  /** BCP 47. */
  readonly lang: string;
  readonly chapters: readonly Chapter[];
  readonly words: BookWords;
}

/** Words that a book adds to its articles' own, in its language. */
export interface BookWords {
  readonly contents: string;
  readonly notes: string;
  readonly source: string;
  readonly note: string;
  readonly tip: string;
  readonly important: string;
  readonly warning: string;
  readonly caution: string;
}
