// Formulas and the signs of notebooks among inline text: where they stand, and the tokens they become.

import type { Hooks, Token } from 'marked';
import { type FoundFormula, formulasIn } from '../signs/formulas.ts';
import { apart, type WikiSign, wikiIn } from '../signs/wiki.ts';
import type { Definitions } from './definitions.ts';
import type { FormulaToken, MarkToken } from './tokens.ts';

/** Inline text in the making: its length, and the formulas and signs in it that are still to come. */
export interface InlineSigns {
  readonly length: number;
  readonly signs: readonly (FoundFormula | WikiSign)[];
  next: number;
}

export const NO_SIGNS: InlineSigns = { length: 0, signs: [], next: 0 };

/** The formulas and signs of notebooks in inline text, in order, none within another. */
export function signsIn(src: string): InlineSigns['signs'] {
  const formulas = formulasIn(src);
  const signs: readonly WikiSign[] = wikiIn(src);
  if (signs.length === 0) return formulas;
  if (formulas.length === 0) return signs;
  return apart([...formulas, ...signs].sort((a, b) => a.start - b.start));
}

/** Hides these from marked, which looks through all of a text for what closes emphasis. */
export function masking(signs: InlineSigns['signs']): Hooks {
  const emStrongMask = (text: string): string => {
    let masked = '';
    let at = 0;
    for (const { start, end } of signs) {
      masked += text.slice(at, start) + 'a'.repeat(end - start);
      at = end;
    }
    return masked + text.slice(at);
  };
  return { emStrongMask } as Hooks;
}

/** The token of a sign that stands as `raw`; undefined where it is something else. */
export function signToken(
  found: FoundFormula | WikiSign,
  raw: string,
  lexer: { readonly inlineTokens: (src: string) => Token[] },
  definitions: Definitions,
): Token | undefined {
  if (!('kind' in found)) {
    const { source, display } = found;
    const token: FormulaToken = { type: 'formula', raw, text: raw, source, display };
    return token;
  }
  if (found.kind === 'mark') {
    const token: MarkToken = { type: 'mark', raw, tokens: lexer.inlineTokens(found.text) };
    return token;
  }
  const { href, text, kind, name } = found;
  // A bracket around what is defined as a link.
  if (definitions.link(name) !== undefined) return undefined;
  const tokens: Token[] = [{ type: 'text', raw: text, text, escaped: false }];
  const type = kind === 'picture' ? 'image' : 'link';
  return { type, raw, href, title: null, text, tokens };
}
