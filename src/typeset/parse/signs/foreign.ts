// Other programs' notation that no reader should see: Jekyll's and Hugo's templates, Obsidian's
// comments and block ids, Kramdown's attributes. Lines stay; linear.

const HAS_FOREIGN = /\{[%{:#]|%%|\^[\w-]+[ \t]*$/m;
const FENCE = /^ {0,3}(?:[-*+>] *)*(`{3,}|~{3,})/;
/** A tag of Liquid or Zola, a shortcode of Hugo, a value of Jekyll. */
const TAG =
  /\{%-?([^{}\n]{0,300}?)-?%\}|\{\{[<%]([^{}\n]{0,300}?)[>%]\}\}|\{\{-?\s*(?:(?:site|page|post|layout)\.[^{}\n]{0,200}|[\w:]{1,60}\([^{}\n]{0,300}\)\s*-?)\}\}/g;
const CODE = /(``.*?``|`[^`]*`)/;
const OPENS_CODE = /^\s*\{(?:%-?|\{[<%])\s*highlight\b\s*([\w+-]*)[^{}]*\}\}?\s*$/;
const CLOSES_CODE = /^\s*\{(?:%-?|\{[<%])\s*(?:end|\/\s*)highlight\b[^{}]*\}\}?\s*$/;
const BLOCK_ID = /(^|[ \t])\^(?=[\w-]*[A-Za-z])[\w-]{3,}[ \t]*$/;
const HEADING_ID = /^( {0,3}#{1,6}[ \t].*?)[ \t]*\{#[\w-]{1,100}\}[ \t]*$/;
const ATTRIBUTES = /^\s*\{:[^{}]*\}\s*$|(?<=[)\]*_`])\{:[^{}]{0,200}\}/g;

/** Told of each template: its line, counted from 1, its column, and what it says. */
export type Seen = (line: number, column: number, tag: string) => void;

/** `markdown` with as many lines, and without what is not for its reader. */
export function withoutForeign(markdown: string, seen: Seen = () => undefined): string {
  if (!HAS_FOREIGN.test(markdown)) return markdown;
  const out: string[] = [];
  let fence: string | undefined;
  let comment: '%%' | 'endcomment' | undefined;
  let at = 0;
  let line = 0;
  /** Whether `sign` comes again; not looked for again once there is none. */
  const missing = new Set<string>();
  const comes = (sign: string, from: number): boolean => {
    if (missing.has(sign)) return false;
    if (markdown.includes(sign, from)) return true;
    missing.add(sign);
    return false;
  };
  while (at <= markdown.length) {
    const end = markdown.indexOf('\n', at);
    const stop = end < 0 ? markdown.length : end;
    let text = markdown.slice(at, stop);
    at = stop + 1;
    line++;
    if (fence !== undefined) {
      const isEnd = fence === 'highlight' ? CLOSES_CODE.test(text) : closes(text, fence);
      out.push(isEnd && fence === 'highlight' ? '```' : text);
      if (isEnd) fence = undefined;
      continue;
    }
    if (comment !== undefined) {
      const shut = text.indexOf(comment);
      if (shut < 0) {
        out.push('');
        continue;
      }
      text = text.slice(comment === '%%' ? shut + 2 : text.indexOf('}', shut) + 1 || text.length);
      comment = undefined;
    }
    const mark = FENCE.exec(text)?.[1];
    if (mark !== undefined) {
      fence = mark;
      out.push(text);
      continue;
    }
    const code = OPENS_CODE.exec(text);
    if (code !== null && comes('highlight', at)) {
      seen(line, text.indexOf('{') + 1, text.trim());
      fence = 'highlight';
      out.push(`\`\`\`${code[1]}`);
      continue;
    }
    let shown = cleanLine(text, (column, tag) => seen(line, column, tag));
    const open = /^\s*%%/.test(shown) ? shown.indexOf('%%') : -1;
    if (open >= 0 && comes('%%', at)) {
      comment = '%%';
      shown = shown.slice(0, open);
    } else if (/\{%-?\s*comment\s*-?%\}/.test(text) && comes('endcomment', at)) {
      comment = 'endcomment';
    }
    out.push(shown);
  }
  return out.join('\n');
}

function closes(line: string, fence: string): boolean {
  const mark = FENCE.exec(line)?.[1];
  return mark?.startsWith(fence) === true && line.trimEnd().endsWith(mark);
}

function cleanLine(line: string, seen: (column: number, tag: string) => void): string {
  if (!/[{%^]/.test(line)) return line;
  let column = 1;
  const parts = line.split(CODE).map((part, index) => {
    const from = column;
    column += part.length;
    if (index % 2 === 1 || !/[{%]/.test(part)) return part;
    return part
      .replace(/\{%-?\s*comment\s*-?%\}.*?\{%-?\s*endcomment\s*-?%\}/g, '')
      .replace(/(^|\s)%%(?=\S|\s).*?%%/g, '$1')
      .replace(TAG, (tag: string, liquid?: string, shortcode?: string, offset = 0) => {
        seen(from + offset, tag);
        return wrapped((liquid ?? shortcode ?? '').trim());
      });
  });
  const text = parts
    .join('')
    .replace(ATTRIBUTES, '')
    .replace(BLOCK_ID, '')
    .replace(HEADING_ID, '$1');
  return text.trim() === '' ? '' : text;
}

/** What a template leaves behind: the address that it names, a picture, or nothing. */
function wrapped(tag: string): string {
  const address = /^(?:(?:rel)?ref|link|post_url)\s+["']?([^\s"']+)/.exec(tag)?.[1];
  if (address !== undefined) return address;
  if (!/^(?:figure|img|image)\s/.test(tag)) return '';
  const source = /\bsrc="([^"]*)"/.exec(tag)?.[1];
  const alt = /\b(?:alt|caption|title)="([^"]*)"/.exec(tag)?.[1] ?? '';
  return source === undefined ? '' : `![${alt.replace(/[[\]]/g, '')}](<${source}>)`;
}
