// Markdown to marked's tokens, piece by piece and in linear time, whatever the text is made of.
// It knows nothing of how tokens become an article's blocks.

import { Lexer, marked, type Token } from 'marked';
import { ArticleTokenizer, type Definitions, notesIn } from './tokenizer.ts';

/** Characters lexed at once: enough to be quick, little enough to keep memory low. */
const PIECE = 32 * 1024;
/** Inline text lexed at once: marked needs quadratic time for some runs of delimiters. */
const INLINE = 4096;
/** The same where more than an eighth of it might be delimiters. */
const DENSE_INLINE = 512;
const NOT_DELIMITING = /[^*_~`[<:@]+/g;
/** What may be a definition, in a list or a quote too. */
const DEFINITION = /^[ >\t*+\-\d.)]*\[[^\]\n]/m;

/** Long inline text in parts, cut where a reader would pause. */
function* inlineParts(src: string): Generator<string> {
  let from = 0;
  while (src.length - from > DENSE_INLINE) {
    let window = src.slice(from, from + INLINE);
    if (window.replace(NOT_DELIMITING, '').length * 8 > window.length)
      window = window.slice(0, DENSE_INLINE);
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
    const tokenizer = new ArticleTokenizer(definitions);
    const lexer = new Lexer({ ...marked.defaults, tokenizer });
    lexer.tokens.links = definitions.links;
    const last = to === markdown.length;
    const { tokens, used } = lexBlocks(lexer, markdown.slice(from, to), last);
    if (used === 0) {
      size *= 2;
      continue;
    }
    if (tokenizer.hasNotes) {
      for (const note of notesIn(tokens)) {
        if (definitions.notes.get(note.label) !== undefined) continue;
        definitions.notes.set(note.label, inlines ? note.tokens : undefined);
      }
    }
    if (inlines) {
      // The queue also holds the text of the block left out; nobody will see its tokens.
      lexInlines(lexer);
      yield tokens;
    }
    from += used;
    size = piece;
  }
}
