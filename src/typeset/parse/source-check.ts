// What is wrong with an article's Markdown, and where. Parses with positions, as marked can't.

import type { Definition, Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toString as textOf } from 'mdast-util-to-string';
import { gfm } from 'micromark-extension-gfm';
import { createSlugger } from '../text/slug.ts';
import { suspectPlaces } from '../text/suspect-text.ts';
import { withoutForeign } from './signs/foreign.ts';
import { wikiIn } from './signs/wiki.ts';

/** A place in the source, counted from 1; columns count UTF-16 units, as editors do. */
export interface SourcePlace {
  readonly line: number;
  readonly column: number;
}

export type SourceFault = SourcePlace &
  (
    | { readonly code: 'no-alternative'; readonly target: string }
    | { readonly code: 'note-undefined' | 'note-unused' | 'note-twice'; readonly label: string }
    | { readonly code: 'label-undefined'; readonly label: string }
    | { readonly code: 'code-open' }
    | { readonly code: 'link-empty' }
    /** A template that only another program fills in. */
    | { readonly code: 'template'; readonly tag: string }
    | { readonly code: 'unsafe-text'; readonly sign: string }
  );

/** Where a link or picture points: as written, and as an address. */
export interface SourceLink extends SourcePlace {
  readonly target: string;
  readonly href: string;
  /** A note is found by its name, as is a file that is embedded. */
  readonly kind: 'link' | 'picture' | 'note' | 'file';
}

export interface SourceReport {
  readonly faults: readonly SourceFault[];
  readonly links: readonly SourceLink[];
  /** Anchors of the headings, in their order. */
  readonly anchors: readonly string[];
}

