// What every kind of feed comes to: one shape of a feed and one of an item. Knows no XML and no JSON.

/** Something wrong with a feed that could be read all the same. */
export type FeedFault =
  /** The text ends inside an element. */
  | 'cut-off'
  /** An element is closed that is not open, or is closed by another's end. */
  | 'nesting'
  /** An entity that nobody declared, or an ampersand that begins none. */
  | 'entity'
  /** Control characters, which XML has not. */
  | 'control'
  /** The bytes are not in the encoding that they are said to be in. */
  | 'charset'
  /** Nested deeper than any feed is; what is deeper was not read. */
  | 'too-deep'
  /** More items than any feed has; the rest was not read. */
  | 'too-many';

/** A text as the feed gives it: HTML, or plain. */
export interface Content {
  readonly kind: 'html' | 'text';
  readonly value: string;
  /** Address that relative links within are relative to. */
  readonly base: string | undefined;
}

export interface Enclosure {
  readonly url: string;
  readonly type?: string;
  readonly title?: string;
  /** Bytes. */
  readonly length?: number;
}

export interface FeedItem {
  /** The feed's own name for it (guid, id, rdf:about). */
  readonly guid?: string;
  /** Absolute, http or https. */
  readonly link?: string;
  /** One line of plain text; empty where there is none. */
  readonly title: string;
  /** The whole text where the feed has it, else its summary. */
  readonly content?: Content;
  /** Whether `content` is more than a summary. */
  readonly whole: boolean;
  /** One line of plain text, where it is not the content itself. */
  readonly summary?: string;
  readonly authors: readonly string[];
  readonly tags: readonly string[];
  readonly lang?: string;
  /** Milliseconds since 1970. */
  readonly published?: number;
  readonly updated?: number;
  readonly enclosures: readonly Enclosure[];
}

/** What the feed asks of those who come again. */
export interface Pace {
  /** Minutes. */
  readonly ttl?: number;
  /** Hours of the day (0 to 23) and days of the week (0 is Sunday), in UTC, in which nothing changes. */
  readonly skipHours: readonly number[];
  readonly skipDays: readonly number[];
}

export interface Feed {
  readonly format: 'rss' | 'rdf' | 'atom' | 'json' | 'cdf';
  /** One line of plain text; empty where there is none. */
  readonly title: string;
  readonly summary?: string;
  /** The site the feed is of. */
  readonly link?: string;
  readonly lang?: string;
  readonly pace: Pace;
  readonly items: readonly FeedItem[];
  readonly faults: readonly FeedFault[];
}

export const NO_PACE: Pace = { skipHours: [], skipDays: [] };
