// What the library knows about an article without its text: one card an article, one per series.

import type { NamedNeighbours } from './neighbours.ts';

export interface Source {
  readonly name?: string;
  readonly url: string;
}

/** Everything about an article but its text. */
export interface Card {
  /** `series/slug`, unique in the library. */
  readonly id: string;
  readonly slug: string;
  /** Key of the series: its folder's name. */
  readonly series: string;
  /** Place in the series, counted from 1. */
  readonly number: number;
  readonly title: string;
  /** Whether the article itself gives the title, or the file name had to. */
  readonly titleFrom: 'front-matter' | 'heading' | 'file';
  /** ISO 8601 date, `YYYY-MM-DD`. */
  readonly date?: string;
  readonly updated?: string;
  readonly authors: readonly string[];
  /** BCP 47, the article's own or its series'. */
  readonly lang?: string;
  readonly tags: readonly string[];
  /** Other names, which answer queries and links. */
  readonly aliases?: readonly string[];
  readonly summary?: string;
  readonly source?: Source;
  /** Paths and names of notes that its text links to, as written but decoded. */
  readonly links?: readonly string[];
  readonly draft: boolean;
  /** Titles of its neighbours, where it names them itself; they order what file names do not. */
  readonly neighbours?: NamedNeighbours;
  /** Absolute path of the file. */
  readonly path: string;
  /** Words of the text. */
  readonly words: number;
  readonly minutes: number;
}

/** A folder of articles, in an order. */
export interface Series {
  /** The folder's name, and the first part of its articles' ids. */
  readonly key: string;
  readonly title: string;
  readonly summary?: string;
  readonly lang?: string;
  readonly count: number;
}

export interface Neighbours {
  readonly series: Series;
  readonly previous?: Card;
  readonly next?: Card;
}

export type Resolution =
  | { readonly kind: 'found'; readonly card: Card }
  | { readonly kind: 'several'; readonly cards: readonly Card[] }
  | { readonly kind: 'none'; readonly nearest: readonly string[] };

export interface ListFilter {
  readonly series?: string;
  readonly tag?: string;
  readonly lang?: string;
  readonly sort?: 'series' | 'date' | 'title';
}
