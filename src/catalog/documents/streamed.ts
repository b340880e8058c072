// A long article's pieces in order, each forgotten once it is set: out of the cache, or parsed and kept on the way.

import type { ParseOptions } from '../../typeset/parse/parse-document.ts';
import type { ReadPiece } from '../../typeset/parse/pieces.ts';
import { createPartCutter } from '../../typeset/parts.ts';
import type { PrepareOptions } from '../../typeset/prepare/prepare.ts';
import type { DocumentParts } from '../catalog.ts';
import { type KeptPart, keptPart } from './keep-documents.ts';

/** Bytes of parts that are held until the cache takes them; a longer text is parsed each time. */
const MOST_HELD = 64 * 1024 * 1024;

/** The pieces that the parts of a document are; where the cache has lost one, the rest is read `anew`. */
export async function* keptPieces(
  parts: DocumentParts,
  title: string | undefined,
  anew: () => AsyncGenerator<ReadPiece>,
): AsyncGenerator<ReadPiece> {
  const last = parts.firsts.length - 1;
  let blockCount = 0;
  let linkCount = 0;
  for (let index = 0; index <= last; index++) {
    const part = parts.part(index);
    if (part === undefined) {
      yield* behind(anew(), blockCount, linkCount);
      return;
    }
    const { blocks, links, notes } = part;
    blockCount += blocks.length;
    linkCount += links.length;
    yield {
      blocks,
      links,
      ...(index === 0 && title !== undefined ? { title } : {}),
      ...(notes === undefined ? {} : { notes, noteCount: notes.length }),
      ...(index === last ? { isLast: true as const } : {}),
    };
  }
}

/** What comes behind so many blocks and links. */
async function* behind(
  pieces: AsyncGenerator<ReadPiece>,
  blockCount: number,
  linkCount: number,
): AsyncGenerator<ReadPiece> {
  let blocks = blockCount;
  let links = linkCount;
  for await (const piece of pieces) {
    yield { ...piece, blocks: piece.blocks.slice(blocks), links: piece.links.slice(links) };
    blocks = Math.max(0, blocks - piece.blocks.length);
    links = Math.max(0, links - piece.links.length);
  }
}

/** The pieces of `body`; `kept` gets all parts at the end, where they are not too many to be held. */
export async function* parsedPieces(
  body: string,
  own: ParseOptions,
  wanted: PrepareOptions,
  kept: (title: string | undefined, parts: readonly KeptPart[]) => void,
): AsyncGenerator<ReadPiece> {
  const [{ loadPreparer, needsOf }, { readPieces }] = await Promise.all([
    import('../../typeset/prepare/prepare.ts'),
    import('../../typeset/parse/pieces.ts'),
  ]);
  const prepare = await loadPreparer(needsOf(body, own.lang), wanted);
  const cut = createPartCutter();
  let parts: KeptPart[] | undefined = [];
  let title: string | undefined;
  let held = 0;
  for (const piece of readPieces(body, { ...own, ...(prepare ? { prepare } : {}) })) {
    title ??= piece.title;
    if (parts !== undefined) {
      for (const each of cut(piece)) {
        const part = keptPart(each);
        held += part.bytes.length;
        parts.push(part);
      }
      if (held > MOST_HELD) parts = undefined;
    }
    yield piece;
  }
  if (parts !== undefined) kept(title, parts);
}
