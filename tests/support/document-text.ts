// All words of a document.

import type { Document } from '../../src/typeset/document/document.ts';
import { blockText } from '../../src/typeset/document/document-text.ts';

/** The text of a document, title first, notes last, one line a paragraph, code line, item or table row. */
export function documentText({ title, blocks, notes }: Document): string {
  const all = [...blocks, ...notes.flatMap((note) => note.blocks)];
  return [...(title === undefined ? [] : [title]), ...all.map(blockText)].join('\n');
}
