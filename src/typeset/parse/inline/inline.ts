// Inline tokens to spans: the one file that imports marked-terminal, whose SGR is read back.

import { Marked, Parser, type Token, type Tokens } from 'marked';
import { markedTerminal } from 'marked-terminal';
import type { Span, Spans } from '../../document/document.ts';
import { MARK } from '../../document/marks.ts';
import type { FormulaToken, NoteToken } from '../lexer/tokens.ts';
import { readAddress, readPictureData } from './address.ts';
import { attribute, readHtml } from './html.ts';
import {
  formulaSpan,
  type InlineSink,
  isSimple,
  plainText,
  simpleSpans,
  visible,
  withoutHidden,
} from './simple-spans.ts';
import { readSpans, tidySpans } from './spans.ts';

// Codes are read back in spans.ts.
const TAG_CODES: Readonly<Record<string, readonly [number, number]>> = {
  b: [1, 22],
  strong: [1, 22],
  th: [1, 22],
  summary: [1, 22],
  i: [3, 23],
  em: [3, 23],
  cite: [3, 23],
  var: [3, 23],
  dfn: [3, 23],
  u: [4, 24],
  ins: [21, 24],
  mark: [7, 27],
  s: [9, 29],
  strike: [9, 29],
  del: [9, 29],
  code: [35, 39],
  tt: [35, 39],
  samp: [35, 39],
  kbd: [51, 54],
  sup: [73, 75],
  sub: [74, 75],
};
const BREAKING = new Set(['p', 'div', 'li', 'tr', 'td', 'table', 'ul', 'ol', 'hr', 'center']);
const EMOJI = /:[\w+-]+:/;

const around = (open: number, close: number) => (text: string) =>
  `\x1b[${open}m${text}\x1b[${close}m`;
const openLink = (kind: string, key: string | number) => `\x1b]8;${kind};${key}\x1b\\`;
const CLOSE_LINK = '\x1b]8;;\x1b\\';

const tagText = (html: string): string => html.replace(/[\x00-\x1f]/g, ' ');

/** A function that turns inline tokens into spans, and one that does so for a stretch of HTML. */
export function createInlineReader(sink: InlineSink): {
  readonly tokens: (tokens: readonly Token[]) => Spans;
  readonly html: (html: string) => Spans;
} {
  let abbreviations: string[] = [];
  let formulas: Span[] = [];

  const address = (
    href: string,
    title: string | null | undefined,
    literal: boolean,
    read = readAddress,
  ): number | undefined => {
    const found = read(href, literal);
    if (found === undefined) return undefined;
    const shown = title ? visible(title) : '';
    return sink.link({ ...found, ...(shown === '' ? {} : { title: shown }) });
  };

  const image = (source: string, title: string | null | undefined, text: string): string => {
    const isData = /^data:/i.test(source);
    const index = address(source, title, false, isData ? readPictureData : readAddress);
    const name = isData ? /^data:([^;,]{0,40})/i.exec(source)?.[1] : nameOf(source);
    const alternative = text.trim() || name || '';
    return `${openLink('image', index ?? 'none')}${visible(alternative)}${CLOSE_LINK}`;
  };

  const openTag = (name: string, attributes: string): string => {
    const codes = TAG_CODES[name];
    if (codes !== undefined) return `\x1b[${codes[0]}m`;
    if (name === 'br') return '\n';
    if (name === 'img') {
      return image(
        attribute(attributes, 'src') ?? '',
        attribute(attributes, 'title'),
        attribute(attributes, 'alt') ?? '',
      );
    }
    if (name === 'a') {
      const index = address(
        attribute(attributes, 'href') ?? '',
        attribute(attributes, 'title'),
        true,
      );
      return openLink('link', index ?? 'none');
    }
    if (name === 'abbr') abbreviations.push(attribute(attributes, 'title') ?? '');
    if (name === 'q') return '"';
    return BREAKING.has(name) ? ' ' : '';
  };

  const closeTag = (name: string): string => {
    const codes = TAG_CODES[name];
    if (codes !== undefined) return `\x1b[${codes[1]}m`;
    if (name === 'a') return CLOSE_LINK;
    if (name === 'q') return '"';
    if (name === 'abbr') {
      const title = abbreviations.pop() ?? '';
      return title === '' ? '' : ` (${tagText(title)})`;
    }
    return BREAKING.has(name) ? ' ' : '';
  };

  const html = (source: string): string => {
    let out = '';
    for (const piece of readHtml(source)) {
      if (piece.kind === 'text')
        out += piece.text.replace(/[\s\x00-\x1f]+/g, (space) =>
          /[^\u00a0]/.test(space) ? ' ' : space,
        );
      else if (piece.kind === 'open') out += openTag(piece.name, piece.attributes);
      else out += closeTag(piece.name);
    }
    return out;
  };

  const terminal = new Marked();
  terminal.use(
    markedTerminal({
      strong: around(1, 22),
      em: around(3, 23),
      del: around(9, 29),
      text: visible,
      emoji: false,
      unescape: false,
    }) as Parameters<typeof terminal.use>[0],
    {
      renderer: {
        // Its sentinel for colons would be printed, and code is not decoded.
        codespan: ({ text }) => around(35, 39)(text.replace(/[\n\t]/g, ' ')),
        // It prints tags and comments as they are.
        html: ({ text }) => html(text),
        br: () => '\n',
        // It asks the terminal, prints titles' markup, and lets any scheme through.
        link(token: Tokens.Link) {
          const literal = token.autolink === true;
          const text = literal ? token.text : this.parser.parseInline(token.tokens);
          const index = address(token.href, token.title, literal);
          if (index === undefined) return text;
          return openLink('link', index) + text + CLOSE_LINK;
        },
        image: (token: Tokens.Image) =>
          image(token.href, token.title, plainText(token.tokens ?? []) || token.text),
        // A box stands before its item, where the list sets it.
        checkbox: () => '',
      },
      extensions: [
        {
          name: 'note',
          renderer: (token) =>
            openLink('note', sink.note((token as unknown as NoteToken).label)) + CLOSE_LINK,
        },
        {
          name: 'mark',
          renderer(token) {
            return around(7, 27)(this.parser.parseInline(token.tokens ?? []));
          },
        },
        {
          name: 'formula',
          renderer: (token) => {
            const span = formulaSpan(token as unknown as FormulaToken);
            return openLink('formula', formulas.push(span) - 1) + span.text + CLOSE_LINK;
          },
        },
      ],
    },
  );
  const parser = new Parser(terminal.defaults);

  const finish = (spans: Spans): Spans => {
    abbreviations = [];
    formulas = [];
    if (spans.some((span) => ((span.marks ?? 0) & MARK.code) === 0 && EMOJI.test(span.text)))
      sink.emoji();
    return spans;
  };

  return {
    // Most text has no more to it than some words in bold and a note: that needs no renderer.
    tokens: (tokens) =>
      tokens.every(isSimple)
        ? finish(tidySpans(tokens.flatMap((token) => simpleSpans(token, 0, sink))))
        : finish(readSpans(parser.parseInline(withoutHidden(tokens)), formulas)),
    html: (source) => finish(readSpans(html(source))),
  };
}

const nameOf = (address: string): string | undefined =>
  address.split(/[/?#]/).findLast((part) => part !== '');
