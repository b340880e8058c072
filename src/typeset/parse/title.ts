// The title that an article's text gives itself.

import type { Block } from '../document/document.ts';
import { spansText } from '../document/document-text.ts';
import { MARK } from '../document/marks.ts';
import { sanitize } from '../text/sanitize.ts';

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

/** Whether a block is pictures and nothing else. */
export function isPicture(block: Block): boolean {
  return (
    block.kind === 'paragraph' &&
    block.spans.every(({ text, marks = 0 }) => (marks & MARK.image) !== 0 || text.trim() === '')
  );
}
