// Sets pieces of an article as they come. It needs no lexer: whoever reads the pieces may be far away.

import type { Block, DocumentLink } from './document.ts';
import type { TypesetOptions } from './options.ts';
import type { Line, PageLink } from './page.ts';
import type { ReadPiece } from './pieces.ts';
import { openSetting } from './setting.ts';
import { openPage } from './typeset.ts';

/** Some lines of a page, and all links met so far, to which their runs point. */
export interface PagePiece {
  /** The article's title, on the first piece alone. */
  readonly title?: string;
  readonly lines: readonly Line[];
  readonly links: readonly PageLink[];
}

/** Sets the pieces of one article, one after another. */
export interface PieceSetter {
  /** The body's lines, then those of notes and addresses. `PageLink.line` is of no use here. */
  readonly set: (piece: ReadPiece) => PagePiece;
  /** Passes over pieces that were set elsewhere, up to one that ends in `last` (see `standIn`). */
  readonly passOver: (last: Block, links: readonly DocumentLink[]) => void;
}

/** A setter with nothing set. */
export function createPieceSetter(options: TypesetOptions): PieceSetter {
  const links: DocumentLink[] = [];
  const setting = openSetting({ links }, options);
  const page = openPage(setting);
  return {
    set({ title, blocks, links: fresh, notes }) {
      for (const link of fresh) links.push(link);
      for (const block of blocks) page.add(block);
      if (notes !== undefined) {
        page.addNotes(notes);
        page.addReferences();
      }
      const lines = page.take();
      return { lines, links: setting.links, ...(title === undefined ? {} : { title }) };
    },
    passOver(last, fresh) {
      for (const link of fresh) links.push(link);
      page.goOn(last);
    },
  };
}

/**
 * Whether a piece looks the same wherever it is set: hyperlinks are numbered through the whole page,
 * and so are references.
 */
export function standsAlone({ links, hyperlinks, resolve }: TypesetOptions): boolean {
  return links !== 'references' && !hyperlinks && resolve === undefined;
}

/**
 * What the block below needs to know of `blocks`: how their last one ends. Undefined where that
 * cannot be told without setting it, since a block that has no lines does not count.
 */
export function standIn(blocks: readonly Block[]): Block | undefined {
  const last = blocks.at(-1);
  if (last === undefined || last.kind === 'quote') return undefined;
  if (last.kind === 'code' && last.text.trim() === '') return undefined;
  if (last.kind !== 'paragraph' && last.kind !== 'heading') return { kind: 'rule' };
  if (!last.spans.some(({ text }) => /[\p{L}\p{N}]/u.test(text))) return undefined;
  return last.kind === 'heading' ? { ...last, spans: [] } : { kind: 'rule' };
}
