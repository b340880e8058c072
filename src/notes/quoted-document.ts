// A document as a text that quotes are sought in.

import type { Document } from '../typeset/document/document.ts';
import { blockText } from '../typeset/document/document-text.ts';
import type { QuotedText } from './quoted-text.ts';

/** The text of a document's blocks and notes, without its title. */
export function quotedDocument({ blocks, notes }: Document): QuotedText {
  const starts: number[] = [];
  let text = '';
  for (const block of [...blocks, ...notes.flatMap((note) => note.blocks)]) {
    starts.push(text.length);
    text += `${blockText(block)}\n`;
  }
  return { text, first: 0, starts };
}
