// marked's tokenizer with what articles need: footnotes, brackets nested deep in a link's text, and a
// bottom to what may be nested. It knows nothing of pieces.

import { marked, type Token, Tokenizer, type Tokens } from 'marked';

/** Quotes and lists within each other; what lies deeper is text. */
const MAX_DEPTH = 32;

/** A mark in the text that points to a footnote. */
export interface NoteToken {
  readonly type: 'note';
  readonly raw: string;
  readonly label: string;
}

/** A footnote's definition, with the tokens of its text. */
export interface NoteDefinition extends Tokens.Def {
  readonly note: { readonly label: string; readonly tokens: Token[] };
}

/** What is defined anywhere in a text and counts everywhere. */
export interface Definitions {
  readonly links: Record<string, { href: string; title: string }>;
  /** Tokens of each footnote by label. */
  readonly notes: Map<string, Token[]>;
}

/** A label with many brackets is looked through for so many characters. */
const LONGEST_LABEL = 256;

const NOTE_START = /^ {0,3}\[\^([^\]\s]{1,200})\]:[ \t]*/;
const NOTE_MARK = /^\[\^([^\]\s]{1,200})\]/;
// What a paragraph of a footnote cannot run on into.
const INTERRUPTS =
  /^ {0,3}(?:\[\^[^\]\s]+\]:|#{1,6}[ \t]|`{3}|~{3}|>|[*+-][ \t]|\d{1,9}[.)][ \t]|<|(?:[*_-][ \t]*){3,}$)/;

/** A footnote's own text: its first line and every line that is indented or runs on (as cmark-gfm has it). */
function noteBody(src: string, start: number): { readonly end: number; readonly text: string } {
  const lineEnd = (from: number) => (src.indexOf('\n', from) + 1 || src.length + 1) - 1;
  let end = lineEnd(start);
  const lines = [src.slice(start, end)];
  let blanks = 0;
  for (let from = end + 1; from < src.length; ) {
    const stop = lineEnd(from);
    const line = src.slice(from, stop);
    from = stop + 1;
    if (line.trim() === '') {
      blanks++;
      continue;
    }
    if (!/^(?: {2,}|\t)/.test(line) && (blanks > 0 || INTERRUPTS.test(line))) break;
    for (; blanks > 0; blanks--) lines.push('');
    lines.push(line.replace(/^(?: {1,4}|\t)/, ''));
    end = stop;
  }
  return { end, text: lines.join('\n') };
}

/** marked's tokenizer with footnotes, and with a bottom to what may be nested. */
export class ArticleTokenizer extends Tokenizer {
  /** Whether a footnote has been defined in what was lexed so far. */
  hasNotes = false;
  readonly #definitions: Definitions;
  #depth = 0;

  constructor(definitions: Definitions) {
    super(marked.defaults);
    this.#definitions = definitions;
  }

  #nested<T>(lex: () => T): T | undefined {
    if (this.#depth >= MAX_DEPTH) return undefined;
    this.#depth++;
    try {
      return lex();
    } finally {
      this.#depth--;
    }
  }

  override blockquote(src: string): Tokens.Blockquote | undefined {
    return this.#nested(() => super.blockquote(src));
  }

  override list(src: string): Tokens.List | undefined {
    return this.#nested(() => super.list(src));
  }

  override def(src: string): Tokens.Def | undefined {
    const start = NOTE_START.exec(src);
    if (start === null) return super.def(src);
    const label = noteLabel(start[1] ?? '');
    const { end, text } = noteBody(src, start[0].length);
    const tokens = this.#nested(() => {
      const { top } = this.lexer.state;
      this.lexer.state.top = true;
      const inner = this.lexer.blockTokens(text, []);
      this.lexer.state.top = top;
      return inner;
    });
    this.hasNotes = true;
    const token: NoteDefinition = {
      type: 'def',
      tag: `^${label}`,
      raw: src.slice(0, end),
      href: '',
      title: '',
      note: { label, tokens: tokens ?? [] },
    };
    return token;
  }

  override link(src: string): Tokens.Link | Tokens.Image | undefined {
    const found = super.link(src);
    const start = src.startsWith('![') ? 1 : 0;
    if (found !== undefined || src[start] !== '[') return found;
    // marked gives up where brackets nest more than three deep; it is shown a label without any.
    const end = deepLabelEnd(src, start);
    if (end < 0 || src[end + 1] !== '(') return undefined;
    const label = src.slice(start + 1, end);
    const link = super.link(src.slice(0, start + 1) + 'x'.repeat(label.length) + src.slice(end));
    if (link === undefined) return undefined;
    const tokens = this.lexer.inlineTokens(label);
    if (link.type === 'link' && hasLink(tokens)) return undefined;
    return { ...link, raw: src.slice(0, link.raw.length), text: label, tokens };
  }

  override inlineText(src: string): Tokens.Text | undefined {
    const token = super.inlineText(src);
    // marked decodes some references, `&#27;` among them; inline.ts decodes all, and looks at them.
    if (token !== undefined) token.text = token.raw;
    return token;
  }

  override reflink(src: string, links: Definitions['links']) {
    const mark = NOTE_MARK.exec(src);
    const label = noteLabel(mark?.[1] ?? '');
    if (mark === null || !this.#definitions.notes.has(label)) return super.reflink(src, links);
    const token: NoteToken = { type: 'note', raw: mark[0], label };
    return token as unknown as Tokens.Text;
  }
}

/** Where the bracket closes that opens at `start` and holds others more than three deep; -1 where none does nearby. */
function deepLabelEnd(src: string, start: number): number {
  let depth = 0;
  let deepest = 0;
  const end = Math.min(src.length, start + LONGEST_LABEL);
  for (let i = start; i < end; i++) {
    const character = src[i];
    if (character === '\\') i++;
    else if (character === '`' || character === '<') return -1;
    else if (character === '[') deepest = Math.max(deepest, ++depth);
    else if (character === ']' && --depth === 0) return deepest > 3 ? i : -1;
  }
  return -1;
}

function hasLink(tokens: readonly Token[]): boolean {
  return tokens.some(
    (token) => token.type === 'link' || ('tokens' in token && hasLink(token.tokens ?? [])),
  );
}

/** The footnotes defined among `tokens` and within them. */
export function* notesIn(tokens: readonly Token[]): Generator<NoteDefinition['note']> {
  for (const token of tokens) {
    if (token.type === 'def' && 'note' in token) {
      const { note } = token as NoteDefinition;
      yield note;
      yield* notesIn(note.tokens);
    } else if (token.type === 'blockquote') yield* notesIn((token as Tokens.Blockquote).tokens);
    else if (token.type === 'list') {
      for (const item of (token as Tokens.List).items) yield* notesIn(item.tokens);
    }
  }
}

/** Labels match whatever their case. */
function noteLabel(label: string): string {
  return label.toLowerCase();
}

/** Definitions of a text not lexed yet. */
export function noDefinitions(): Definitions {
  return { links: Object.create(null) as Definitions['links'], notes: new Map() };
}
