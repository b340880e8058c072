// hast -> Markdown of our kind: no raw HTML, no empty links, blocks that stand for what they hold.

import type { Root as HastRoot } from 'hast';
import { toMdast } from 'hast-util-to-mdast';
import type { Nodes, Parents, Root } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { type Options, toMarkdown } from 'mdast-util-to-markdown';

/** A tree of Markdown without anything raw in it. */
export function mdastOf(tree: HastRoot): Root {
  const root = toMdast(tree, { newlines: false }) as Nodes;
  return cleaned(root.type === 'root' ? root : { type: 'root', children: [root as never] }) as Root;
}

const OPTIONS: Options = {
  extensions: [gfmToMarkdown()],
  bullet: '-',
  emphasis: '_',
  rule: '-',
  fences: true,
  listItemIndent: 'one',
};

/** Markdown as this program writes it, without blank lines around it. */
export function markdownOf(tree: Root): string {
  return toMarkdown(tree, OPTIONS).trim();
}

/** Characters of a text at most: what escapes its signs takes time by the square of their number. */
const LONGEST_TEXT = 1000;

/** A text as several that follow one another, none too long. */
function split(node: Nodes): Nodes[] {
  if (node.type !== 'text' || node.value.length <= LONGEST_TEXT) return [node];
  const parts = node.value.match(/[\s\S]{1,1000}(?![\udc00-\udfff])/gu) ?? [];
  return parts.map((value) => ({ type: 'text', value }));
}

function cleaned(node: Nodes): Nodes {
  if (!('children' in node)) return node;
  const children = (node.children as Nodes[])
    .filter((child) => child.type !== 'html')
    .flatMap(split)
    .map(cleaned);
  (node as { children: Nodes[] }).children = children.filter((child) => !isEmpty(child));
  return node;
}

function isEmpty(node: Nodes): boolean {
  switch (node.type) {
    case 'link':
    case 'paragraph':
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'heading':
      return node.children.every(isBlank);
    case 'blockquote':
    case 'list':
    case 'listItem':
      return node.children.length === 0;
    default:
      return false;
  }
}

const isBlank = (node: Nodes): boolean =>
  node.type === 'break' || (node.type === 'text' && node.value.trim() === '');

export function textIn(node: Nodes): string {
  if ('value' in node) return node.value;
  if (node.type === 'image') return '';
  return 'children' in node
    ? (node as Parents).children.map(textIn).join(node.type === 'root' ? '\n' : '')
    : '';
}
