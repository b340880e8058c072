// Markdown to a document: the whole of a text at once.

import type { Block, Document } from '../document/document.ts';
import { spansText } from '../document/document-text.ts';
import { DOCUMENT_VERSION, MARK } from '../document/marks.ts';
import { sanitize } from '../text/sanitize.ts';
import { createBlockReader } from './blocks.ts';
import { Definitions } from './lexer/definitions.ts';
import { lexNote, lexPieces } from './lexer/lexer.ts';
import { withoutForeign } from './signs/foreign.ts';

export interface ParseOptions {
  /** Title from front matter; without it a leading heading gives the title. */
  readonly title?: string;
  /** BCP 47. */
  readonly lang?: string;
}

/**
 * The document of `markdown` (without front matter): CommonMark and GFM. A leading heading becomes the
 * title. Never throws.
 */
export function parseDocument(markdown: string, options: ParseOptions = {}): Document {
  const reader = createBlockReader();
  const definitions = new Definitions();
  const blocks: Block[] = [];
  for (const tokens of lexPieces(withoutForeign(sanitize(markdown)), definitions)) {
    for (const block of reader.blocks(tokens)) blocks.push(block);
  }
  const notes = [...reader.notes((label) => lexNote(label, definitions))];
  const { title, body } = takeTitle(blocks, options.title);
  return {
    version: DOCUMENT_VERSION,
    ...(title === undefined ? {} : { title }),
    ...(options.lang === undefined ? {} : { lang: options.lang }),
    blocks: body,
    notes,
    links: reader.links,
    emoji: reader.emoji(),
  };
}

/** Takes a leading heading of the first level for the title, unless the given title says something else. */
export function takeTitle(
  blocks: readonly Block[],
  given: string | undefined,
): { readonly title: string | undefined; readonly body: readonly Block[] } {
  const title = given === undefined ? undefined : sanitize(given).replace(/\s+/g, ' ').trim();
  // Badges and a logo may stand above.
  const at = blocks.findIndex((block) => !isPicture(block));
  const first = blocks[at];
  if (first?.kind !== 'heading') return { title, body: blocks };
  const heading = spansText(first.spans);
  const same = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
  const isTitle = title ? same(title) === same(heading) : first.depth === 1;
  if (heading === '' || !isTitle) return { title, body: blocks };
  return { title: title || heading, body: blocks.toSpliced(at, 1) };
}

function isPicture(block: Block): boolean {
  return (
    block.kind === 'paragraph' &&
    block.spans.every(({ text, marks = 0 }) => (marks & MARK.image) !== 0 || text.trim() === '')
  );
}
