// Adds to a document what needs large packages: places to hyphenate, colours of code, emoji. Each
// is loaded only where the document has use for it, and the result is data that a cache can keep.

import type { Block, CodePiece, Document, Span, Spans } from '../document/document.ts';
import { MARK } from '../document/marks.ts';

export interface PrepareOptions {
  /** Whether to add soft hyphens, in the document's language. */
  readonly hyphenate: boolean;
  /** Whether to highlight code. */
  readonly highlight: boolean;
}

/** What a text may need prepared. */
export interface PrepareNeeds {
  readonly lang?: string;
  readonly code: boolean;
  readonly emoji: boolean;
}

/** What some Markdown may need, told before it is parsed. */
export function needsOf(markdown: string, lang?: string): PrepareNeeds {
  return {
    code: /```|~~~/.test(markdown),
    emoji: /:[\w+-]+:/.test(markdown),
    ...(lang === undefined ? {} : { lang }),
  };
}

/** How one block's parts change. */
interface Changes {
  readonly text: (text: string) => string;
  readonly code: (text: string, lang: string) => readonly CodePiece[] | undefined;
}

/**
 * `document` with soft hyphens (U+00AD) in its text, highlighted pieces in its code blocks, and
 * emoji in place of their names. Loads nothing where there is nothing to do. What cannot be loaded
 * (a language without patterns) is left as it is.
 */
export async function prepare(document: Document, options: PrepareOptions): Promise<Document> {
  const { lang, emoji, blocks, notes } = document;
  const code = hasCode(blocks) || notes.some((note) => hasCode(note.blocks));
  const change = await loadPreparer(
    { code, emoji, ...(lang === undefined ? {} : { lang }) },
    options,
  );
  if (change === undefined) return document;
  return {
    ...document,
    emoji: false,
    blocks: change(blocks),
    notes: notes.map((note) => ({ ...note, blocks: change(note.blocks) })),
  };
}

/** What `prepare` does to blocks, with all that it needs loaded; undefined where that is nothing. */
export async function loadPreparer(
  { lang, code, emoji }: PrepareNeeds,
  { hyphenate, highlight }: PrepareOptions,
): Promise<((blocks: readonly Block[]) => readonly Block[]) | undefined> {
  const [named, hyphens, colors] = await Promise.all([
    emoji ? import('./emoji.ts').then((module) => module.insertEmoji) : undefined,
    hyphenate && lang
      ? import('./hyphens.ts').then((module) => module.loadHyphens(lang))
      : undefined,
    highlight && code ? import('./highlight.ts').then((module) => module.highlight) : undefined,
  ]);
  if (named === undefined && hyphens === undefined && colors === undefined) return undefined;
  const changes: Changes = {
    text(text) {
      const shown = named === undefined ? text : named(text);
      return hyphens === undefined ? shown : hyphens(shown);
    },
    code: colors ?? (() => undefined),
  };
  return (blocks) => blocks.map((block) => change(block, changes));
}

function hasCode(blocks: readonly Block[]): boolean {
  return blocks.some((block) => {
    if (block.kind === 'code') return block.lang !== undefined;
    if (block.kind === 'quote') return hasCode(block.blocks);
    return block.kind === 'list' && block.items.some((item) => hasCode(item.blocks));
  });
}

function change(block: Block, changes: Changes): Block {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return { ...block, spans: changeSpans(block.spans, changes) };
    case 'quote':
      return { ...block, blocks: block.blocks.map((inner) => change(inner, changes)) };
    case 'list':
      return {
        ...block,
        items: block.items.map((item) => ({
          ...item,
          blocks: item.blocks.map((inner) => change(inner, changes)),
        })),
      };
    case 'table':
      return {
        ...block,
        head: block.head.map((cell) => changeSpans(cell, changes)),
        rows: block.rows.map((row) => row.map((cell) => changeSpans(cell, changes))),
      };
    case 'code': {
      const pieces = block.lang === undefined ? undefined : changes.code(block.text, block.lang);
      return pieces === undefined ? block : { ...block, pieces };
    }
    case 'rule':
      return block;
  }
}

function changeSpans(spans: Spans, changes: Changes): Spans {
  return spans.map((span): Span => {
    const literal =
      ((span.marks ?? 0) & (MARK.code | MARK.keyboard)) !== 0 ||
      /^\S+(?:\/\/|@)\S+$/.test(span.text);
    return literal ? span : { ...span, text: changes.text(span.text) };
  });
}
