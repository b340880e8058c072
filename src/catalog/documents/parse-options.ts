// What the parser is told of an article that its text does not say.

import type { Card } from '../../library/article/card.ts';
import type { ParseOptions } from '../../typeset/parse/parse-document.ts';

/** How the text of a card is parsed: with the title that stands outside it, in the article's language. */
export function parseOptionsOf({ title, titleFrom, lang }: Card): ParseOptions {
  return {
    ...(titleFrom === 'front-matter' ? { title } : {}),
    ...(lang === undefined ? {} : { lang }),
  };
}
