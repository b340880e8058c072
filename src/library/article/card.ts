// What the library knows about an article without its text: one card an article, one per series.

import type { FrontMatter } from './fields.ts';

/** Everything about an article but its text; `lang` may be its series'. */
export interface Card extends FrontMatter {
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
  /** Paths and names of notes that its text links to, as written but decoded. */
  readonly links?: readonly string[];
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
