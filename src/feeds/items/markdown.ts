// An item's text as Markdown, whether the feed gives it as HTML or plain.

import { toMdast } from 'hast-util-to-mdast';
import type { Nodes, Paragraph, Root } from 'mdast';
import { markdownOf as written } from '../../intake/html/tree/markdown.ts';
import type { Content } from '../parse/feed.ts';
import { hastOf } from './hast.ts';

/** The Markdown of a content, without blank lines around it; empty where it says nothing. */
export function markdownOf({ kind, value, base }: Content): string {
  const tree = kind === 'html' ? treeOfHtml(value, base) : treeOfText(value);
  return written(tree as Root);
}

function treeOfHtml(html: string, base: string | undefined): Nodes {
  const isBlock = /<(?:p|div|ul|ol|table|blockquote|h[1-6]|pre|br|figure|section|article)\b/i.test(
    html,
  );
  // Text with single tags and lines between keeps its paragraphs.
  const source = isBlock ? html : html.replace(/\r?\n[ \t]*\r?\n/g, '<br><br>');
  return withoutHtml(toMdast(hastOf(source, base), { newlines: false }));
}

function treeOfText(text: string): Root {
  const paragraphs = text
    .slice(0, 2_000_000)
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '')
    .split(/\n[ \t]*\n\s*/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(
      (part): Paragraph => ({
        type: 'paragraph',
        children: part
          .split(/[ \t]*\n[ \t]*/)
          .flatMap((line, index) =>
            index === 0
              ? [{ type: 'text' as const, value: line }]
              : [{ type: 'break' as const }, { type: 'text' as const, value: line }],
          ),
      }),
    );
  return { type: 'root', children: paragraphs };
}

/** Without what would be raw HTML in Markdown, empty links and empty paragraphs. */
function withoutHtml(node: Nodes): Nodes {
  if ('children' in node) {
    const children = (node.children as Nodes[])
      .filter((child) => child.type !== 'html')
      .map(withoutHtml);
    (node as { children: Nodes[] }).children = children.filter(
      (child) =>
        !(child.type === 'link' || child.type === 'paragraph') || child.children.length > 0,
    );
  }
  return node;
}
