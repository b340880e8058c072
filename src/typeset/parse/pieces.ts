// Reads and sets a long text piece by piece, so that output can begin at once and memory stays low.
// The lines are those that parsing and setting the whole would give. The two halves share nothing
// but plain data, so that each may have a thread of its own.

import type { Block, DocumentLink, Note } from '../document/document.ts';
import { type ParseOptions, takeTitle } from '../parse/parse-document.ts';
import { sanitize } from '../text/sanitize.ts';
import { type BlockReader, createBlockReader } from './blocks.ts';
import { Definitions } from './lexer/definitions.ts';
import { lexNote, lexPieces } from './lexer/lexer.ts';
import { withoutForeign } from './signs/foreign.ts';

export interface PiecesOptions extends ParseOptions {
  /** Adds hyphens and colours to blocks (see `loadPreparer`); without it they stay as parsed. */
  readonly prepare?: (blocks: readonly Block[]) => readonly Block[];
  /** Characters of Markdown parsed at once. */
  readonly piece?: number;
  /** Footnotes read at once. */
  readonly notes?: number;
}

/** Some blocks of an article, or behind all of them some footnotes, and the links that are new with them. */
export interface ReadPiece {
  /** The article's title, on the first piece alone. */
  readonly title?: string;
  readonly blocks: readonly Block[];
  readonly links: readonly DocumentLink[];
  readonly notes?: readonly Note[];
  /** How many footnotes the article has, on each piece that has any. */
  readonly noteCount?: number;
  readonly isLast?: true;
}

/** Footnotes read at once: all of a long text's would take as much memory as the text. */
const NOTES = 256;

/** The blocks of `markdown` in order, some at a time; then its footnotes in the same way. */
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
  for (const tokens of lexPieces(withoutForeign(sanitize(markdown)), definitions, given.piece)) {
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
  const { noteCount, notes } = allNotes(reader, definitions);
  let some: Note[] = [];
  for (const note of notes) {
    if (some.length === (given.notes ?? NOTES)) {
      yield { blocks: [], links: links(), notes: some, noteCount };
      some = [];
    }
    some.push({ ...note, blocks: prepare(note.blocks) });
  }
  yield { blocks: [], links: links(), notes: some, noteCount, isLast: true };
}

/** The footnotes, read when they are asked for, unless only that tells how many there are. */
function allNotes(
  reader: BlockReader,
  definitions: Definitions,
): { readonly noteCount: number; readonly notes: Iterable<Note> } {
  const { labels } = reader;
  // A note that refers to another may be the first to do so.
  const refersOn = labels.some((label) => definitions.note(label)?.text.includes('[^'));
  const read = reader.notes((label) => lexNote(label, definitions));
  const notes = refersOn ? [...read] : read;
  return { noteCount: labels.length, notes };
}
