// What comes in, written as a file and read again: it says what it should and nothing else.

import { completed, fieldsOf } from '../../src/intake/collect/article-fields.ts';
import type { IncomingArticle } from '../../src/intake/incoming.ts';
import { readArticle } from '../../src/library/article/article.ts';
import { articleText, isAsWritten } from '../../src/library/write/article-text.ts';
import { strayIn } from '../hostile/stray.ts';

export function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

/** The article of what came in, once its file has been read again. Throws where that says something else. */
export async function keptArticle(
  incoming: IncomingArticle,
  name: string,
  tags: readonly string[] = [],
) {
  const article = completed(incoming, undefined, { tags, today: '2026-12-01' }, name);
  const file = articleText(fieldsOf(article), article.markdown);
  const stray = strayIn(file, 'pipe');
  must(stray === undefined, `stray: ${stray}`);
  must(isAsWritten(file), 'a file is as it was written');
  const { fields, faults, body } = await readArticle(file, 'a.md');
  must(faults.length === 0, `faults: ${JSON.stringify(faults)}`);
  must(fields.title === article.title, `a title: ${fields.title} of ${article.title}`);
  must(body.trim() === article.markdown.trim(), 'the body is as it was read');
  return { article, fields };
}
