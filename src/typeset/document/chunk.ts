// A stretch of an article: what is parsed, kept, set and forgotten as one. A short article is one chunk.

import type { Block, Document, DocumentLink, Note } from './document.ts';
import { DOCUMENT_VERSION } from './marks.ts';

/** Plain JSON, as `Document` is. Notes come behind all blocks. */
export interface Chunk {
  /** The article's title, on the first chunk alone. */
  readonly title?: string;
  /** Blocks above it, notes among them. */
  readonly firstBlock: number;
  readonly blocks: readonly Block[];
  /** Links above it: what its spans point to are its own. */
  readonly firstLink: number;
  readonly links: readonly DocumentLink[];
  readonly notes: readonly Note[];
  /** Notes above it, and in the whole article, on each chunk that has any. */
  readonly firstNote: number;
  readonly noteCount: number;
  readonly last: boolean;
}

/** The one chunk of a document that is there as a whole. */
export function wholeChunk({ title, blocks, links, notes }: Document): Chunk {
  return {
    ...(title === undefined ? {} : { title }),
    firstBlock: 0,
    blocks,
    firstLink: 0,
    links,
    notes,
    firstNote: 0,
    noteCount: notes.length,
    last: true,
  };
}

/** The document of all its chunks, `lang` and `emoji` as given. */
export function joinChunks(
  chunks: Iterable<Chunk>,
  { lang, emoji }: { readonly lang?: string | undefined; readonly emoji: boolean },
): Document {
  const blocks: Block[] = [];
  const links: DocumentLink[] = [];
  const notes: Note[] = [];
  let title: string | undefined;
  for (const chunk of chunks) {
    title ??= chunk.title;
    // A spread of so many arguments would end the stack.
    for (const block of chunk.blocks) blocks.push(block);
    for (const link of chunk.links) links.push(link);
    for (const note of chunk.notes) notes.push(note);
  }
  return {
    version: DOCUMENT_VERSION,
    ...(title === undefined ? {} : { title }),
    ...(lang === undefined ? {} : { lang }),
    blocks,
    notes,
    links,
    emoji,
  };
}
