// Markdown to marked's tokens, piece by piece, in linear time.

import type { Lexer, Token } from 'marked';
import { ArticleLexer } from './article-lexer.ts';
import { comparable, type Definitions, type LinkDefinition } from './definitions.ts';
import { inlineParts } from './inline-parts.ts';
import { ArticleTokenizer } from './tokenizer.ts';
import { definitionsIn } from './tokens.ts';

/** Characters lexed at once. With 64 KB V8's new space doubled, and 10 MB took a fifth longer. */
const PIECE = 16 * 1024;
/** HTML longer than this may be parted between its blocks. */
const LONGEST_HTML = 256 * 1024;
/** Pieces lexed ahead for what they define that are kept until they are asked for; others are lexed again. */
const MOST_KEPT = 4;

type Links = Record<string, LinkDefinition>;

/** The links whose labels stand in `part`: marked looks through all it knows for each bracket. */
function linksIn(part: string, definitions: Definitions): Links {
  const own = Object.create(null) as Links;
  for (const [, label = ''] of part.matchAll(/\[([^[\]]*)\]/g)) {
    const link = definitions.link(label);
    if (link !== undefined) own[comparable(label)] = link;
  }
  return own;
}

function lexInlines(lexer: Lexer, definitions: Definitions): void {
  for (const { src, tokens } of lexer.inlineQueue) {
    lexer.state.inRawBlock = false;
    for (const part of inlineParts(src)) {
      lexer.tokens.links = linksIn(part, definitions);
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

/** Block tokens of `src` and their characters. Unless `last`, the final block may go on: it is left out. */
function lexBlocks(
  lexer: Lexer,
  src: string,
  last: boolean,
): { readonly tokens: Token[]; readonly used: number } {
  const tokens = lexer.blockTokens(src, lexer.tokens);
  if (last) return { tokens, used: src.length };
  let end = tokens.length;
  while (end > 0 && tokens[end - 1]?.type === 'space') end--;
  const kept = tokens.slice(0, Math.max(0, end - 1));
  // HTML goes on behind a blank line, as far as it is worth to wait for it.
  if (src.length < LONGEST_HTML)
    while (kept.length > 0 && isHtml(kept.at(-1), kept.at(-2))) kept.pop();
  let used = 0;
  for (const { type, raw } of kept) {
    // marked joins some paragraphs with a line end of its own; then it cannot tell where they ended.
    if (type === 'paragraph' && !src.startsWith(raw, used)) return { tokens: [], used: 0 };
    used += raw.length;
  }
  return { tokens: kept, used };
}

const isHtml = (last: Token | undefined, before: Token | undefined): boolean =>
  last?.type === 'html' || (last?.type === 'space' && before?.type === 'html');

/** Block tokens of a piece, whose inline text waits in its lexer; it ends before the character `end`. */
interface Piece {
  readonly tokens: Token[];
  readonly lexer: Lexer;
  readonly end: number;
}

/** Top-level tokens by pieces, looking ahead for definitions; lexing blocks twice beats keeping tokens. */
export function* lexPieces(
  markdown: string,
  definitions: Definitions,
  size = PIECE,
): Generator<Token[]> {
  const kept: Piece[] = [];
  let given = 0;
  /** All is known that is defined before this character. */
  let known = 0;
  definitions.expect(markdown, () => {
    if (known === markdown.length) return false;
    const keeps = kept.length < MOST_KEPT && known === (kept.at(-1)?.end ?? given);
    const piece = lexPiece(markdown, known, definitions, size, keeps ? 'both' : 'skim');
    if (keeps) kept.push(piece);
    known = piece.end;
    return true;
  });
  while (given < markdown.length) {
    const aim = given === known ? 'both' : 'read';
    const piece = kept.shift() ?? lexPiece(markdown, given, definitions, size, aim);
    given = piece.end;
    known = Math.max(known, given);
    lexInlines(piece.lexer, definitions);
    yield piece.tokens;
  }
}

/** The tokens of a footnote's own text; none where `label` is not defined. */
export function lexNote(label: string, definitions: Definitions): Token[] {
  const source = definitions.note(label);
  if (source === undefined) return [];
  const { text, depth } = source;
  const tokenizer = new ArticleTokenizer(definitions, false, depth);
  const lexer = new ArticleLexer(tokenizer, false);
  const tokens = tokenizer.nested(() => lexer.blockTokens(text, lexer.tokens)) ?? [];
  lexInlines(lexer, definitions);
  return tokens;
}

/** What a text is lexed for: its definitions, its blocks, or both at once. */
type Aim = 'skim' | 'read' | 'both';

function lexPiece(
  markdown: string,
  from: number,
  definitions: Definitions,
  size: number,
  aim: Aim,
): Piece {
  const newline = markdown.indexOf('\n', from + size);
  const to = newline < 0 ? markdown.length : newline + 1;
  const tokenizer = new ArticleTokenizer(definitions, aim !== 'read');
  const lexer = new ArticleLexer(tokenizer, aim === 'skim');
  const { tokens, used } = lexBlocks(lexer, markdown.slice(from, to), to === markdown.length);
  if (used === 0) return lexPiece(markdown, from, definitions, size * 2, aim);
  // Not what the block that was left out defines: it may go on, with a title for instance.
  if (aim !== 'read' && tokenizer.hasDefinitions) {
    for (const one of definitionsIn(tokens)) {
      if ('note' in one) definitions.addNote(one.note.label, one.note.source);
      else definitions.addLink(one.tag, { href: one.href, title: one.title });
    }
  }
  return { tokens, lexer, end: from + used };
}
