// From a query to an article: out of the library, or a file by its path, a pipe, standard input.

import { existsSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { inOrder } from '../catalog/documents/chunks.ts';
import { NewsError } from '../errors.ts';
import type { FileText } from '../library/article/article-file.ts';
import type { Card } from '../library/article/card.ts';
import { setSections, wishesOf } from './article-sections.ts';
import type { Article } from './article-shown.ts';
import type { Context } from './context.ts';
import { tooLarge } from './faults.ts';
import { pathOf, readPath, readStandardInput } from './loose-article.ts';

const CANDIDATES = 8;

/** The article of `-`, a path, or the library. Throws a NewsError with candidates or nearest ids. */
export async function findArticle(context: Context, query: string): Promise<Article> {
  if (query === '-') return readStandardInput(context);
  const path = pathOf(query, context);
  if (path === undefined) return namedArticle(context, query);
  // An id may look like a path: where no file is there, it is one if the library says so.
  const known =
    isAbsolute(query) || query.startsWith('.') || existsSync(path)
      ? undefined
      : await (await context.catalog()).card(query);
  return known ? libraryArticle(context, known) : readPath(path, query, context);
}

/** The article of the library; where none answers, a file of that name in the working folder. */
async function namedArticle(context: Context, query: string): Promise<Article> {
  try {
    return await libraryArticle(context, await findCard(context, query));
  } catch (error) {
    const path = join(context.environment.cwd, query);
    const isMissing = error instanceof NewsError && error.code === 'not-found';
    if (!isMissing || query.trim() === '' || !existsSync(path)) throw error;
    return readPath(path, query, context);
  }
}

/** All words as one query, else each its own: `read klarna stellen` and `read dell klarna` both work. */
export async function findArticles(
  context: Context,
  words: readonly string[],
): Promise<readonly Article[]> {
  try {
    return [await findArticle(context, words.join(' '))];
  } catch (error) {
    if (words.length === 1 || !(error instanceof NewsError) || error.code !== 'not-found')
      throw error;
    const each: Article[] = [];
    for (const word of words) each.push(await findArticle(context, word));
    return each;
  }
}

/** The card `query` asks for, of the library alone. */
export async function findCard(context: Context, query: string): Promise<Card> {
  const { errors } = context.messages;
  const catalog = await context.catalog();
  const found = await catalog.find(query);
  switch (found.kind) {
    case 'found':
      return found.card;
    case 'several': {
      const ids = found.cards.map(({ id }) => id);
      throw new NewsError(
        'ambiguous',
        errors.several(query, ids.length),
        errors.severalHint(ids.slice(0, CANDIDATES), Math.max(0, ids.length - CANDIDATES)),
      );
    }
    case 'none': {
      const { checkRoots } = await import('./filter.ts');
      checkRoots(context);
      const hint =
        found.nearest.length > 0 ? errors.didYouMean(found.nearest) : errors.notFoundHint;
      throw new NewsError('not-found', errors.notFound(query), hint);
    }
  }
}

export async function libraryArticle(context: Context, card: Card): Promise<Article> {
  const catalog = await context.catalog();
  return {
    card,
    loose: false,
    neighbours: await catalog.neighbours(card),
    async *sections(options, whole) {
      const chunks = () => said(card, catalog.chunks(card, wishesOf(options), false), context);
      yield* setSections(inOrder(await chunks(), chunks), options, whole);
    },
    markdown: () => said(card, catalog.markdown(card), context),
  };
}

/** The answer of the catalog about a card's file; where that can't be read, in the reader's words. */
async function said<T>({ path }: Card, answer: Promise<T>, context: Context): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    const file = error instanceof NewsError ? (error.cause as FileText | undefined) : undefined;
    const { errors } = context.messages;
    if (file?.kind === 'too-large') throw tooLarge(path, context);
    if (file?.kind !== 'unreadable') throw error;
    const reason = errors.reason[file.reason] ?? file.reason;
    throw new NewsError('unreadable', errors.unreadable(path, reason), undefined, error);
  }
}
