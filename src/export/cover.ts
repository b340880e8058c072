// A book's cover: its title and authors on paper, as a drawing.

import { columns } from '../typeset/text/width.ts';
import type { Book } from './chapter.ts';
import { escaped } from './xhtml.ts';

/** Columns of a line of the title. */
const LINE = 16;
const MOST_LINES = 9;

export function coverOf({ title, authors }: Book): string {
  const lines = linesOf(title);
  const size = lines.length > 6 || lines.some((line) => columns(line) > LINE) ? 44 : 60;
  const texts = lines.map(
    (line, at) =>
      `<text x="60" y="${200 + at * size * 1.25}" font-size="${size}">${escaped(line)}</text>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 900" width="600" height="900">
<rect width="600" height="900" fill="#f4efe6"/>
<rect x="60" y="100" width="120" height="6" fill="#8a4b2a"/>
<g font-family="Georgia, serif" fill="#2b2722">
${texts.join('\n')}
<text x="60" y="820" font-size="28">${escaped(authors.slice(0, 3).join(', '))}</text>
</g>
</svg>
`;
}

function linesOf(title: string): string[] {
  const lines: string[] = [];
  for (const word of title.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && columns(`${last} ${word}`) <= LINE)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.length <= MOST_LINES ? lines : [...lines.slice(0, MOST_LINES - 1), '…'];
}
