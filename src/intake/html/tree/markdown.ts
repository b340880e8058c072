// hast -> Markdown of our kind: no raw HTML, no empty links, blocks that stand for what they hold.

import type { Root as HastRoot } from 'hast';
import { toMdast } from 'hast-util-to-mdast';
import type { Nodes, Parents, Root } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { defaultHandlers, type Options, toMarkdown } from 'mdast-util-to-markdown';

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
  handlers: {
    // Within a word only a star can mark it.
    emphasis(node, parent, state, info) {
      const { options } = state;
      const isWithin = /[\p{L}\p{N}]$/u.test(info.before) || /^[\p{L}\p{N}]/u.test(info.after);
      options.emphasis = isWithin ? '*' : '_';
      return defaultHandlers.emphasis(node, parent, state, info);
    },
  },
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
    .map(cleaned)
    .flatMap((child) => settled(child, node));
  (node as { children: Nodes[] }).children = children.filter((child) => !isEmpty(child));
  return node;
}

/**
 * What stands for a mark of emphasis: blanks at its edges outside of it, for there Markdown has none; nothing
 * of it around signs alone, or within its like.
 */
function settled(node: Nodes, parent: Nodes): Nodes[] {
  if (!/^(?:emphasis|strong|delete|link)$/.test(node.type) || !('children' in node)) return [node];
  const children = node.children as Nodes[];
  if (node.type === parent.type) return children;
  const before = edge(children[0], /^\s+/);
  const after = edge(children.at(-1), /\s+$/);
  const isMark = node.type === 'link' || /[\p{L}\p{N}]/u.test(textIn(node)) || hasPicture(node);
  return [...before, ...(isMark ? [node] : children), ...after];
}

/** Cuts the blanks off a text's edge, and gives them as a text. */
function edge(node: Nodes | undefined, blanks: RegExp): Nodes[] {
  if (node?.type !== 'text' || !blanks.test(node.value)) return [];
  node.value = node.value.replace(blanks, '');
  return [{ type: 'text', value: ' ' }];
}

const hasPicture = (node: Nodes): boolean =>
  node.type === 'image' || ('children' in node && (node.children as Nodes[]).some(hasPicture));

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
