// An item's text as Markdown, whether the feed gives it as HTML or plain.

import { decodeHTML } from 'entities';
import { harmlessMarkdown } from '../../intake/harmless.ts';
import { readFragment } from '../../intake/html/read-page.ts';
import { escapeInline, escapeStart } from '../../intake/text/escape.ts';
import type { Content } from '../parse/feed.ts';

/** Signs of one item that are read. */
const LONGEST = 2_000_000;
const TAG = /<[a-z!/?]/i;
const BLOCK = /<(?:p|div|ul|ol|table|blockquote|h[1-6]|pre|br|figure|section|article)\b/i;
/** Controls, marks of direction, and what takes no room: nobody misses them. */
const UNSEEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** The Markdown of a content, without blank lines around it; empty where it says nothing. */
export function markdownOf({ kind, value, base }: Content): string {
  const text = value.slice(0, LONGEST).replace(/\r\n?/g, '\n');
  const markdown = kind === 'html' ? markdownOfHtml(text, base) : markdownOfText(text);
  return harmlessMarkdown(markdown.replace(UNSEEN, '')).trim();
}

function markdownOfHtml(html: string, base: string | undefined): string {
  // Text with single tags and lines between keeps its paragraphs.
  const parts = BLOCK.test(html) ? html : html.replace(/\n[ \t]*\n\s*/g, '<br><br>');
  if (TAG.test(html)) return readFragment(parts, base ? { address: base } : {}).markdown;
  // Most of what has no tags is a summary: no tree has to be built of it.
  return html
    .split(/\n[ \t]*\n/)
    .map((part) => markdownOfText(decodeHTML(part).replace(/\s+/g, ' ')))
    .filter((part) => part !== '')
    .join('\n\n');
}

function markdownOfText(text: string): string {
  return text
    .split(/\n[ \t]*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => part.split('\n').map(literal).join('\\\n'))
    .join('\n\n');
}

const literal = (line: string): string => escapeStart(escapeInline(line.trim()));
