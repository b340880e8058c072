// marked's tokenizer with footnotes, deep brackets in labels, and a bottom to nesting.

import { marked, type Token, Tokenizer, type Tokens } from 'marked';
import { formulaBelow, formulaBlock } from '../signs/formulas.ts';
import { deepLabelEnd } from './deep-label.ts';
import type { Definitions, NoteSource } from './definitions.ts';
import { NO_SIGNS, signToken } from './inline-signs.ts';
import { noteBody } from './note-body.ts';
import { plainInlineEnd, plainItemEnds, plainParagraphEnd } from './plain-markdown.ts';
import { sparseTable } from './sparse-table.ts';
import type { FormulaToken, NoteDefinition, NoteToken } from './tokens.ts';
import { withinStack } from './within-stack.ts';

/** Quotes and lists within each other; what lies deeper is text. */
const MAX_DEPTH = 32;

/** Characters of a heading's first line, at most, where the heading is underlined. */
const LONGEST_HEADING = 64 * 1024;

const NOTE_START = /^ {0,3}\[\^([^\]\s]{1,200})\]:[ \t]*/;
const NOTE_MARK = /^\[\^([^\]\s]{1,200})\]/;
/** A mark that cannot be the text of a link. */
const PLAIN_NOTE_MARK = /^\[\^[^\]\s[\\`<]{1,200}\](?!\()/;

/** marked's tokenizer with footnotes, with a bottom to what may be nested, and quick where text is plain. */
export class ArticleTokenizer extends Tokenizer {
  /** Whether anything has been defined in what was lexed so far. */
  hasDefinitions = false;
  /** Whether nothing in the inline text at hand becomes a link by itself, or a line break. */
  isQuiet = false;
  inlineSigns = NO_SIGNS;
  readonly #definitions: Definitions;
  readonly #collects: boolean;
  #depth: number;

  /** @param collects whether definitions within footnotes are of interest */
  constructor(definitions: Definitions, collects: boolean, depth = 0) {
    super(marked.defaults);
    this.#definitions = definitions;
    this.#collects = collects;
    this.#depth = depth;
  }

  /** What `lex` gives one level deeper; undefined at the bottom. */
  nested<T>(lex: () => T): T | undefined {
    if (this.#depth >= MAX_DEPTH) return undefined;
    this.#depth++;
    try {
      return lex();
    } finally {
      this.#depth--;
    }
  }

  override paragraph(src: string): Tokens.Paragraph | undefined {
    const end = formulaBelow(src);
    return super.paragraph(withinStack(end < 0 ? src : src.slice(0, end)));
  }

  // marked's first rule: plain paragraphs and headings skip all others. One character would be
  // blank.
  override space(src: string): Tokens.Space | undefined {
    const code = src.charCodeAt(0);
    if (code === 0x24 || code === 0x5c || code === 0x20) {
      const formula = this.#formula(src);
      if (formula !== undefined) return formula as Token as Tokens.Space;
    }
    if (code === 0x20 || code === 0x09 || code === 0x0a) return super.space(src);
    const token = code === 0x23 ? super.heading(src) : this.#plain(src);
    return token !== undefined && token.raw.length > 1
      ? (token as Token as Tokens.Space)
      : undefined;
  }

  #formula(src: string): FormulaToken | undefined {
    const found = formulaBlock(src);
    if (found === undefined) return undefined;
    const { raw, source } = found;
    return { type: 'formula', raw, text: raw.trim(), source, display: true };
  }

  #plain(src: string): Tokens.Paragraph | Tokens.Text | undefined {
    const { top, lastToken } = this.lexer.state;
    // marked joins lines of a list, and what a quote goes on with.
    if (lastToken?.type === 'text' || lastToken?.type === 'paragraph') return undefined;
    const end = plainParagraphEnd(src);
    if (end < 2) return undefined;
    const whole = src.slice(0, end);
    const formula = whole.includes('\n$$') ? formulaBelow(whole) : -1;
    const raw = formula < 0 ? whole : whole.slice(0, formula);
    return { type: top ? 'paragraph' : 'text', raw, text: raw, tokens: this.lexer.inline(raw) };
  }

  override blockquote(src: string): Tokens.Blockquote | undefined {
    return this.nested(() => super.blockquote(withinStack(src, '\n')));
  }

  override list(src: string): Tokens.List | undefined {
    return this.nested(() => this.#plainList(src) ?? super.list(src));
  }

  /** A list that is plainly one, as marked would read it. */
  #plainList(src: string): Tokens.List | undefined {
    if (this.lexer.state.lastToken?.type === 'text') return undefined;
    const ends = plainItemEnds(src);
    if (ends === undefined) return undefined;
    let from = 0;
    const items = ends.map((end, index): Tokens.ListItem => {
      const isLast = index === ends.length - 1;
      const line = src.slice(from, isLast ? end : end + 1);
      const raw = isLast ? line.trimEnd() : line;
      const text = isLast ? raw.slice(2) : line.slice(2, -1);
      from = end + 1;
      this.lexer.state.top = false;
      const tokens = this.lexer.blockTokens(text, []);
      return { type: 'list_item', raw, task: false, loose: false, text, tokens };
    });
    const raw = src.slice(0, ends.at(-1)).trimEnd();
    return { type: 'list', raw, ordered: false, start: '', loose: false, items };
  }

  override table(src: string): Tokens.Table | undefined {
    const sparse = sparseTable(src, {
      rule: this.rules.block.table,
      table: (text) => super.table(text),
      inline: (text) => this.lexer.inline(text),
    });
    return sparse ?? super.table(src);
  }

  override lheading(src: string): Tokens.Heading | undefined {
    // marked's rule runs out of stack on a line without end.
    const end = src.indexOf('\n');
    return end < 0 || end > LONGEST_HEADING ? undefined : super.lheading(withinStack(src));
  }

  override def(src: string): Tokens.Def | undefined {
    const start = NOTE_START.exec(src);
    if (start === null) {
      const token = super.def(withinStack(src));
      this.hasDefinitions ||= token !== undefined;
      return token;
    }
    const label = noteLabel(start[1] ?? '');
    const { end, text } = noteBody(src, start[0].length);
    const source: NoteSource = { text, depth: this.#depth };
    const tokens =
      this.#collects && text.includes(']:')
        ? this.nested(() => {
            const { top } = this.lexer.state;
            this.lexer.state.top = true;
            const inner = this.lexer.blockTokens(text, []);
            this.lexer.state.top = top;
            return inner;
          })
        : undefined;
    this.hasDefinitions = true;
    const token: NoteDefinition = {
      type: 'def',
      tag: `^${label}`,
      raw: src.slice(0, end),
      href: '',
      title: '',
      note: { label, source, tokens: tokens ?? [] },
    };
    return token;
  }

  // The first rule that marked tries in inline text.
  override escape(src: string): Tokens.Escape | undefined {
    const { signs, length } = this.inlineSigns;
    const at = length - src.length;
    // What marked took for something else may have covered some.
    for (; ; this.inlineSigns.next++) {
      const found = signs[this.inlineSigns.next];
      if (found === undefined || found.start > at) return super.escape(src);
      if (found.start < at) continue;
      const token = signToken(
        found,
        src.slice(0, found.end - found.start),
        this.lexer,
        this.#definitions,
      );
      if (token === undefined) continue;
      this.inlineSigns.next++;
      return token as Tokens.Escape;
    }
  }

  override link(src: string): Tokens.Link | Tokens.Image | undefined {
    const mark = src.charCodeAt(1) === 0x5e ? PLAIN_NOTE_MARK.exec(src) : null;
    if (mark !== null) return undefined;
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

  override url(src: string): Tokens.Link | undefined {
    return this.isQuiet ? undefined : super.url(src);
  }

  override inlineText(given: string): Tokens.Text | undefined {
    const { signs, length, next } = this.inlineSigns;
    const sign = signs[next];
    const ahead = sign === undefined ? 0 : sign.start - (length - given.length);
    const src = ahead > 0 ? given.slice(0, ahead) : given;
    const first = src.charCodeAt(0);
    if (this.isQuiet && first !== 0x60 && first !== 0x7e) {
      const raw = src.slice(0, plainInlineEnd(src, 1));
      return { type: 'text', raw, text: raw, escaped: this.lexer.state.inRawBlock };
    }
    const token = super.inlineText(src);
    // marked decodes some references, `&#27;` among them; inline.ts decodes all, and looks at them.
    if (token !== undefined) token.text = token.raw;
    return token;
  }

  override reflink(src: string) {
    const mark = NOTE_MARK.exec(src);
    const label = noteLabel(mark?.[1] ?? '');
    if (mark === null || this.#definitions.note(label) === undefined)
      return super.reflink(src, this.#definitions.links);
    const token: NoteToken = { type: 'note', raw: mark[0], label };
    return token as unknown as Tokens.Text;
  }
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
