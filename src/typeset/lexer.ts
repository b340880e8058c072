// Markdown to marked's tokens, piece by piece and in linear time, whatever the text is made of.
// It knows nothing of how tokens become an article's blocks.

import { Lexer, marked, type Token, Tokenizer, type Tokens } from 'marked';

/** Characters lexed at once: enough to be quick, little enough to keep memory low. */
const PIECE = 32 * 1024;
/** Inline text lexed at once: marked needs quadratic time for some runs of delimiters. */
const INLINE = 4096;
/** Quotes and lists within each other; what lies deeper is text. */
const MAX_DEPTH = 32;

/** A mark in the text that points to a footnote. */
export interface NoteToken {
  readonly type: 'note';
  readonly raw: string;
  readonly label: string;
}

/** What is defined anywhere in a text and counts everywhere. */
export interface Definitions {
  readonly links: Record<string, { href: string; title: string }>;
  /** Tokens of each footnote by label; undefined until its definition has been lexed. */
  readonly notes: Map<string, Token[] | undefined>;
}

/** A label with many brackets is looked through for so many characters. */
const LONGEST_LABEL = 256;

const DEFINITION = /^[ >\t*+\-\d.)]*\[[^\]\n]/m;
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
class ArticleTokenizer extends Tokenizer {
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
    if (this.#definitions.notes.get(label) === undefined)
      this.#definitions.notes.set(label, tokens);
    return { type: 'def', tag: `^${label}`, raw: src.slice(0, end), href: '', title: '' };
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

/** Labels match whatever their case. */
function noteLabel(label: string): string {
  return label.toLowerCase();
}

/** Long inline text in parts, cut where a reader would pause. */
function* inlineParts(src: string): Generator<string> {
  let from = 0;
  while (src.length - from > INLINE) {
    const window = src.slice(from, from + INLINE);
    const half = INLINE / 2;
    const at = [
      window.lastIndexOf('\n'),
      window.lastIndexOf('. ') + 1,
      window.lastIndexOf(' '),
    ].find((i) => i > half);
    let cut = from + (at === undefined ? INLINE : at + 1);
    if (/[\ud800-\udbff]/.test(src[cut - 1] ?? '')) cut--;
    yield src.slice(from, cut);
    from = cut;
  }
  yield src.slice(from);
}

function lexInlines(lexer: Lexer): void {
  for (const { src, tokens } of lexer.inlineQueue) {
    lexer.state.inRawBlock = false;
    for (const part of inlineParts(src)) {
      try {
        for (const token of lexer.inlineTokens(part)) tokens.push(token);
      } catch (error) {
        // Only hostile text nests so deep that the stack ends; it is shown as it stands.
        if (!(error instanceof RangeError)) throw error;
        tokens.push({ type: 'text', raw: part, text: part, escaped: false });
      }
    }
  }
  lexer.inlineQueue = [];
}

/**
 * The block tokens of `src` and how many characters they cover. Unless it is `last`, the final
 * block may go on beyond `src` and is left out, with whatever precedes it that could not stand.
 */
function lexBlocks(
  lexer: Lexer,
  src: string,
  last: boolean,
): { readonly tokens: Token[]; readonly used: number } {
  const tokens = lexer.blockTokens(src, []);
  if (last) return { tokens, used: src.length };
  let end = tokens.length;
  while (end > 0 && tokens[end - 1]?.type === 'space') end--;
  const kept = tokens.slice(0, Math.max(0, end - 1));
  let used = 0;
  for (const { raw } of kept) {
    // marked joins some blocks with a line end of its own; then it cannot tell where they ended.
    if (!src.startsWith(raw, used)) return { tokens: [], used: 0 };
    used += raw.length;
  }
  return { tokens: kept, used };
}

/** The top-level tokens of `markdown`, a piece at a time; pieces end between blocks. */
export function* lexPieces(
  markdown: string,
  definitions: Definitions,
  piece = PIECE,
): Generator<Token[]> {
  if (markdown.length > piece && DEFINITION.test(markdown)) {
    for (const _ of pieces(markdown, definitions, piece, false));
  }
  yield* pieces(markdown, definitions, piece, true);
}

function* pieces(
  markdown: string,
  definitions: Definitions,
  piece: number,
  inlines: boolean,
): Generator<Token[]> {
  let size = piece;
  for (let from = 0; from < markdown.length; ) {
    const newline = markdown.indexOf('\n', from + size);
    const to = newline < 0 ? markdown.length : newline + 1;
    const lexer = new Lexer({ ...marked.defaults, tokenizer: new ArticleTokenizer(definitions) });
    lexer.tokens.links = definitions.links;
    const { tokens, used } = lexBlocks(lexer, markdown.slice(from, to), to === markdown.length);
    if (used === 0) {
      size *= 2;
      continue;
    }
    // The queue also holds the inline text of the block left out; nobody will see its tokens.
    if (inlines) lexInlines(lexer);
    if (inlines) yield tokens;
    from += used;
    size = piece;
  }
}

/** Definitions of a text not lexed yet. */
export function noDefinitions(): Definitions {
  return { links: Object.create(null) as Definitions['links'], notes: new Map() };
}
