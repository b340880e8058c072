// Inline tokens that need no renderer, and what is left out before one is asked.

import type { Token, Tokens } from 'marked';
import type { DocumentLink, Span } from '../../document/document.ts';
import { MARK } from '../../document/marks.ts';
import type { FormulaToken, NoteToken } from '../lexer/tokens.ts';
import { decodeText, hiddenElement } from './html.ts';

/** What reading inline text adds to the document as it goes. */
export interface InlineSink {
  readonly link: (link: DocumentLink) => number;
  readonly note: (label: string) => number;
  /** Told that a text may hold an emoji's name. */
  readonly emoji: () => void;
}

/** Text as the eye sees it: references decoded, made harmless again, white space single. */
export function visible(text: string): string {
  const decoded = decodeText(text);
  return /[\t\n]| {2}/.test(decoded) ? decoded.replace(/[ \t\n]+/g, ' ') : decoded;
}

export function formulaSpan({ text, source, display }: FormulaToken): Span {
  return { text: text.replace(/\s+/g, ' '), formula: { source, display } };
}

/** Whether a token is text or a note, or strong or emphasized text. */
export function isSimple(token: Token): boolean {
  const { type } = token;
  if (type === 'text' || type === 'escape' || type === 'note' || type === 'formula')
    return !('tokens' in token);
  return (type === 'strong' || type === 'em') && (token as Tokens.Strong).tokens.every(isSimple);
}

/** The spans of such a token, as rendering it and reading that back would give them. */
export function simpleSpans(token: Token, marks: number, sink: InlineSink): Span[] {
  const marked = marks === 0 ? {} : { marks };
  switch (token.type) {
    case 'text':
      return [{ text: visible((token as Tokens.Text).text), ...marked }];
    case 'escape':
      return [{ text: (token as Tokens.Escape).text, ...marked }];
    case 'note':
      return [{ text: '', ...marked, note: sink.note((token as unknown as NoteToken).label) }];
    case 'formula':
      return [{ ...formulaSpan(token as unknown as FormulaToken), ...marked }];
    default: {
      const all = marks | (token.type === 'strong' ? MARK.strong : MARK.emphasis);
      return (token as Tokens.Strong).tokens.flatMap((inner) => simpleSpans(inner, all, sink));
    }
  }
}

/** `tokens` without what stands between the tags of a script, a style and the like. */
export function withoutHidden(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  let until: string | undefined;
  for (const token of tokens) {
    const hidden = token.type === 'html' ? hiddenElement(token.raw) : undefined;
    if (hidden !== undefined) until = hidden.closing ? undefined : hidden.name;
    else if (until === undefined) out.push(token);
  }
  return out;
}

/** The text of tokens without any markup, as an image's alternative text needs it. */
export function plainText(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === 'html') return '';
      if (token.type === 'br') return ' ';
      if ('tokens' in token && token.tokens !== undefined) return plainText(token.tokens);
      return 'text' in token && typeof token.text === 'string' ? token.text : '';
    })
    .join('');
}
