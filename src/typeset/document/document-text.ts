// The words of a document and nothing else: for search, counting and speech.

import type { Block, Spans } from './document.ts';

/** The text of spans on one line, without soft hyphens. */
export function spansText(spans: Spans): string {
  return spans
    .map(({ text }) => text)
    .join('')
    .replace(/\u00ad/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The text of a block, one line a paragraph, heading, code line, item or table row. */
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
