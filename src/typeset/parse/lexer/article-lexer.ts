// marked's lexer, bounded: what was lexed once is remembered, and nesting has a bottom.

import { Lexer, marked, type Token, type TokensList } from 'marked';
import { masking, NO_SIGNS, signsIn } from './inline-signs.ts';
import { isQuiet, plainInlineEnd } from './plain-markdown.ts';
import type { ArticleTokenizer } from './tokenizer.ts';

/** Inline text that was lexed, and what it left behind. */
interface Lexed {
  readonly tokens: readonly Token[];
  readonly inRawBlock: boolean;
  readonly hasLink: boolean;
}

/** Levels of inline text within each other; what lies deeper is text. */
const DEEPEST_INLINE = 48;

/** marked's lexer, which tells its tokenizer what inline text is like before it is lexed. */
export class ArticleLexer extends Lexer {
  readonly #tokenizer: ArticleTokenizer;
  readonly #skims: boolean;
  #inlineDepth = 0;
  readonly #lexed = new Map<string, Lexed>();

  constructor(tokenizer: ArticleTokenizer, skims: boolean) {
    super({ ...marked.defaults, tokenizer });
    this.#tokenizer = tokenizer;
    this.#skims = skims;
  }

  override blockTokens(src: string, tokens: Token[] = [], clipped = false): TokensList {
    // Items without definitions need not be lexed for these; how far a quote reaches depends on it.
    if (this.#skims && !clipped && tokens !== this.tokens && !src.includes(']:')) {
      this.state.top = true;
      return tokens as TokensList;
    }
    return super.blockTokens(src, tokens, clipped) as TokensList;
  }

  /** Memoised: a label that holds a link would be lexed again at each level. Below a depth all is text. */
  override inlineTokens(src: string, tokens: Token[] = []): Token[] {
    if (this.#inlineDepth === 0) this.#lexed.clear();
    else if (this.#inlineDepth > DEEPEST_INLINE) {
      if (src !== '') tokens.push({ type: 'text', raw: src, text: src, escaped: false });
      return tokens;
    }
    const { state } = this;
    const key = `${state.inLink}${state.inRawBlock}${src}`;
    const known = this.#lexed.get(key);
    if (known !== undefined) {
      state.inRawBlock = known.inRawBlock;
      state.linkEmitted ||= known.hasLink;
      for (const token of known.tokens) tokens.push(token);
      return tokens;
    }
    const from = tokens.length;
    // Whether this text has a link is asked of it alone.
    const { linkEmitted } = state;
    state.linkEmitted = false;
    this.#inlineDepth++;
    try {
      this.#lexInline(src, tokens);
    } finally {
      this.#inlineDepth--;
    }
    const hasLink = state.linkEmitted;
    state.linkEmitted ||= linkEmitted;
    if (this.#inlineDepth > 0) {
      const { inRawBlock } = state;
      this.#lexed.set(key, { tokens: tokens.slice(from), inRawBlock, hasLink });
    }
    return tokens;
  }

  #lexInline(src: string, tokens: Token[]): Token[] {
    const isQuietSource = isQuiet(src);
    const signs = signsIn(src);
    if (signs.length === 0 && isQuietSource && plainInlineEnd(src, 0) === src.length) {
      const escaped = this.state.inRawBlock;
      if (src !== '') tokens.push({ type: 'text', raw: src, text: src, escaped });
      return tokens;
    }
    const tokenizer = this.#tokenizer;
    const { isQuiet: outer, inlineSigns } = tokenizer;
    const { hooks = null } = this.options;
    tokenizer.isQuiet = isQuietSource;
    tokenizer.inlineSigns = signs.length === 0 ? NO_SIGNS : { length: src.length, signs, next: 0 };
    this.options.hooks = signs.length === 0 ? null : masking(signs);
    try {
      return super.inlineTokens(src, tokens);
    } finally {
      tokenizer.isQuiet = outer;
      tokenizer.inlineSigns = inlineSigns;
      this.options.hooks = hooks;
    }
  }
}
