// HTML blocks to a document's blocks: Markdown's equals, and the text of all else.

import type { Alignment, Block, ListItem, Spans } from '../../document/document.ts';
import { attribute, readHtml } from './html.ts';

export interface HtmlBlockSink {
  readonly inline: (html: string) => Spans;
  readonly heading: (depth: number, spans: Spans) => Block;
}

type HtmlScope =
  | { readonly kind: 'flow'; readonly name: string; readonly blocks: Block[] }
  | {
      readonly kind: 'list';
      readonly name: string;
      readonly start?: number;
      readonly items: ListItem[];
    }
  | { readonly kind: 'table'; readonly name: string; readonly rows: Cell[][] };

interface Cell {
  readonly spans: Spans;
  readonly head: boolean;
  readonly align: Alignment;
}

/** Elements within each other; deeper ones give up their text to the innermost that counts. */
const MAX_DEPTH = 24;
const ENDS_TEXT = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'center',
  'dd',
  'details',
  'dialog',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hr',
  'html',
  'li',
  'main',
  'menu',
  'nav',
  'ol',
  'p',
  'pre',
  'search',
  'section',
  'summary',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'ul',
  'caption',
]);

const CELL_ENDS = new Set(['td', 'th', 'tr', 'thead', 'tbody', 'tfoot']);

/** A function that turns the source of HTML blocks into blocks. */
export function createHtmlBlockReader(sink: HtmlBlockSink): (html: string) => Block[] {
  return (html) => {
    const root: HtmlScope = { kind: 'flow', name: '', blocks: [] };
    const stack: HtmlScope[] = [root];
    let markup = '';
    let cell: { readonly head: boolean; readonly align: Alignment } | undefined;
    let pre: string | undefined;

    const flow = (): Block[] => {
      const top = stack.findLast((scope) => scope.kind === 'flow');
      return top?.kind === 'flow' ? top.blocks : root.blocks;
    };
    const text = (make: (spans: Spans) => Block = (spans) => ({ kind: 'paragraph', spans })) => {
      const spans = markup === '' ? [] : sink.inline(markup);
      markup = '';
      if (spans.length > 0) flow().push(make(spans));
    };
    const endCell = () => {
      const table = stack.findLast((scope) => scope.kind === 'table');
      if (cell !== undefined && table?.kind === 'table') {
        if (table.rows.length === 0) table.rows.push([]);
        table.rows.at(-1)?.push({ ...cell, spans: sink.inline(markup) });
        markup = '';
      }
      cell = undefined;
    };
    const close = (to: number) => {
      while (stack.length > to) {
        if (stack.at(-1)?.kind === 'table') endCell();
        text();
        const scope = stack.pop();
        if (scope !== undefined) finish(scope, stack.at(-1), flow);
      }
    };
    const open = (scope: HtmlScope) => {
      if (stack.length < MAX_DEPTH) stack.push(scope);
    };

    for (const piece of readHtml(html)) {
      if (piece.kind === 'text') {
        if (pre !== undefined) pre += piece.text;
        else markup += encode(piece.text);
        continue;
      }
      const { name, attributes } = piece;
      if (pre !== undefined) {
        if (piece.kind === 'close' && name === 'pre') {
          flow().push({ kind: 'code', text: pre.replace(/^\n/, '').replace(/\s+$/, '') });
          pre = undefined;
        } else if (name === 'br') pre += '\n';
        continue;
      }
      const source = `<${piece.kind === 'close' ? '/' : ''}${name}${attributes}>`;
      if (
        !ENDS_TEXT.has(name) ||
        (cell !== undefined && !/^(?:t[dhr]|table|tbody|tfoot|thead)$/.test(name))
      ) {
        markup += name === 'li' && piece.kind === 'open' ? '<br>• ' : source;
        continue;
      }
      const level = /^h([1-6])$/.exec(name)?.[1];
      if (piece.kind === 'close') {
        if (level !== undefined) text((spans) => sink.heading(Number(level), spans));
        else if (name === 'summary' || name === 'dt' || name === 'caption') text(strong);
        else if (CELL_ENDS.has(name)) endCell();
        else {
          const at = stack.findLastIndex((scope) => scope.name === name);
          if (at > 0) close(at);
          else text();
        }
        continue;
      }
      if (name === 'td' || name === 'th') {
        endCell();
        markup = '';
        cell = { head: name === 'th', align: alignment(attributes) };
        continue;
      }
      if (name === 'tr') {
        endCell();
        const table = stack.findLast((scope) => scope.kind === 'table');
        if (table?.kind === 'table') table.rows.push([]);
        continue;
      }
      text();
      if (name === 'hr') flow().push({ kind: 'rule' });
      else if (name === 'pre') pre = '';
      else if (name === 'ul' || name === 'ol') {
        const start = Number.parseInt(attribute(attributes, 'start') ?? '1', 10);
        open({
          kind: 'list',
          name,
          items: [],
          ...(name === 'ol' ? { start: Number.isFinite(start) ? start : 1 } : {}),
        });
      } else if (name === 'li') {
        const at = stack.findLastIndex((scope) => scope.kind === 'list' || scope.name === 'li');
        if (stack[at]?.name === 'li') close(at);
        if (stack.at(-1)?.kind === 'list') open({ kind: 'flow', name, blocks: [] });
      } else if (name === 'blockquote' || name === 'dd') open({ kind: 'flow', name, blocks: [] });
      else if (name === 'table') open({ kind: 'table', name, rows: [] });
    }
    if (pre !== undefined)
      flow().push({ kind: 'code', text: pre.replace(/^\n/, '').replace(/\s+$/, '') });
    close(1);
    text();
    return root.blocks;
  };
}

