// The heading that gives an article its title, found without a parser.

import { plainText } from '../markdown-text.ts';

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^ {0,3}(#{1,6})(?=[ \t]|$)/;
const UNDERLINE = /^ {0,3}(=+|-+)[ \t]*$/;
/** Characters of an HTML heading at most. */
const LONGEST_TITLE = 2000;
/** Lines that begin a block, so that an underline below is no heading's. */
const BLOCK = /^(?: {4}|\t| {0,3}(?:[-+*>|]|\d{1,9}[.)])(?:[ \t]|$))/;

/** The text of the first heading outside of code, where it is of the first level; an HTML `<h1>` is one, too. */
export function titleHeading(markdown: string): string | undefined {
  let fence: string | undefined;
  let previous = '';
  let from = 0;
  for (const raw of linesOf(markdown)) {
    const start = from;
    from += raw.length + 1;
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    const mark = FENCE.exec(line)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence) && line.trim() === mark) fence = undefined;
      continue;
    }
    if (mark !== undefined) {
      fence = mark;
      previous = '';
      continue;
    }
    const tag = line.includes('<') ? /<h([1-6])(?=[\s>])/i.exec(line) : null;
    if (tag !== null && !line.slice(0, tag.index).includes('`')) {
      const html = markdown.slice(start + tag.index, start + tag.index + LONGEST_TITLE);
      const text = /^<[^>]*>([\s\S]*?)<\/h[1-6]>/i.exec(html)?.[1] ?? '';
      const words = plainText(text).replace(/\s+/g, ' ').trim();
      if (words !== '') return tag[1] === '1' ? words : undefined;
    }
    const heading = HEADING.exec(line);
    const underline = UNDERLINE.exec(line);
    const underlined = !heading && underline && previous !== '' && !BLOCK.test(previous);
    const text = heading
      ? withoutClosing(line.slice(heading[0].length))
      : underlined
        ? previous
        : '';
    const words = text === '' ? '' : plainText(text).replace(/\s+/g, ' ').trim();
    if (words !== '') {
      const isFirstLevel = heading ? heading[1] === '#' : underline?.[1]?.startsWith('=');
      return isFirstLevel ? words : undefined;
    }
    previous = heading ? '' : line.trim();
  }
  return undefined;
}

function withoutClosing(text: string): string {
  const trimmed = text.trim();
  let end = trimmed.length;
  while (trimmed[end - 1] === '#') end--;
  return end === 0 || /\s/.test(trimmed[end - 1] ?? '') ? trimmed.slice(0, end).trim() : trimmed;
}

function* linesOf(text: string): Generator<string> {
  let start = 0;
  while (start <= text.length) {
    const end = text.indexOf('\n', start);
    yield text.slice(start, end < 0 ? text.length : end);
    if (end < 0) return;
    start = end + 1;
  }
}
