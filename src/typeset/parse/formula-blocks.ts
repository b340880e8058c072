// Display formulas as blocks of their own, out of the paragraphs that they stand in.

import type { Block, Span, Spans } from '../document/document.ts';
import { tidySpans } from './inline/spans.ts';

/** A formula on lines of its own, from its TeX and as it is written. */
export const formulaBlock = (source: string, text: string): Block => ({
  kind: 'formula',
  source: source.trim(),
  display: true,
  text,
});

/** A paragraph whose display formulas stand between as blocks. */
export function partedParagraph(spans: Spans): Block[] {
  const isApart = (span: Span) => span.formula?.display === true;
  if (!spans.some(isApart)) return [{ kind: 'paragraph', spans }];
  const out: Block[] = [];
  let own: Span[] = [];
  const flush = () => {
    const kept = tidySpans(own);
    if (kept.length > 0) out.push({ kind: 'paragraph', spans: kept });
    own = [];
  };
  for (const span of spans) {
    const above = out.at(-1);
    if (span.formula?.display === true) {
      flush();
      out.push(formulaBlock(span.formula.source, span.text));
    } else if (own.length === 0 && above?.kind === 'formula') {
      // What ends the formula's sentence stays with it.
      const end = /^[.,;:]*/.exec(span.text)?.[0] ?? '';
      if (end !== '') out[out.length - 1] = formulaBlock(above.source + end, above.text + end);
      own.push(end === '' ? span : { ...span, text: span.text.slice(end.length) });
    } else own.push(span);
  }
  flush();
  return out;
}