const strong = (spans: Spans): Block => ({
  kind: 'paragraph',
  spans: spans.map((span) => ({ ...span, marks: (span.marks ?? 0) | 1 })),
});

function finish(scope: HtmlScope, parent: HtmlScope | undefined, flow: () => Block[]): void {
  if (scope.kind === 'flow') {
    if (scope.name === 'li' && parent?.kind === 'list') parent.items.push({ blocks: scope.blocks });
    else if (scope.blocks.length > 0) flow().push({ kind: 'quote', blocks: scope.blocks });
  } else if (scope.kind === 'list') {
    const { items, start } = scope;
    if (items.length > 0)
      flow().push({ kind: 'list', tight: true, items, ...(start === undefined ? {} : { start }) });
  } else
    addTable(
      scope.rows.filter((row) => row.some((one) => one.spans.length > 0)),
      flow(),
    );
}

function addTable(rows: readonly Cell[][], blocks: Block[]): void {
  const [first = []] = rows;
  const count = Math.max(0, ...rows.map((row) => row.length));
  if (count === 0) return;
  // A table of one column is a way to scope a picture, not a table.
  if (count === 1) {
    for (const row of rows) for (const { spans } of row) blocks.push({ kind: 'paragraph', spans });
    return;
  }
  const columns = Array.from({ length: count }, (_, i) => i);
  const headed = first.length > 0 && first.every(({ head }) => head);
  const line = (row: readonly Cell[]) => columns.map((i) => row[i]?.spans ?? []);
  blocks.push({
    kind: 'table',
    align: columns.map((i) => rows.findLast((row) => row[i]?.align)?.[i]?.align ?? null),
    head: headed ? line(first) : columns.map(() => []),
    rows: rows.slice(headed ? 1 : 0).map(line),
  });
}

function alignment(attributes: string): Alignment {
  const value =
    attribute(attributes, 'align') ??
    /text-align:\s*(\w+)/.exec(attribute(attributes, 'style') ?? '')?.[1];
  return value === 'left' || value === 'right' || value === 'center' ? value : null;
}

/** Text that was decoded once must not be decoded again. */
function encode(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
