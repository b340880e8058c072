// An article's page in pieces, from a document that is at hand or from Markdown read as it is set.

import { parseOptionsOf } from '../catalog/documents/parse-options.ts';
import type { Card } from '../library/article/card.ts';
import type { Document } from '../typeset/document/document.ts';
import type { TypesetOptions } from '../typeset/look/options.ts';
import type { PageHeading } from '../typeset/page/page.ts';
import type { ReadPiece } from '../typeset/parse/pieces.ts';
import type { PrepareOptions } from '../typeset/prepare/prepare.ts';
import type { PagePiece } from '../typeset/set-pieces.ts';
import { typeset } from '../typeset/typeset.ts';

/** Some lines of an article's page; the title the text itself gives comes with the first. */
export interface SetPiece extends PagePiece {
  readonly headings?: readonly PageHeading[];
}

/** What a document must have to be set so. Plain text loads neither hyphenation patterns nor highlighting. */
export function wishesOf(options: TypesetOptions): PrepareOptions {
  return {
    hyphenate: options.hyphenate !== 'never',
    highlight: options.theme.name !== 'plain',
  };
}

export async function* documentPieces(
  document: () => Promise<Document>,
  options: TypesetOptions,
): AsyncGenerator<SetPiece> {
  const set = await document();
  const page = typeset(set, options);
  yield { ...page, ...(set.title === undefined ? {} : { title: set.title }) };
}

export async function* streamedPieces(
  stream: AsyncIterable<ReadPiece>,
  options: TypesetOptions,
): AsyncGenerator<SetPiece> {
  const { createPieceSetter } = await import('../typeset/set-pieces.ts');
  const set = createPieceSetter(options);
  for await (const piece of stream) yield set(piece);
}

/**
 * The page of some Markdown, piece by piece; `whole` in one, with all its headings. All in one thread:
 * parsing in another took 1.2 times as long on two cores that share a memory, for what is parsed has to be
 * handed over.
 */
export async function* loosePieces(
  body: string,
  card: Card,
  options: TypesetOptions,
  whole: boolean,
): AsyncGenerator<SetPiece> {
  const own = parseOptionsOf(card);
  const wishes = wishesOf(options);
  if (whole) {
    const [{ prepare }, { parseDocument }] = await Promise.all([
      import('../typeset/prepare/prepare.ts'),
      import('../typeset/parse/parse-document.ts'),
    ]);
    yield* documentPieces(() => prepare(parseDocument(body, own), wishes), options);
    return;
  }
  const [{ loadPreparer, needsOf }, { readPieces }, { createPieceSetter }] = await Promise.all([
    import('../typeset/prepare/prepare.ts'),
    import('../typeset/parse/pieces.ts'),
    import('../typeset/set-pieces.ts'),
  ]);
  const preparer = await loadPreparer(needsOf(body, card.lang), wishes);
  const set = createPieceSetter(options);
  for (const piece of readPieces(body, { ...own, ...(preparer ? { prepare: preparer } : {}) }))
    yield set(piece);
}
