// From lines to standard output: painted for a terminal, or as plain text.

import type { Line, PageLink } from '../typeset/page/page.ts';
import { type Painter, paint } from '../typeset/page/paint.ts';

const PART = 1 << 14;

/** Lines as one text; each ends in a newline. */
export function printed(
  lines: readonly Line[],
  painter: Painter,
  links: readonly PageLink[] = [],
): string {
  return Array.from(printedParts(lines, painter, links)).join('');
}

/** The same in 16,000 characters each: for longer texts V8 touches new memory each time. */
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
