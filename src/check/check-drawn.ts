// What of an article would be drawn and can't be: formulas that are no TeX, diagrams that are not understood.

import type { Block, Spans } from '../typeset/document/document.ts';
import { parseDocument } from '../typeset/parse/parse-document.ts';
import { isDiagram } from '../typeset/prepare/prepare.ts';

export type DrawnFault =
  | { readonly code: 'formula'; readonly reason: string }
  | { readonly code: 'diagram'; readonly lang: string };

export type PlacedDrawnFault = DrawnFault & { readonly line: number; readonly column: number };

const MAY_HAVE = /\$|\\[([]|(?:```|~~~)\s*(?:math|mermaid|dot|graphviz|gv)\b/i;

/** The faults of Markdown without its front matter; lines count from `firstLine`. Loads nothing where there is nothing. */
export async function drawnFaults(
  markdown: string,
  firstLine: number,
): Promise<readonly PlacedDrawnFault[]> {
  if (!MAY_HAVE.test(markdown)) return [];
  const [{ formulaFault }, { drawDiagram }] = await Promise.all([
    import('../formulas/formula.ts'),
    import('../typeset/diagrams/diagram.ts'),
  ]);
  const faults: PlacedDrawnFault[] = [];
  let from = 0;
  /** Parts stand in the text in the order in which they are met, but for notes. */
  const placeOf = (part: string) => {
    const next = markdown.indexOf(part, from);
    const at = next < 0 ? Math.max(0, markdown.indexOf(part)) : next;
    from = at;
    const before = markdown.slice(0, at);
    const line = firstLine + before.split('\n').length - 1;
    return { line, column: at - (before.lastIndexOf('\n') + 1) + 1 };
  };
  const formula = (source: string, display: boolean) => {
    const fault = formulaFault(source, display);
    if (fault === undefined) return;
    const place = placeOf(source);
    // KaTeX counts from the formula's first sign.
    const column = source.includes('\n') ? place.column : place.column + (fault.position ?? 0);
    faults.push({ line: place.line, column, code: 'formula', reason: fault.reason });
  };
  const spans = (some: Spans) => {
    for (const { formula: found } of some) if (found) formula(found.source, found.display);
  };
  for (const block of allBlocks(markdown)) {
    if (block.kind === 'formula') formula(block.source, true);
    else if (block.kind === 'code') {
      const { lang = '', text } = block;
      if (!isDiagram(lang) || drawDiagram(lang, text).length > 0) continue;
      const [first = ''] = text.split('\n');
      faults.push({ ...placeOf(first), code: 'diagram', lang });
    } else for (const some of spansOf(block)) spans(some);
  }
  return faults;
}

/** The blocks of a text and of its notes, those within others too. */
function* allBlocks(markdown: string): Generator<Block> {
  const { blocks, notes } = parseDocument(markdown);
  const left = [...blocks, ...notes.flatMap((note) => note.blocks)].reverse();
  for (let block = left.pop(); block !== undefined; block = left.pop()) {
    yield block;
    const inner =
      block.kind === 'quote'
        ? block.blocks
        : block.kind === 'list'
          ? block.items.flatMap((item) => item.blocks)
          : [];
    left.push(...[...inner].reverse());
  }
}

function spansOf(block: Block): readonly Spans[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return [block.spans];
    case 'quote':
      return block.title === undefined ? [] : [block.title];
    case 'table':
      return [block.head, ...block.rows].flat();
    default:
      return [];
  }
}
