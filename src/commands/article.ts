// From a query to an article: out of the library, or a file by its path, a pipe, standard input.

import { existsSync, statSync } from 'node:fs';
import { basename, isAbsolute, join, sep } from 'node:path';
import { NewsError } from '../errors.ts';
import type { FileText } from '../library/article-file.ts';
import type { Card, Neighbours } from '../library/card.ts';
import type { Document } from '../typeset/document.ts';
import type { TypesetOptions } from '../typeset/options.ts';
import type { PageHeading } from '../typeset/page.ts';
import type { PagePiece } from '../typeset/set-pieces.ts';
import { typeset } from '../typeset/typeset.ts';
import type { Context } from './context.ts';
import { reasonOf } from './faults.ts';
import type { Finish } from './parse-order.ts';

/** Some lines of an article's page; the title the text itself gives comes with the first. */
export interface SetPiece extends PagePiece {
  readonly headings?: readonly PageHeading[];
}

/** Some of an article's page, as lines or, where that was allowed and never first, as text for the output. */
export type Piece = SetPiece | { readonly text: string };

/** How a page's pieces are wanted. */
export interface PiecesWish {
  /** In one piece, with all its headings: a contents list needs them first. */
  readonly whole: boolean;
  /** Pieces may come as text, painted so and moved right by the margin. */
  readonly finish?: Omit<Finish, 'options'>;
}

/** An article to be shown. */
export interface Article {
  readonly card: Card;
  /** Not of the library: it has no id, no neighbours, and reading it leaves no trace. */
  readonly loose: boolean;
  readonly neighbours?: Neighbours;
  /** The article set with `options`, in one piece or several. */
  readonly pieces: (options: TypesetOptions, wish: PiecesWish) => AsyncIterable<Piece>;
  /** The file's text without front matter. */
  readonly markdown: () => Promise<string>;
}

const MEGABYTE = 1024 * 1024;

/** Characters from which on a text is parsed by a thread of its own; starting one takes some 50 ms. */
const LONG = 512 * 1024;

/** How many ids an error line names. */
const CANDIDATES = 8;

/**
 * The article `query` asks for: `-` or a path first, then the library.
 * Throws a NewsError with candidates or nearest ids where that is not exactly one.
 */
export async function findArticle(context: Context, query: string): Promise<Article> {
  if (query === '-') return readStandardInput(context);
  const path = pathOf(query, context);
  if (path === undefined) return libraryArticle(context, await findCard(context, query));
  // An id may look like a path: where no file is there, it is one if the library says so.
  const known =
    isAbsolute(query) || query.startsWith('.') || existsSync(path)
      ? undefined
      : await (await context.catalog()).card(query);
  return known ? libraryArticle(context, known) : readPath(path, query, context);
}

/** The card `query` asks for, of the library alone. */
export async function findCard(context: Context, query: string): Promise<Card> {
  const { messages, settings } = context;
  const { errors } = messages;
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
      const missing =
        settings.roots.length === 1 ? settings.roots.find((root) => !existsSync(root)) : undefined;
      if (missing !== undefined) throw new NewsError('unreadable', errors.rootMissing(missing));
      const hint =
        found.nearest.length > 0 ? errors.didYouMean(found.nearest) : errors.notFoundHint;
      throw new NewsError('not-found', errors.notFound(query), hint);
    }
  }
}

