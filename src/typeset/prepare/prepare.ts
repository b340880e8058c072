// Adds to a document what needs large packages: places to hyphenate, colours of code, emoji. Each
// is loaded only where the document has use for it, and the result is data that a cache can keep.

import type { Block, CodePiece, Document, Drawing, Span, Spans } from '../document/document.ts';
import { MARK } from '../document/marks.ts';

export interface PrepareOptions {
  /** Whether to add soft hyphens, in the document's language. */
  readonly hyphenate: boolean;
  /** Whether to highlight code and to draw diagrams. */
  readonly highlight: boolean;
}

/** What a text may need prepared. */
export interface PrepareNeeds {
  readonly lang?: string;
  readonly code: boolean;
  readonly diagrams: boolean;
  readonly emoji: boolean;
}

/** What some Markdown may need, told before it is parsed. */
export function needsOf(markdown: string, lang?: string): PrepareNeeds {
  return {
    code: /```|~~~/.test(markdown),
    diagrams: /(?:```|~~~)\s*(?:mermaid|dot|graphviz|gv)\b/i.test(markdown),
    emoji: /:[\w+-]+:/.test(markdown),
    ...(lang === undefined ? {} : { lang }),
  };
}

/** How one block's parts change. */
interface Changes {
  readonly text: (text: string) => string;
  readonly code: (text: string, lang: string) => readonly CodePiece[] | undefined;
  readonly draw: (text: string, lang: string) => readonly Drawing[];
}

/**
 * `document` with soft hyphens (U+00AD) in its text, highlighted pieces in its code blocks, and
 * emoji in place of their names. Loads nothing where there is nothing to do. What cannot be loaded
 * (a language without patterns) is left as it is.
 */
export async function prepare(document: Document, options: PrepareOptions): Promise<Document> {
  const { lang, emoji, blocks, notes } = document;
  const inside = [blocks, ...notes.map((note) => note.blocks)];
  const code = inside.some((some) => hasCode(some, () => true));
  const diagrams = inside.some((some) => hasCode(some, isDiagram));
  const change = await loadPreparer(
    { code, diagrams, emoji, ...(lang === undefined ? {} : { lang }) },
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
  { lang, code, diagrams, emoji }: PrepareNeeds,
  { hyphenate, highlight }: PrepareOptions,
): Promise<((blocks: readonly Block[]) => readonly Block[]) | undefined> {
  const [named, hyphens, colors, drawn] = await Promise.all([
    emoji ? import('./emoji.ts').then((module) => module.insertEmoji) : undefined,
    hyphenate && lang
      ? import('./hyphens.ts').then((module) => module.loadHyphens(lang))
      : undefined,
    highlight && code ? import('./highlight.ts').then((module) => module.highlight) : undefined,
    highlight && diagrams
      ? import('../diagrams/diagram.ts').then((module) => module.drawDiagram)
      : undefined,
  ]);
  if (!(named || hyphens || colors || drawn)) return undefined;
  const changes: Changes = {
    text(text) {
      const shown = named === undefined ? text : named(text);
      return hyphens === undefined ? shown : hyphens(shown);
    },
    code: colors ?? (() => undefined),
    draw: (text, lang) => (isDiagram(lang) ? (drawn?.(lang, text) ?? []) : []),
  };
  return (blocks) => blocks.map((block) => change(block, changes));
}

/** Whether a language of code is that of diagrams. */
const isDiagram = (lang: string): boolean => /^(?:mermaid|dot|graphviz|gv)$/i.test(lang);

function hasCode(blocks: readonly Block[], wanted: (lang: string) => boolean): boolean {
  return blocks.some((block) => {
    if (block.kind === 'code') return block.lang !== undefined && wanted(block.lang);
    if (block.kind === 'quote') return hasCode(block.blocks, wanted);
    return block.kind === 'list' && block.items.some((item) => hasCode(item.blocks, wanted));
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
      if (block.lang === undefined) return block;
      const pieces = changes.code(block.text, block.lang);
      const drawings = changes.draw(block.text, block.lang);
      return {
        ...block,
        ...(pieces === undefined ? {} : { pieces }),
        ...(drawings.length === 0 ? {} : { drawings }),
      };
    }
    case 'formula':
    case 'rule':
      return block;
  }
}

function changeSpans(spans: Spans, changes: Changes): Spans {
  return spans.map((span): Span => {
    const literal =
      span.formula !== undefined ||
      ((span.marks ?? 0) & (MARK.code | MARK.keyboard)) !== 0 ||
      /^\S+(?:\/\/|@)\S+$/.test(span.text);
    return literal ? span : { ...span, text: changes.text(span.text) };
  });
}
