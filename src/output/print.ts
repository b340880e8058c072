// From lines to standard output: painted for a terminal, or as plain text.

import type { Line, PageLink } from '../typeset/page/page.ts';
import { type Painter, paint } from '../typeset/page/paint.ts';

/** Characters of a part. */
const PART = 1 << 14;

/** Lines as one text; each ends in a newline. */
export function printed(
  lines: readonly Line[],
  painter: Painter,
  links: readonly PageLink[] = [],
): string {
  return Array.from(printedParts(lines, painter, links)).join('');
}

/**
 * The same in texts of some 16,000 characters: V8 takes new memory for a longer one each time, and
 * touching memory for the first time costs more than setting what is in it.
 */
export function* printedParts(
  lines: readonly Line[],
  painter: Painter,
  links: readonly PageLink[],
): Generator<string> {
  let text = '';
  for (const line of lines) {
    text += `${paint(line, painter, links)}\n`;
    if (text.length < PART) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}
