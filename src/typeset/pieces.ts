// Reads and sets a long text piece by piece, so that output can begin at once and memory stays low.
// The lines are those that parsing and setting the whole would give. The two halves share nothing
// but plain data, so that each may have a thread of its own.

import { createBlockReader } from './blocks.ts';
import { Definitions } from './definitions.ts';
import {
  type Block,
  type DocumentLink,
  type Note,
  type ParseOptions,
  takeTitle,
} from './document.ts';
import { lexNote, lexPieces } from './lexer.ts';
import { sanitize } from './sanitize.ts';

export interface PiecesOptions extends ParseOptions {
  /** Adds hyphens and colours to blocks (see `loadPreparer`); without it they stay as parsed. */
  readonly prepare?: (blocks: readonly Block[]) => readonly Block[];
  /** Characters of Markdown parsed at once. */
  readonly piece?: number;
}

/** Some blocks of an article, and the links that are new with them. The last piece has the notes. */
export interface ReadPiece {
  /** The article's title, on the first piece alone. */
  readonly title?: string;
  readonly blocks: readonly Block[];
  readonly links: readonly DocumentLink[];
  readonly notes?: readonly Note[];
}

/** The blocks of `markdown` in order, some at a time; then one piece with the notes. */
export function* readPieces(markdown: string, given: PiecesOptions = {}): Generator<ReadPiece> {
  const reader = createBlockReader();
  const definitions = new Definitions();
  const prepare = given.prepare ?? ((blocks) => blocks);
  let linked = 0;
  const links = (): readonly DocumentLink[] => {
    const fresh = reader.links.slice(linked);
    linked = reader.links.length;
    return fresh;
  };
  let first = true;
  for (const tokens of lexPieces(sanitize(markdown), definitions, given.piece)) {
    let blocks: readonly Block[] = reader.blocks(tokens);
    let title: string | undefined;
    if (first && blocks.length > 0) {
      ({ title, body: blocks } = takeTitle(blocks, given.title));
      first = false;
    }
    yield {
      blocks: prepare(blocks),
      links: links(),
      ...(title === undefined ? {} : { title }),
    };
  }
  const notes = reader
    .notes((label) => lexNote(label, definitions))
    .map((note) => ({ ...note, blocks: prepare(note.blocks) }));
  yield { blocks: [], links: links(), notes };
}
