// Tokens that marked does not know: marks and definitions of footnotes, formulas.

import type { Token, Tokens } from 'marked';
import type { NoteSource } from './definitions.ts';

/** A mark in the text that points to a footnote. */
export interface NoteToken {
  readonly type: 'note';
  readonly raw: string;
  readonly label: string;
}

/** A formula; as a block it stands alone on its lines. */
export interface FormulaToken {
  readonly type: 'formula';
  readonly raw: string;
  readonly text: string;
  readonly source: string;
  readonly display: boolean;
}

export interface MarkToken {
  readonly type: 'mark';
  readonly raw: string;
  readonly tokens: Token[];
}

/** A footnote's definition; its tokens are there where they may hold definitions themselves. */
export interface NoteDefinition extends Tokens.Def {
  readonly note: {
    readonly label: string;
    readonly source: NoteSource;
    readonly tokens: readonly Token[];
  };
}

type Definition = Tokens.Def | NoteDefinition;

/** What is defined among `tokens` and within them, in order. */
export function* definitionsIn(tokens: readonly Token[]): Generator<Definition> {
  for (const token of tokens) {
    if (token.type === 'def') {
      const definition = token as Definition;
      yield definition;
      if ('note' in definition) yield* definitionsIn(definition.note.tokens);
    } else if (token.type === 'blockquote')
      yield* definitionsIn((token as Tokens.Blockquote).tokens);
    else if (token.type === 'list') {
      for (const item of (token as Tokens.List).items) yield* definitionsIn(item.tokens);
    }
  }
}
