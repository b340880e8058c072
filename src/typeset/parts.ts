// A long document as parts that can be kept, read and set one by one. It knows nothing of widths.

import type { Block, Document, DocumentLink, Note, Span } from './document/document.ts';
import type { ReadPiece } from './parse/pieces.ts';

/** Some blocks of a document, with the links that these point to. The last part has the notes. */
export interface DocumentPart {
  /** Index of its first block among those of the document. */
  readonly firstBlock: number;
  readonly blocks: readonly Block[];
  readonly firstLink: number;
  readonly links: readonly DocumentLink[];
  readonly notes?: readonly Note[];
}

/** A part as it is kept. */
export interface CutPart {
  readonly firstBlock: number;
  readonly json: string;
}

/** Characters of JSON in a part: set in some four milliseconds, so that no key waits for longer. */
const PART = 32 * 1024;

/** The parts of a document that is there as a whole. */
export function partsOf(document: Document, size = PART): CutPart[] {
  return createPartCutter(size)({ ...document, isLast: true });
}

/** Cuts the pieces of one document, one after another, into parts. */
export function createPartCutter(size = PART): (piece: Omit<ReadPiece, 'title'>) => CutPart[] {
  let firstBlock = 0;
  let firstLink = 0;
  const waiting: DocumentLink[] = [];
  const notes: Note[] = [];

  return ({ blocks, links, notes: more = [], isLast }) => {
    for (const link of links) waiting.push(link);
    for (const note of more) notes.push(note);
    const parts: CutPart[] = [];
    let texts: string[] = [];
    let length = 0;
    let lastLink = firstLink - 1;
    const cut = (end?: readonly Note[]): void => {
      // Links are numbered in the order of their blocks.
      const own = waiting.splice(0, end === undefined ? lastLink + 1 - firstLink : waiting.length);
      const rest = {
        firstBlock,
        firstLink,
        links: own,
        ...(end === undefined ? {} : { notes: end }),
      };
      parts.push({
        firstBlock,
        json: `{"blocks":[${texts.join(',')}],${JSON.stringify(rest).slice(1)}`,
      });
      firstBlock += texts.length;
      firstLink += own.length;
      texts = [];
      length = 0;
    };
    for (const block of blocks) {
      eachSpan(block, ({ link = -1, image = -1 }) => {
        lastLink = Math.max(lastLink, link, image);
      });
      const text = JSON.stringify(block);
      texts.push(text);
      length += text.length;
      if (length >= size) cut();
    }
    if (texts.length > 0) cut();
    if (isLast === true) cut(notes);
    return parts;
  };
}

/** Visits the spans of a block, those of blocks within it too. */
function eachSpan(block: Block, visit: (span: Span) => void): void {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      block.spans.forEach(visit);
      return;
    case 'quote':
      block.title?.forEach(visit);
      for (const inner of block.blocks) eachSpan(inner, visit);
      return;
    case 'list':
      for (const item of block.items) for (const inner of item.blocks) eachSpan(inner, visit);
      return;
    case 'table':
      for (const row of [block.head, ...block.rows]) for (const cell of row) cell.forEach(visit);
      return;
    case 'code':
    case 'formula':
    case 'rule':
      return;
  }
}
