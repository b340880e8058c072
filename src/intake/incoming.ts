// Articles as data: the one shape between readers of formats and writers of files.

/** A picture of an article: where it is to be had, as the Markdown names it. */
export interface IncomingPicture {
  /** Absolute address (http, https, data), or a name that the document itself resolves (an EPUB's path). */
  readonly address: string;
  readonly alt: string;
  /** Gives its bytes, where they came with the document. */
  readonly read?: () => Uint8Array | undefined;
}

/** A page or text that stands before or after another: what is known of it. */
export interface IncomingNeighbour {
  readonly title?: string;
  readonly address?: string;
}

/** Words that the reader marked, and what they wrote on them. */
export interface IncomingHighlight {
  readonly quote: string;
  readonly note?: string;
  /** ISO 8601. */
  readonly at?: string;
}

export interface ArticleFacts {
  readonly title?: string;
  readonly authors: readonly string[];
  /** `YYYY-MM-DD`, as are `updated` and `added`; or a full ISO time. */
  readonly date?: string;
  readonly updated?: string;
  /** BCP 47. */
  readonly lang?: string;
  readonly summary?: string;
  /** Absolute address of the original, without tracking parameters. */
  readonly source?: string;
  readonly tags: readonly string[];
}

export interface IncomingArticle extends ArticleFacts {
  /** The body, without its title. */
  readonly markdown: string;
  /** Every picture of `markdown`, its address exactly as it stands there. */
  readonly pictures: readonly IncomingPicture[];
  readonly previous?: IncomingNeighbour;
  readonly next?: IncomingNeighbour;
  readonly read?: boolean;
  readonly starred?: boolean;
  readonly added?: string;
  readonly notes?: readonly IncomingHighlight[];
}

/** Several articles in their order: a book. */
export interface IncomingSeries {
  readonly title: string;
  readonly authors: readonly string[];
  readonly lang?: string;
  readonly summary?: string;
  readonly chapters: readonly IncomingArticle[];
}

/** Why something is no article; each has a sentence in the reader's language. */
export type RefusalReason =
  /** Nothing to read in it. */
  | 'empty'
  /** A page that leads to others: an index, a front page. */
  | 'links'
  | 'login'
  | 'consent'
  /** An empty shell that a browser's scripts would fill. */
  | 'script'
  /** A page that says that there is none: 404 and its like with status 200. */
  | 'missing'
  /** Not of the format it was taken for. */
  | 'format'
  /** Broken beyond what can be read. */
  | 'broken'
  /** Locked by the seller (DRM) or by a password. */
  | 'locked'
  /** Beyond the limits of size, number or depth. */
  | 'large'
  /** A feed: to be followed, not added. */
  | 'feed';

/** What a reader of a format gives: what it read, or why there is nothing. */
export type Intake<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'refused'; readonly reason: RefusalReason; readonly detail?: string };

export interface ListedAddress {
  readonly address: string;
  readonly title?: string;
  readonly authors?: readonly string[];
  readonly tags: readonly string[];
  readonly summary?: string;
  /** ISO 8601. */
  readonly added?: string;
  readonly read?: boolean;
  readonly starred?: boolean;
  readonly notes?: readonly IncomingHighlight[];
  /** The article as the program that wrote the list had kept it. */
  readonly html?: string;
}

export type IncomingDocument =
  | { readonly kind: 'article'; readonly article: IncomingArticle }
  | { readonly kind: 'series'; readonly series: IncomingSeries }
  | { readonly kind: 'list'; readonly entries: readonly ListedAddress[] }
  | { readonly kind: 'refused'; readonly reason: RefusalReason; readonly detail?: string };
