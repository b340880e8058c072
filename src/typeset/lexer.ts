// Markdown to marked's tokens, piece by piece and in linear time, whatever the text is made of.
// It knows nothing of how tokens become an article's blocks.

import { Lexer, marked, type Token } from 'marked';
import { ArticleTokenizer, type Definitions, notesIn } from './tokenizer.ts';

/** Characters lexed at once: enough to be quick, little enough to keep memory low. */
const PIECE = 64 * 1024;
/** Inline text lexed at once: marked needs quadratic time for some runs of delimiters. */
const INLINE = 4096;
/** The same where more than an eighth of it might be delimiters. */
const DENSE_INLINE = 512;
const DELIMITERS = '*_~`[<:@';
/** What may be a definition, in a list or a quote too. */
const DEFINITION = /^[ >\t*+\-\d.)]*\[(?:[^\]\\\n]|\\.)+(?:\]:|\n)/m;

/** Whether so much of `text` might be delimiters that marked would be slow. */
function isDense(text: string): boolean {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (DELIMITERS.includes(text.charAt(i))) count++;
  return count * 8 > text.length;
}

/** Long inline text in parts, cut where a reader would pause. */
function* inlineParts(src: string): Generator<string> {
  let from = 0;
  while (src.length - from > DENSE_INLINE) {
    let window = src.slice(from, from + INLINE);
    if (isDense(window)) window = window.slice(0, DENSE_INLINE);
    if (from + window.length === src.length) break;
    const half = window.length / 2;
    const at = [
      window.lastIndexOf('\n'),
      window.lastIndexOf('. ') + 1,
      window.lastIndexOf(' '),
    ].find((i) => i > half);
    let cut = from + (at === undefined ? window.length : at + 1);
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
  for (const { type, raw } of kept) {
    // marked joins some paragraphs with a line end of its own; then it cannot tell where they ended.
    if (type === 'paragraph' && !src.startsWith(raw, used)) return { tokens: [], used: 0 };
    used += raw.length;
  }
  return { tokens: kept, used };
}

/** Block tokens of a piece, whose inline text waits in its lexer. */
interface Piece {
  readonly tokens: Token[];
  readonly lexer: Lexer;
}

/**
 * The top-level tokens of `markdown`, a piece at a time; pieces end between blocks. Where anything
 * may be defined, the blocks of the whole text are lexed before the first piece is given.
 */
export function* lexPieces(
  markdown: string,
  definitions: Definitions,
  size = PIECE,
): Generator<Token[]> {
  const pieces = blockPieces(markdown, definitions, size);
  const ahead = markdown.length > size && DEFINITION.test(markdown) ? [...pieces].reverse() : [];
  for (let piece = ahead.pop(); piece !== undefined; piece = ahead.pop()) yield finished(piece);
  for (const piece of pieces) yield finished(piece);
}

function finished({ tokens, lexer }: Piece): Token[] {
  lexInlines(lexer);
  return tokens;
}

function* blockPieces(markdown: string, definitions: Definitions, piece: number): Generator<Piece> {
  let size = piece;
  for (let from = 0; from < markdown.length; ) {
    const newline = markdown.indexOf('\n', from + size);
    const to = newline < 0 ? markdown.length : newline + 1;
    const tokenizer = new ArticleTokenizer(definitions);
    const lexer = new Lexer({ ...marked.defaults, tokenizer });
    lexer.tokens.links = definitions.links;
    const { tokens, used } = lexBlocks(lexer, markdown.slice(from, to), to === markdown.length);
    if (used === 0) {
      size *= 2;
      continue;
    }
    if (tokenizer.hasNotes) {
      for (const note of notesIn(tokens)) {
        if (!definitions.notes.has(note.label)) definitions.notes.set(note.label, note.tokens);
      }
    }
    yield { tokens, lexer };
    from += used;
    size = piece;
  }
}
