// news export: articles as a book, a page, a text, in one file.

import { basename, extname, resolve } from 'node:path';
import { findArticle, libraryArticle } from '../../context/article.ts';
import type { Article } from '../../context/article-shown.ts';
import { type Context, command } from '../../context/context.ts';
import { bookOf } from '../../context/exporting/chapters.ts';
import { reasonOf } from '../../context/faults.ts';
import { PLAIN_PAINTER, plainOptions } from '../../context/presentation.ts';
import { NewsError } from '../../errors.ts';
import type { Book } from '../../export/chapter.ts';
import { writeForOthers } from '../../library/write/whole-file.ts';
import { type ExportingWords, exportingWords } from '../../messages/exporting.ts';
import { printed } from '../../output/print.ts';
import { writeError } from '../../output/stdout.ts';
import { setFront } from '../../typeset/blocks/front.ts';
import { typeset } from '../../typeset/layout.ts';

export const exportTo = command(async (context: Context, queries: readonly string[]) => {
  const { flags, settings, environment, terminal, messages } = context;
  const words = exportingWords(settings.language);
  const { to } = flags;
  if (typeof to !== 'string' || to === '')
    throw new NewsError('usage', words.noFile, words.noFileHint);
  const path = resolve(environment.cwd, to);
  const make = makerOf(path, context, words);
  const { articles, series } = await articlesFor(context, queries);
  const book = await bookOf(context, articles, series);
  try {
    writeForOthers(path, await make(book, articles));
  } catch (error) {
    throw new NewsError(
      'unreadable',
      words.failed(to, reasonOf(error, messages)),
      undefined,
      error,
    );
  }
  if (terminal.tty) writeError(words.written(to, articles.length));
  return 0;
});

type Maker = (book: Book, articles: readonly Article[]) => Promise<string | Uint8Array>;

/** What the file's ending asks for. Throws a NewsError where it says nothing. */
function makerOf(path: string, context: Context, words: ExportingWords): Maker {
  const date = (iso: string) => context.messages.format.longDate(iso);
  switch (extname(path).toLowerCase()) {
    case '.epub':
      return async (book) => (await import('../../export/epub.ts')).epubOf(book, date);
    case '.html':
    case '.htm':
    case '.xhtml':
      return async (book) => (await import('../../export/html.ts')).htmlOf(book, date);
    case '.md':
    case '.markdown':
      return markdownOf;
    case '.txt':
      return async (book) => textOf(book, context);
    default:
      throw new NewsError('usage', words.badFile(basename(path)), words.noFileHint);
  }
}

/** The articles that the words name: each an article, or a whole series by its key. */
async function articlesFor(context: Context, queries: readonly string[]) {
  const catalog = await context.catalog();
  const all = await catalog.series();
  const articles: Article[] = [];
  const names: string[] = [];
  for (const query of queries) {
    const series = all.find(({ key }) => key === query);
    if (series === undefined) articles.push(await findArticle(context, query));
    else {
      names.push(series.title);
      for (const card of await catalog.list({ series: series.key })) {
        articles.push(await libraryArticle(context, card));
      }
    }
  }
  const seen = new Set<string>();
  const once = articles.filter(({ card }) => !seen.has(card.path) && seen.add(card.path));
  return { articles: once, series: queries.length === 1 ? names[0] : undefined };
}

async function markdownOf(book: Book, articles: readonly Article[]): Promise<string> {
  const parts: string[] = [];
  for (const [index, article] of articles.entries()) {
    const text = (await article.markdown()).trim();
    const { title } = book.chapters[index]!;
    const isTitled = /^#\s/.test(text);
    parts.push(isTitled ? text : `# ${title.replace(/([\\`*_[\]<>])/g, '\\$1')}\n\n${text}`);
  }
  return `${parts.join('\n\n')}\n`;
}

function textOf(book: Book, context: Context): string {
  return book.chapters
    .map(({ title, document, lang }) => {
      const options = plainOptions(context, lang);
      const front = printed(setFront({ title }, options), PLAIN_PAINTER);
      const { lines, links } = typeset(document, options);
      return `${front}\n${printed(lines, PLAIN_PAINTER, links)}`;
    })
    .join('\n\n');
}
