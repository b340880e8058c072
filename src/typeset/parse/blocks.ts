// Block tokens to a document's blocks. Inline text is inline.ts's business, HTML html-blocks.ts's.

import type { MarkedToken, Token, Tokens } from 'marked';
import type { Block, DocumentLink, ListItem, Note, Spans } from '../document/document.ts';
import { spansText } from '../document/document-text.ts';
import { createSlugger } from '../text/slug.ts';
import { alertOf, firstLine, titleOf, without } from './alerts.ts';
import { formulaBlock, partedParagraph } from './formula-blocks.ts';
import { decodeText } from './inline/html.ts';
import { createHtmlBlockReader } from './inline/html-blocks.ts';
import { createInlineReader } from './inline/inline.ts';
import type { FormulaToken } from './lexer/tokens.ts';

/** Reads token after token of one article; its links, notes and slugs grow with it. */
export interface BlockReader {
  readonly links: readonly DocumentLink[];
  /** Labels of the footnotes referred to so far, in order. */
  readonly labels: readonly string[];
  readonly blocks: (tokens: readonly Token[]) => Block[];
  /** The footnotes referred to so far and those that they refer to, in order, each read when asked for. */
  readonly notes: (tokensOf: (label: string) => readonly Token[]) => Generator<Note>;
  readonly emoji: () => boolean;
}

/** An alert of GitHub's, or a callout of Obsidian's: it may be folded and have a title of its own. */
const ALERT = /^\[!([a-z][\w-]{0,30})\][+-]?[ \t]*([^\n]*)(?:\n|$)/i;

export function createBlockReader(): BlockReader {
  const links: DocumentLink[] = [];
  const labels: string[] = [];
  const numbers = new Map<string, number>();
  const slugger = createSlugger();
  let emoji = false;

  const inline = createInlineReader({
    link: (link) => links.push(link) - 1,
    note(label) {
      const known = numbers.get(label);
      if (known !== undefined) return known;
      numbers.set(label, labels.length);
      return labels.push(label) - 1;
    },
    emoji: () => {
      emoji = true;
    },
  });
  const heading = (depth: number, spans: Spans): Block => ({
    kind: 'heading',
    depth,
    slug: slugger(spansText(spans)),
    spans,
  });
  const html = createHtmlBlockReader({ inline: inline.html, heading });

  const blocks = (tokens: readonly Token[]): Block[] => {
    const out: Block[] = [];
    let markup = '';
    const flush = () => {
      if (markup !== '') for (const block of html(markup)) out.push(block);
      markup = '';
    };
    for (const token of tokens) {
      if (token.type === 'html') {
        markup += token.raw;
        continue;
      }
      if (token.type === 'space' && markup !== '') {
        markup += token.raw;
        continue;
      }
      flush();
      const block = read(token);
      if (block?.kind === 'paragraph') out.push(...partedParagraph(block.spans));
      else if (block !== undefined) out.push(block);
    }
    flush();
    return out;
  };

  const read = (given: Token): Block | undefined => {
    const token = given as
      | MarkedToken
      | (Omit<FormulaToken, 'type'> & { readonly type: 'formula' });
    switch (token.type) {
      case 'formula':
        return formulaBlock(token.source, token.text);
      case 'paragraph':
      case 'text':
        return paragraph(token.tokens ?? [token]);
      case 'heading':
        return heading(token.depth, inline.tokens(token.tokens));
      case 'code':
        return code(token);
      case 'blockquote':
        return quote(token);
      case 'list':
        return list(token);
      case 'table':
        return {
          kind: 'table',
          align: token.align,
          head: token.header.map((cell) => inline.tokens(cell.tokens)),
          rows: token.rows.map((row) => row.map((cell) => inline.tokens(cell.tokens))),
        };
      case 'hr':
        return { kind: 'rule' };
      default:
        return undefined;
    }
  };

  const paragraph = (tokens: readonly Token[]): Block | undefined => {
    const spans = inline.tokens(tokens);
    return spans.length === 0 ? undefined : { kind: 'paragraph', spans };
  };

  const code = (token: Tokens.Code): Block => {
    if (/^math$/i.test(token.lang ?? '')) return formulaBlock(token.text, token.text);
    const lang = decodeText(token.lang ?? '').match(/^[^\s,{]+/)?.[0];
    return { kind: 'code', ...(lang === undefined ? {} : { lang }), text: token.text };
  };

  const quote = (token: Tokens.Blockquote): Block | undefined => {
    const [first, ...rest] = token.tokens;
    const alert = first?.type === 'paragraph' ? ALERT.exec(first.raw) : null;
    if (alert === null || first === undefined) {
      const within = blocks(token.tokens);
      return within.length === 0 ? undefined : { kind: 'quote', blocks: within };
    }
    const [whole, type = '', own] = alert;
    const mark = whole.length - (own ?? '').length - (whole.endsWith('\n') ? 1 : 0);
    const [over, under] = firstLine(without((first as Tokens.Paragraph).tokens, mark));
    const title = titleOf(type, inline.tokens(over));
    return {
      kind: 'quote',
      alert: alertOf(type),
      ...(title === undefined ? {} : { title }),
      blocks: blocks([{ ...first, tokens: under }, ...rest]),
    };
  };

  const list = (token: Tokens.List): Block => ({
    kind: 'list',
    ...(token.ordered ? { start: Number(token.start) } : {}),
    tight: !token.loose,
    items: token.items.map((item): ListItem => {
      const inner = blocks(item.tokens.filter(({ type }) => type !== 'checkbox'));
      return item.task ? { done: item.checked === true, blocks: inner } : { blocks: inner };
    }),
  });

  return {
    links,
    labels,
    blocks,
    *notes(tokensOf) {
      // A note may refer to another, which then joins the end of `labels`.
      for (const label of labels) yield { label, blocks: blocks(tokensOf(label)) };
    },
    emoji: () => emoji,
  };
}
