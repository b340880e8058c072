// From lines to standard output: painted for a terminal, or as plain text.

import type { Line, PageLink } from '../typeset/page.ts';
import { type Painter, paint } from '../typeset/paint.ts';

/** Lines as one text; each ends in a newline. */
export function printed(
  lines: readonly Line[],
  painter: Painter,
  links: readonly PageLink[] = [],
): string {
  let text = '';
  for (const line of lines) text += `${paint(line, painter, links)}\n`;
  return text;
}
