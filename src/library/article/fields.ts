// What an article's front matter says, as data.

import type { NamedNeighbours } from './neighbours.ts';

/** Where an article was first published. */
export interface Source {
  readonly name?: string;
  readonly url: string;
}

/** The fields an article gives about itself; texts are on one line and free of control signs. */
export interface FrontMatter {
  readonly title?: string;
  /** `YYYY-MM-DD`. */
  readonly date?: string;
  readonly updated?: string;
  readonly authors: readonly string[];
  /** BCP 47. */
  readonly lang?: string;
  readonly tags: readonly string[];
  /** Other names, which answer queries and links; missing where there are none. */
  readonly aliases?: readonly string[];
  readonly summary?: string;
  readonly source?: Source;
  readonly draft: boolean;
  /** Titles of its neighbours, where it names them; they order what file names do not. */
  readonly neighbours?: NamedNeighbours;
}

/** How a series is ordered: by number, by date, or newest first. */
export type SeriesOrder = 'number' | 'date' | '-date';
