// An article's page in pieces, from a document that is at hand or from Markdown read as it is set.

import type { Card } from '../library/card.ts';
import type { Document } from '../typeset/document.ts';
import type { TypesetOptions } from '../typeset/options.ts';
import type { PageHeading } from '../typeset/page.ts';
import type { PrepareOptions } from '../typeset/prepare.ts';
import type { PagePiece } from '../typeset/set-pieces.ts';
import { typeset } from '../typeset/typeset.ts';
import { ENOUGH, type Finish } from './parse-order.ts';

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
  readonly finish?: Pick<Finish, 'painter' | 'margin'>;
}

/**
 * Characters from which on a text is parsed by a thread of its own. That thread has to start and to
 * warm up like the first: 1 MB takes one thread 0.7 s, and 0.9 s where there are two.
 */
const LONG = 3 * 1024 * 1024;

/** What a document must have to be set so. Plain text loads neither hyphenation patterns nor highlighting. */
export function wishesOf(options: TypesetOptions): PrepareOptions {
  return {
    hyphenate: options.hyphenate !== 'never',
    highlight: options.theme.name !== 'plain',
  };
}

/** The page of a document, in one piece. */
export async function* documentPieces(
  document: () => Promise<Document>,
  options: TypesetOptions,
): AsyncGenerator<Piece> {
  const set = await document();
  const page = typeset(set, options);
  yield { ...page, ...(set.title === undefined ? {} : { title: set.title }) };
}

/** The page of some Markdown, piece by piece; a long one is parsed by a thread of its own. */
export async function* loosePieces(
  body: string,
  card: Card,
  options: TypesetOptions,
  { whole, finish }: PiecesWish,
): AsyncGenerator<Piece> {
  const own = {
    ...(card.titleFrom === 'front-matter' ? { title: card.title } : {}),
    ...(card.lang === undefined ? {} : { lang: card.lang }),
  };
  const wishes = wishesOf(options);
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
        ...(finish && standsAlone(options)
          ? { finish: { ...finish, options, ahead: ENOUGH } }
          : {}),
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
