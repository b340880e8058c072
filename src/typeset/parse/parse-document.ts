// Markdown to an article's chunks: the one driver of the lexer. A chunk can be set before the next is
// parsed, so that output begins at once and memory stays low.

import type { Chunk } from '../document/chunk.ts';
import { joinChunks } from '../document/chunk.ts';
import type { Block, Document, Note } from '../document/document.ts';
import { sanitize } from '../text/sanitize.ts';
import { type BlockReader, createBlockReader } from './blocks.ts';
import { Definitions } from './lexer/definitions.ts';
import { lexNote, lexPieces } from './lexer/lexer.ts';
import { withoutForeign } from './signs/foreign.ts';
import { isPicture, takeTitle } from './title.ts';

export interface ParseOptions {
  /** Title from front matter; without it a leading heading gives the title. */
  readonly title?: string;
  /** BCP 47. */
  readonly lang?: string;
}

export interface ChunkOptions extends ParseOptions {
  /** Adds hyphens and colours to blocks (see `loadPreparer`); without it they stay as parsed. */
  readonly prepare?: ((blocks: readonly Block[]) => readonly Block[]) | undefined;
  /** Characters of Markdown that make a chunk; without it, all of a short text, else `CHUNK`. */
  readonly size?: number;
  /** Footnotes of a chunk. */
  readonly notes?: number;
}

/** Characters of a text that is one chunk: what is shorter is set within a frame. */
export const SHORT = 96 * 1024;
/** Footnotes parsed at once: all of a long text's would take as much memory as the text. */
const NOTES = 256;

/** The chunks of `markdown` (without front matter): its blocks in order, then its footnotes. */
export function* parseChunks(
  markdown: string,
  given: ChunkOptions = {},
): Generator<Chunk, { readonly emoji: boolean }> {
  const reader = createBlockReader();
  const definitions = new Definitions();
  const prepare = given.prepare ?? ((blocks) => blocks);
  const isWhole = given.size === undefined && markdown.length < SHORT;
  let [firstBlock, firstLink, firstNote] = [0, 0, 0];
  let waiting: Block[] = [];
  let hasTitle = false;

  const chunk = (notes: readonly Note[], noteCount: number, last: boolean): Chunk => {
    const { title, body } = hasTitle
      ? { title: undefined, body: waiting }
      : takeTitle(waiting, given.title);
    hasTitle = true;
    const blocks = prepare(body);
    const links = reader.links.slice(firstLink);
    const made = {
      ...(title === undefined ? {} : { title }),
      ...{ firstBlock, blocks, firstLink, links, notes, firstNote, noteCount, last },
    };
    firstBlock += blocks.length + notes.length;
    firstLink += links.length;
    firstNote += notes.length;
    waiting = [];
    return made;
  };

  const text = withoutForeign(sanitize(markdown));
  for (const tokens of lexPieces(text, definitions, given.size)) {
    for (const block of reader.blocks(tokens)) waiting.push(block);
    // Badges and a logo may stand above the title.
    if (isWhole || (!hasTitle && waiting.every(isPicture))) continue;
    yield chunk([], 0, false);
  }
  const { noteCount, notes } = allNotes(reader, definitions);
  const most = isWhole ? Number.POSITIVE_INFINITY : (given.notes ?? NOTES);
  let some: Note[] = [];
  for (const note of notes) {
    if (some.length >= most) {
      yield chunk(some, noteCount, false);
      some = [];
    }
    some.push({ ...note, blocks: prepare(note.blocks) });
  }
  yield chunk(some, noteCount, true);
  return { emoji: reader.emoji() };
}

/**
 * The document of `markdown` (without front matter): CommonMark and GFM. A leading heading becomes the
 * title. Never throws.
 */
export function parseDocument(markdown: string, options: ParseOptions = {}): Document {
  const chunks = parseChunks(markdown, options);
  const all: Chunk[] = [];
  for (;;) {
    const { done, value } = chunks.next();
    if (done === true) return joinChunks(all, { lang: options.lang, emoji: value.emoji });
    all.push(value);
  }
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
