// Simple inline text is read without being rendered; what comes of it is the same.

import fc from 'fast-check';
import type { Token } from 'marked';
import { expect, it } from 'vitest';
import { createInlineReader } from '../../../../src/typeset/parse/inline/inline.ts';
import type { InlineSink } from '../../../../src/typeset/parse/inline/simple-spans.ts';
import { Definitions } from '../../../../src/typeset/parse/lexer/definitions.ts';
import { lexPieces } from '../../../../src/typeset/parse/lexer/lexer.ts';

const text = fc
  .array(
    fc.constantFrom(
      ...['Wort', ' ', '  ', '\n', '\t', '&amp;', '&#27;', '&nbsp;', '\\*', '\\\\', ':smile:', 'ä'],
      ...['**', '*', '_', '__', '***', '[^n]', '[^m]', '"', '\u00ad', '.', '&#8203;', '&lt;b>'],
    ),
    { minLength: 1, maxLength: 14 },
  )
  .map((parts) => `x${parts.join('')}y\n\n[^n]: a\n\n[^m]: b\n`);

/** The inline tokens of a text's first paragraph. */
function inlineTokens(markdown: string): readonly Token[] {
  for (const tokens of lexPieces(markdown, new Definitions())) {
    for (const token of tokens) if (token.type === 'paragraph') return token.tokens ?? [];
  }
  return [];
}

function readerWithLog(): { readonly read: (tokens: readonly Token[]) => unknown } {
  const log: unknown[] = [];
  const sink: InlineSink = {
    link: (link) => log.push(link),
    note(label) {
      log.push(label);
      return label === 'n' ? 0 : 1;
    },
    emoji: () => log.push('emoji'),
  };
  const reader = createInlineReader(sink);
  return { read: (tokens) => ({ spans: reader.tokens(tokens), log: log.splice(0) }) };
}

it('gives simple inline text the spans that rendering it gives', () => {
  const { read } = readerWithLog();
  // A comment says nothing, but has to be rendered.
  const comment = { type: 'html', raw: '<!---->', text: '<!---->' } as Token;
  fc.assert(
    fc.property(text, (markdown) => {
      const tokens = inlineTokens(markdown);
      expect(read(tokens)).toEqual(read([...tokens, comment]));
    }),
    { numRuns: 5000 },
  );
});
