// Hyphens, colours of code and emoji for a document; each loads where there is use for it.

import type {
  Block,
  CodePiece,
  Document,
  Drawing,
  FormulaPart,
  Span,
  Spans,
} from '../document/document.ts';
import { MARK } from '../document/marks.ts';

export interface PrepareOptions {
  /** Whether to add soft hyphens, in the document's language. */
  readonly hyphenate: boolean;
  /** Whether to highlight code, and to draw diagrams and formulas. */
  readonly highlight: boolean;
}

export interface PrepareNeeds {
  readonly lang?: string;
  readonly code: boolean;
  readonly diagrams: boolean;
  readonly formulas: boolean;
  readonly emoji: boolean;
}

/** What some Markdown may need, told before it is parsed. */
export function needsOf(markdown: string, lang?: string): PrepareNeeds {
  return {
    code: /```|~~~/.test(markdown),
    diagrams: /(?:```|~~~)\s*(?:mermaid|dot|graphviz|gv)\b/i.test(markdown),
    formulas: /\$|\\[([]|(?:```|~~~)\s*math\b/.test(markdown),
    emoji: /:[\w+-]+:/.test(markdown),
    ...(lang === undefined ? {} : { lang }),
  };
}

/** How one block's parts change. */
interface Changes {
  readonly text: (text: string) => string;
  readonly code: (text: string, lang: string) => readonly CodePiece[] | undefined;
  readonly draw: (text: string, lang: string) => readonly Drawing[];
  readonly line: (source: string) => string | undefined;
  readonly parts: (source: string) => readonly FormulaPart[] | undefined;
}

/** Hyphens, colours and emoji for `document`; what cannot be loaded is left as it is. */
export async function prepare(document: Document, options: PrepareOptions): Promise<Document> {
  const { lang, emoji, blocks, notes } = document;
  const inside = [blocks, ...notes.map((note) => note.blocks)];
  const code = inside.some((some) => hasCode(some, () => true));
  const diagrams = inside.some((some) => hasCode(some, isDiagram));
  const formulas = inside.some(hasFormula);
  const change = await loadPreparer(
    { code, diagrams, formulas, emoji, ...(lang === undefined ? {} : { lang }) },
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
  { lang, code, diagrams, formulas, emoji }: PrepareNeeds,
  { hyphenate, highlight }: PrepareOptions,
): Promise<((blocks: readonly Block[]) => readonly Block[]) | undefined> {
  const [named, hyphens, colors, drawn, math] = await Promise.all([
    emoji ? import('./emoji.ts').then((module) => module.insertEmoji) : undefined,
    hyphenate && lang
      ? import('./hyphens.ts').then((module) => module.loadHyphens(lang))
      : undefined,
    highlight && code ? import('./highlight.ts').then((module) => module.highlight) : undefined,
    highlight && diagrams
      ? import('../diagrams/diagram.ts').then((module) => module.drawDiagram)
      : undefined,
    highlight && formulas ? loadMath() : undefined,
  ]);
  if (!(named || hyphens || colors || drawn || math)) return undefined;
  const changes: Changes = {
    text(text) {
      const shown = named === undefined ? text : named(text);
      return hyphens === undefined ? shown : hyphens(shown);
    },
    code: colors ?? (() => undefined),
    draw: (text, lang) => (isDiagram(lang) ? (drawn?.(lang, text) ?? []) : []),
    line: (source) => math?.formulaLine(source),
    parts: (source) => math?.formulaParts(source),
  };
  return (blocks) => blocks.map((block) => change(block, changes));
}

async function loadMath() {
  const [{ formulaLine, formulaParts }, { columns }] = await Promise.all([
    import('../../formulas/formula.ts'),
    import('../text/width.ts'),
  ]);
  return { formulaLine, formulaParts: (source: string) => formulaParts(source, columns) };
}

export const isDiagram = (lang: string): boolean => /^(?:mermaid|dot|graphviz|gv)$/i.test(lang);

function hasCode(blocks: readonly Block[], wanted: (lang: string) => boolean): boolean {
  return blocks.some((block) => {
    if (block.kind === 'code') return block.lang !== undefined && wanted(block.lang);
    if (block.kind === 'quote') return hasCode(block.blocks, wanted);
    return block.kind === 'list' && block.items.some((item) => hasCode(item.blocks, wanted));
  });
}

function hasFormula(blocks: readonly Block[]): boolean {
  const inSpans = (spans: Spans) => spans.some(({ formula }) => formula !== undefined);
  return blocks.some((block): boolean => {
    switch (block.kind) {
      case 'formula':
        return true;
      case 'paragraph':
      case 'heading':
        return inSpans(block.spans);
      case 'quote':
        return inSpans(block.title ?? []) || hasFormula(block.blocks);
      case 'list':
        return block.items.some((item) => hasFormula(item.blocks));
      case 'table':
        return [block.head, ...block.rows].some((row) => row.some(inSpans));
      default:
        return false;
    }
  });
}

function change(block: Block, changes: Changes): Block {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return { ...block, spans: changeSpans(block.spans, changes) };
    case 'quote':
      return {
        ...block,
        ...(block.title === undefined ? {} : { title: changeSpans(block.title, changes) }),
        blocks: block.blocks.map((inner) => change(inner, changes)),
      };
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
    case 'formula': {
      const parts = changes.parts(block.source);
      const line = changes.line(block.source);
      return parts === undefined
        ? block
        : { ...block, parts, ...(line === undefined ? {} : { line }) };
    }
    case 'rule':
      return block;
  }
}

function changeSpans(spans: Spans, changes: Changes): Spans {
  return spans.map((span): Span => {
    if (span.formula !== undefined) {
      const line = changes.line(span.formula.source);
      return line === undefined ? span : { ...span, formula: { ...span.formula, line } };
    }
    const literal =
      ((span.marks ?? 0) & (MARK.code | MARK.keyboard)) !== 0 ||
      /^\S+(?:\/\/|@)\S+$/.test(span.text);
    return literal ? span : { ...span, text: changes.text(span.text) };
  });
}