/** Checks Markdown that begins on line `firstLine` of its file, `whole`, in which hidden signs are sought. */
export function checkSource(markdown: string, firstLine = 1, whole = markdown): SourceReport {
  const faults: SourceFault[] = [];
  const shown = withoutForeign(markdown, (line, column, tag) =>
    faults.push({ line: line + firstLine - 1, column, code: 'template', tag }),
  );
  const root: Root = fromMarkdown(shown, {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  const links: SourceLink[] = [];
  const anchors: string[] = [];
  const slugOf = createSlugger();
  const definitions = new Map<string, Definition>();
  const notes = new Map<string, SourcePlace & { readonly label: string }>();
  const noted = new Set<string>();
  const placeOf = (node: Nodes, more = 0): SourcePlace => {
    const { start } = node.position ?? { start: { line: 1, column: 1 } };
    return { line: start.line + firstLine - 1, column: start.column + more };
  };
  const source = (node: Nodes): string =>
    shown.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);

  const linked = (node: Nodes, target: string): void =>
    void links.push({ ...placeOf(node), target, href: target, kind: 'link' });

  const picture = (node: Nodes, alt: string | null | undefined, target: string): void => {
    links.push({ ...placeOf(node), target, href: target, kind: 'picture' });
    if ((alt ?? '').trim() === '')
      faults.push({ ...placeOf(node), code: 'no-alternative', target });
  };

  walk(root, (node) => {
    if (node.type === 'definition' && !definitions.has(node.identifier)) {
      definitions.set(node.identifier, node);
    }
  });

  walk(root, (node) => {
    switch (node.type) {
      case 'heading':
        anchors.push(slugOf(textOf(node)));
        break;
      case 'link':
        if (node.url.trim() === '') faults.push({ ...placeOf(node), code: 'link-empty' });
        else linked(node, node.url);
        break;
      case 'linkReference': {
        const target = definitions.get(node.identifier)?.url ?? '';
        if (target !== '') linked(node, target);
        break;
      }
      case 'image':
        picture(node, node.alt, node.url);
        break;
      case 'imageReference':
        picture(node, node.alt, definitions.get(node.identifier)?.url ?? '');
        break;
      case 'footnoteDefinition': {
        const { identifier } = node;
        const label = node.label ?? identifier;
        if (notes.has(identifier)) faults.push({ ...placeOf(node), code: 'note-twice', label });
        else notes.set(identifier, { ...placeOf(node), label });
        break;
      }
      case 'footnoteReference':
        noted.add(node.identifier);
        break;
      case 'code':
        if (isOpen(source(node))) faults.push({ ...placeOf(node), code: 'code-open' });
        break;
      case 'html':
        for (const { index, tag } of picturesIn(node.value)) {
          if (!/\salt\s*=/i.test(tag)) {
            const at = within(source(node), index, placeOf(node));
            faults.push({ ...at, code: 'no-alternative', target: sourceOf(tag) });
          }
        }
        break;
      case 'text':
        faults.push(...undefinedIn(source(node), placeOf(node)));
        for (const sign of wikiIn(source(node))) {
          if (sign.kind === 'mark') continue;
          const at = within(source(node), sign.start, placeOf(node));
          const kind = sign.kind === 'link' ? 'note' : 'file';
          links.push({ ...at, target: sign.name, href: sign.href, kind });
        }
        break;
    }
  });
  for (const [identifier, { label, line, column }] of notes) {
    if (!noted.has(identifier)) faults.push({ line, column, code: 'note-unused', label });
  }
  for (const { line, column, sign } of suspectPlaces(whole)) {
    faults.push({ line, column, code: 'unsafe-text', sign });
  }
  return { faults: faults.sort(byPlace), links, anchors };
}

/** From top to bottom; what is deeper than any article's markup is left alone. */
function walk(root: Nodes, visit: (node: Nodes) => void): void {
  const waiting: Nodes[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    visit(node);
    if ('children' in node) {
      for (let at = node.children.length - 1; at >= 0; at--) {
        const child = node.children[at];
        if (child) waiting.push(child);
      }
    }
  }
}

/** Whether a fenced block's source lacks its closing fence (CommonMark 4.5). */
function isOpen(code: string): boolean {
  const lines = code.split(/\r\n|\n|\r/);
  const fence = /^(`{3,}|~{3,})/.exec(lines[0] ?? '')?.[1];
  if (fence === undefined) return false;
  const sign = fence.charAt(0);
  const last = (lines.length > 1 ? (lines.at(-1) ?? '') : '').replace(/^[\s>]*/, '').trimEnd();
  return !(last.length >= fence.length && [...last].every((one) => one === sign));
}

/** Footnote marks and references that stay text because nothing defines them. */
function undefinedIn(text: string, start: SourcePlace): SourceFault[] {
  const faults: SourceFault[] = [];
  for (const match of text.matchAll(
    /(?<!\\)\[\^([^\]\s]+)\]|(?<![\\\w])\[[^[\]]+\]\[([^[\]^]*\p{L}[^[\]^]*)\]/gu,
  )) {
    const at = within(text, match.index, start);
    const [, note, label] = match;
    if (note !== undefined) faults.push({ ...at, code: 'note-undefined', label: note });
    else faults.push({ ...at, code: 'label-undefined', label: label ?? '' });
  }
  return faults;
}

function* picturesIn(html: string) {
  for (const match of html.matchAll(/<img\b[^>]*>/gi)) yield { index: match.index, tag: match[0] };
}

function sourceOf(tag: string): string {
  const match = /\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(tag);
  return match?.[1] ?? match?.[2] ?? match?.[3] ?? '';
}

function within(text: string, index: number, start: SourcePlace): SourcePlace {
  const lines = text.slice(0, index).split(/\r\n|\n|\r/);
  if (lines.length === 1) return { line: start.line, column: start.column + index };
  return { line: start.line + lines.length - 1, column: (lines.at(-1) ?? '').length + 1 };
}

function byPlace(a: SourcePlace, b: SourcePlace): number {
  return a.line - b.line || a.column - b.column;
}