/** An article of the library with its neighbours. */
export async function libraryArticle(context: Context, card: Card): Promise<Article> {
  const catalog = await context.catalog();
  return {
    card,
    loose: false,
    neighbours: await catalog.neighbours(card),
    pieces: (options) => documentPieces(() => said(card, catalog.document(card), context), options),
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

function tooLarge(name: string, { settings, messages }: Context): NewsError {
  const { errors } = messages;
  return new NewsError('unreadable', errors.tooLarge(name, settings.maxSize), errors.tooLargeHint);
}

/** The absolute path a query means, where it means one: it has a separator or an extension and exists. */
function pathOf(query: string, { environment }: Context): string | undefined {
  const separated = query.includes('/') || query.includes(sep);
  if (!separated && !/\.\w+$/.test(query)) return undefined;
  const path = isAbsolute(query) ? query : join(environment.cwd, query);
  const meant =
    existsSync(path) || /^\.{0,2}[/\\]/.test(query) || /\.(md|markdown|txt)$/i.test(query);
  return meant ? path : undefined;
}

async function readPath(path: string, query: string, context: Context): Promise<Article> {
  const { errors } = context.messages;
  let bytes: Buffer;
  try {
    if (statSync(path).isDirectory()) {
      throw new NewsError('unreadable', errors.isFolder(query), errors.isFolderHint(query));
    }
    bytes = await readBytes(path, query, context);
  } catch (error) {
    if (error instanceof NewsError) throw error;
    throw new NewsError(
      'unreadable',
      errors.unreadable(query, reasonOf(error, context.messages)),
      undefined,
      error,
    );
  }
  return looseArticle(bytes, path, basename(path));
}

async function readStandardInput(context: Context): Promise<Article> {
  const { environment, messages } = context;
  const { errors } = messages;
  if (environment.tty.stdin) throw new NewsError('usage', errors.stdinIsTerminal, errors.stdinHint);
  try {
    return await looseArticle(await readBytes(0, '-', context), '-', '');
  } catch (error) {
    if (error instanceof NewsError) throw error;
    const reason = reasonOf(error, messages);
    throw new NewsError('unreadable', errors.unreadable('-', reason), undefined, error);
  }
}

/** All bytes of a file or of standard input (0); `name` is what an error calls it. */
async function readBytes(source: string | 0, name: string, context: Context): Promise<Buffer> {
  const { readStream } = await import('../library/article-file.ts');
  const read = readStream(source, context.settings.maxSize * MEGABYTE);
  if (read.kind === 'too-large') throw tooLarge(name, context);
  return read.bytes;
}

async function looseArticle(bytes: Buffer, path: string, name: string): Promise<Article> {
  const [{ decodeText }, { looseCard, readArticle }] = await Promise.all([
    import('../library/article-file.ts'),
    import('../library/article.ts'),
  ]);
  const article = await readArticle(decodeText(bytes), name);
  const card = looseCard(article, path, name);
  return {
    card,
    loose: true,
    pieces: (options, wish) => loosePieces(article.body, card, options, wish),
    markdown: async () => article.body,
  };
}

async function* documentPieces(
  document: () => Promise<Document>,
  options: TypesetOptions,
): AsyncGenerator<Piece> {
  const set = await document();
  const page = typeset(set, options);
  yield { ...page, ...(set.title === undefined ? {} : { title: set.title }) };
}

async function* loosePieces(
  body: string,
  card: Card,
  options: TypesetOptions,
  { whole, finish }: PiecesWish,
): AsyncGenerator<Piece> {
  const own = {
    ...(card.titleFrom === 'front-matter' ? { title: card.title } : {}),
    ...(card.lang === undefined ? {} : { lang: card.lang }),
  };
  const wishes = {
    hyphenate: options.hyphenate !== 'never',
    highlight: options.theme.name !== 'plain',
  };
  if (whole) {
    const [{ prepare }, { parseDocument }] = await Promise.all([
      import('../typeset/prepare.ts'),
      import('../typeset/document.ts'),
    ]);
    yield* documentPieces(() => prepare(parseDocument(body, own), wishes), options);
    return;
  }
  const { createPieceSetter, standsAlone } = await import('../typeset/set-pieces.ts');
  const setter = createPieceSetter(options);
  const needs = { ...own, code: /^ {0,3}(```|~~~)/m.test(body), emoji: /:[\w+-]+:/.test(body) };
  if (body.length > LONG) {
    const { hasParseThread, threadPieces } = await import('./parse-thread.ts');
    if (hasParseThread()) {
      const pieces = threadPieces(body, {
        own,
        needs,
        wishes,
        ...(finish && standsAlone(options) ? { finish: { ...finish, options } } : {}),
      });
      const started = pieces.next();
      // The header needs the count of words: it is taken while the thread is not far enough.
      if (options.theme.name !== 'plain') card.minutes;
      try {
        for (let next = await started; !next.done; next = await pieces.next()) {
          const { value } = next;
          if (value.kind === 'read') yield setter.set(value.piece);
          else {
            setter.passOver(value.last, value.links);
            yield { text: value.text };
          }
        }
      } finally {
        await pieces.return(undefined);
      }
      return;
    }
  }
  const [{ loadPreparer }, { readPieces }] = await Promise.all([
    import('../typeset/prepare.ts'),
    import('../typeset/pieces.ts'),
  ]);
  const preparer = await loadPreparer(needs, wishes);
  for (const piece of readPieces(body, { ...own, ...(preparer ? { prepare: preparer } : {}) }))
    yield setter.set(piece);
}
