// An article as commands show it, wherever it comes from.

import type { Card, Neighbours } from '../library/article/card.ts';
import type { TypesetOptions } from '../typeset/look/options.ts';
import type { SetSection } from './article-sections.ts';

export interface Article {
  readonly card: Card;
  /** Not of the library: it has no id, no neighbours, and reading it leaves no trace. */
  readonly loose: boolean;
  readonly neighbours?: Neighbours;
  /** The article set with `options`, section by section; `whole` in one, with all its headings. */
  readonly sections: (options: TypesetOptions, whole: boolean) => AsyncIterable<SetSection>;
  /** The file's text without front matter. */
  readonly markdown: () => Promise<string>;
}
