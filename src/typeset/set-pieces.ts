// Sets pieces of an article as they come. It needs no lexer.

import type { DocumentLink } from './document/document.ts';
import type { TypesetOptions } from './look/options.ts';
import type { Line, PageLink } from './page/page.ts';
import { openSetting } from './page/setting.ts';
import type { ReadPiece } from './parse/pieces.ts';
import { openPage } from './typeset.ts';

/** Some lines of a page, and by index the links of their runs: those of former pieces are gone. */
export interface PagePiece {
  /** The article's title, on the first piece alone. */
  readonly title?: string;
  readonly lines: readonly Line[];
  readonly links: readonly PageLink[];
}

const GONE: PageLink = Object.freeze({ kind: 'note', href: '', text: '', line: 0 });

/**
 * A function that sets the pieces of one article as they come, one after another: the body's lines, then
 * those of notes, and of addresses with the last. `PageLink.line` is of no use here.
 */
export function createPieceSetter(options: TypesetOptions): (piece: ReadPiece) => PagePiece {
  const links: DocumentLink[] = [];
  const setting = openSetting({ links }, options);
  const page = openPage(setting);
  let passed = 0;
  return ({ title, blocks, links: fresh, notes, noteCount, isLast }) => {
    // Kept to the end, a long text's links would take nearly as much memory as the text.
    setting.links.fill(GONE, passed);
    passed = setting.links.length;
    for (const link of fresh) links.push(link);
    for (const block of blocks) page.add(block);
    if (notes !== undefined) page.addNotes(notes, noteCount);
    if (isLast === true) page.addReferences();
    const lines = page.take();
    return { lines, links: setting.links, ...(title === undefined ? {} : { title }) };
  };
}
