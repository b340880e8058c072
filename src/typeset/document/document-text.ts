// The words of a document and nothing else: for search, counting and speech.

import type { Block, Document, Spans } from './document.ts';

/** The text of spans on one line, without soft hyphens. */
export function spansText(spans: Spans): string {
  return spans
    .map(({ text }) => text)
    .join('')
    .replace(/\u00ad/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The text of a document, title first, one line a paragraph, heading, code line, item or table row. */
export function documentText(document: Document): string {
  const lines = document.title === undefined ? [] : [document.title];
  for (const block of document.blocks) addText(block, lines);
  for (const note of document.notes) for (const block of note.blocks) addText(block, lines);
  return lines.join('\n');
}

export function blockText(block: Block): string {
  const lines: string[] = [];
  addText(block, lines);
  return lines.join('\n');
}

function addText(block: Block, lines: string[]): void {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      lines.push(spansText(block.spans));
      return;
    case 'code':
    case 'formula':
      lines.push(block.text);
      return;
    case 'quote':
      if (block.title !== undefined) lines.push(spansText(block.title));
      for (const inner of block.blocks) addText(inner, lines);
      return;
    case 'list':
      for (const item of block.items) for (const inner of item.blocks) addText(inner, lines);
      return;
    case 'table':
      for (const row of [block.head, ...block.rows]) lines.push(row.map(spansText).join(' '));
      return;
    case 'rule':
      return;
  }
}

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu;

/** Words of a document; in scripts without spaces two characters count as a word. */
export function countWords(document: Document): number {
  const text = documentText(document);
  const characters = text.match(CJK)?.length ?? 0;
  const rest = characters === 0 ? text : text.replace(CJK, ' ');
  return Math.round(characters / 2) + (rest.match(WORD)?.length ?? 0);
}
