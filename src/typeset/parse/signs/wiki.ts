// Inline signs of Obsidian and other notebooks: `[[note]]`, `![[picture]]`, `==mark==`. Linear.

import { createSlugger } from '../../text/slug.ts';
import { isBlank, isWord } from './beside.ts';

interface Found {
  /** Index of its first sign, and the one behind its last. */
  readonly start: number;
  readonly end: number;
}

export interface WikiLink extends Found {
  readonly kind: 'link' | 'picture';
  /** What stands between the brackets, before `|`. */
  readonly name: string;
  /** Relative, percent-encoded, the heading as an anchor. */
  readonly href: string;
  readonly text: string;
}

export interface WikiMark extends Found {
  readonly kind: 'mark';
  readonly text: string;
}

export type WikiSign = WikiLink | WikiMark;

const LINK = /(!?)(?<!\[)\[\[([^[\]|\n]{1,300})(?:\\?\|([^[\]\n]{0,300}))?\]\](?![(\]])/g;
const PICTURE = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp|tiff?|ico)$/i;
const MARK = /=+/g;

/** The signs in inline text, in order, none within another. */
export function wikiIn(text: string): readonly WikiSign[] {
  const links = text.includes('[[') ? linksIn(text) : [];
  const marks = text.includes('==') ? marksIn(text) : [];
  if (marks.length === 0) return links;
  if (links.length === 0) return marks;
  return apart([...links, ...marks].sort((a, b) => a.start - b.start));
}

/** Those that begin where none before goes on. */
export function apart<Kind extends Found>(found: readonly Kind[]): readonly Kind[] {
  let end = 0;
  return found.filter((one) => {
    if (one.start < end) return false;
    end = one.end;
    return true;
  });
}

function linksIn(text: string): WikiLink[] {
  const links: WikiLink[] = [];
  for (const { 0: raw, 1: bang, 2: given = '', 3: label, index } of text.matchAll(LINK)) {
    const name = given.replace(/\\$/, '').trim();
    const [note = '', ...parts] = name.split('#');
    const heading = parts.filter((part) => !part.startsWith('^')).at(-1);
    if (note.trim() === '' && heading === undefined) continue;
    const isPicture = bang === '!' && PICTURE.test(note.trim());
    const own = (label ?? '').trim();
    // The label of a picture may be its size.
    const isNamed = own !== '' && !(isPicture && /^\d+(?:x\d+)?$/.test(own));
    const said = [note.trim(), ...(heading === undefined ? [] : [heading.trim()])];
    links.push({
      kind: isPicture ? 'picture' : 'link',
      start: index,
      end: index + raw.length,
      name,
      href: addressOf(note.trim(), heading),
      text: isNamed ? own : said.filter((part) => part !== '').join(' › '),
    });
  }
  return links;
}

/** `Eine Notiz`, `Erster Teil` -> `Eine%20Notiz#erster-teil`. */
function addressOf(note: string, heading: string | undefined): string {
  if (/^(?:https?|mailto):/i.test(note)) return note;
  const path = note.split('/').map(encodeURIComponent).join('/');
  const anchor = heading === undefined ? '' : `#${createSlugger()(heading.trim())}`;
  return `${path.includes('%3A') ? './' : ''}${path}${anchor}`;
}

/** `==…==`, close around what it marks and not within a word: comparisons are none. */
function marksIn(text: string): WikiMark[] {
  const marks: WikiMark[] = [];
  let open = -1;
  for (const { 0: sign, index } of text.matchAll(MARK)) {
    if (sign.length !== 2) continue;
    const end = index + 2;
    if (open >= 0 && /\S$/.test(text.slice(index - 1, index)) && !isWord(text[end])) {
      const inside = text.slice(open + 2, index);
      if (!inside.includes('`')) marks.push({ kind: 'mark', start: open, end, text: inside });
      open = -1;
    } else if (!isBlank(text[end]) && !isWord(text[index - 1])) open = index;
  }
  return marks;
}
