// Text of one line from what feeds put into titles, names and summaries: HTML, or text that only looks it.

import { decodeHTML } from 'entities';
import { cleanLine } from '../../library/article/clean.ts';

/** Signs beyond which no title, name or tag is read. */
const LONGEST = 4000;

// What begins like a tag: in "1 < 2" the sign stays.
const TAG = /<(?:!--[\s\S]*?(?:-->|$)|[/!?]?[a-zA-Z](?:[^<>"']|"[^"<]*"|'[^'<]*')*>)/g;
const BLOCK =
  /^<\/?(?:p|div|br|li|ul|ol|h[1-6]|tr|td|th|table|blockquote|pre|hr|section|article)\b/i;
const SILENT = /<(script|style)\b[^>]*>[\s\S]*?<\/\1\s*>/gi;

/** One line of plain text from HTML: tags gone, character references decoded once. */
export function lineOfHtml(html: string): string {
  const text = html.slice(0, LONGEST);
  if (!/[<&]/.test(text)) return cleanLine(text);
  const bare = text.replace(SILENT, ' ').replace(TAG, (tag) => (BLOCK.test(tag) ? ' ' : ''));
  return cleanLine(decodeHTML(bare));
}

export function lineOfText(text: string): string {
  return cleanLine(text.slice(0, LONGEST));
}

/** The first words of a text, at most `most` signs, cut between words, `…` behind what was cut. */
export function firstWords(line: string, most: number): string {
  if (line.length <= most) return line;
  const cut = line.slice(0, most);
  const space = cut.lastIndexOf(' ');
  return `${(space > most / 2 ? cut.slice(0, space) : cut.replace(/[\ud800-\udbff]$/, '')).replace(/[\s,;:–—-]+$/, '')}…`;
}
