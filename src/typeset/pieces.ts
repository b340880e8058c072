// Sets a long text piece by piece, so that output can begin at once and memory stays low. The
// lines are those that parsing and setting the whole would give.

import { createBlockReader } from './blocks.ts';
import { type Block, type ParseOptions, takeTitle } from './document.ts';
import { lexNote, lexPieces } from './lexer.ts';
import type { TypesetOptions } from './options.ts';
import type { Line, PageLink } from './page.ts';
import { sanitize } from './sanitize.ts';
import { openSetting } from './setting.ts';
import { noDefinitions } from './tokenizer.ts';
import { openPage } from './typeset.ts';

export interface PiecesOptions extends ParseOptions {
  /** Adds hyphens and colours to blocks (see `loadPreparer`); without it they stay as parsed. */
  readonly prepare?: (blocks: readonly Block[]) => readonly Block[];
  /** Characters of Markdown parsed at once. */
  readonly piece?: number;
}

/** Some lines of a page, and all links met so far, to which their runs point. */
export interface PagePiece {
  /** The article's title, on the first piece alone. */
  readonly title?: string;
  readonly lines: readonly Line[];
  readonly links: readonly PageLink[];
}

/**
 * The lines of `markdown` set with `options`, some at a time: the body, then notes and addresses.
 * `PageLink.line` counts from where each piece began and is of no use here.
 */
export function* setPieces(
  markdown: string,
  options: TypesetOptions,
  given: PiecesOptions = {},
): Generator<PagePiece> {
  const reader = createBlockReader();
  const definitions = noDefinitions();
  const setting = openSetting({ links: reader.links }, options);
  const page = openPage(setting);
  const prepare = given.prepare ?? ((blocks) => blocks);
  let first = true;
  for (const tokens of lexPieces(sanitize(markdown), definitions, given.piece)) {
    let blocks: readonly Block[] = reader.blocks(tokens);
    let title: string | undefined;
    if (first && blocks.length > 0) {
      ({ title, body: blocks } = takeTitle(blocks, given.title));
      first = false;
    }
    for (const block of prepare(blocks)) page.add(block);
    const lines = page.take();
    yield { lines, links: setting.links, ...(title === undefined ? {} : { title }) };
  }
  const notes = reader.notes((label) => lexNote(label, definitions));
  page.addNotes(notes.map((note) => ({ ...note, blocks: prepare(note.blocks) })));
  page.addReferences();
  yield { lines: page.take(), links: setting.links };
}
