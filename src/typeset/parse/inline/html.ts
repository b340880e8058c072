// HTML as a stream of tags and text, and what inline tags mean. Builds no tree.

import { decodeHTMLStrict } from 'entities';
import { sanitize } from '../../text/sanitize.ts';

export type HtmlPiece =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'open' | 'close';
      readonly name: string;
      readonly attributes: string;
      readonly selfClosing: boolean;
    };

// Each alternative is tried once at a `<`; none can look at the same character twice.
const TAG = /<!--(?:>|->)|<(\/?)([a-zA-Z][a-zA-Z0-9:-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/y;
const HIDDEN = new Set([
  'script',
  'style',
  'template',
  'head',
  'title',
  'noscript',
  'iframe',
  'object',
  'svg',
  'math',
]);
/** Characters a tag may have, so that a quote never closed costs no more than that. */
const LONGEST_TAG = 4096;

/** The tags and texts of `html` in order: comments, declarations and hidden elements left out, character references decoded in the text. */
export function* readHtml(html: string): Generator<HtmlPiece> {
  let from = 0;
  let at = 0;
  const text = (to: number): HtmlPiece[] =>
    to > from ? [{ kind: 'text', text: decodeText(html.slice(from, to)) }] : [];
  while (at < html.length) {
    const start = html.indexOf('<', at);
    if (start < 0) break;
    const skipped = skip(html, start);
    if (skipped > start) {
      yield* text(start);
      from = at = skipped;
      continue;
    }
    TAG.lastIndex = 0;
    const match = TAG.exec(html.slice(start, start + LONGEST_TAG));
    const name = match?.[2]?.toLowerCase();
    if (match === null || name === undefined) {
      at = start + 1;
      continue;
    }
    yield* text(start);
    const end = start + match[0].length;
    const attributes = match[3] ?? '';
    const closing = match[1] === '/';
    const selfClosing = attributes.endsWith('/');
    if (HIDDEN.has(name)) {
      from = at = closing || selfClosing ? end : endOf(html, name, end);
      continue;
    }
    yield { kind: closing ? 'close' : 'open', name, attributes, selfClosing };
    from = at = end;
  }
  yield* text(html.length);
}

/** Where a comment, declaration, instruction or CDATA mark that begins at `start` is over; `start` where none does. */
function skip(html: string, start: number): number {
  const past = (needle: string, from: number) => {
    const found = html.indexOf(needle, from);
    return found < 0 ? html.length : found + needle.length;
  };
  if (html.startsWith('<!--', start)) {
    if (html.startsWith('>', start + 4)) return start + 5;
    if (html.startsWith('->', start + 4)) return start + 6;
    return past('-->', start + 4);
  }
  if (html.startsWith('<?', start)) return past('?>', start + 2);
  if (html.startsWith('<![CDATA[', start)) return past(']]>', start);
  if (/^<![a-z]/i.test(html.slice(start, start + 3))) return past('>', start);
  return start;
}

function endOf(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}[^>]{0,100}>`, 'ig');
  close.lastIndex = from;
  const match = close.exec(html);
  return match === null ? html.length : match.index + match[0].length;
}

// Longer numbers are no references (CommonMark 0.31.2, 2.5).
const REFERENCE = /&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,40});/g;

export function decodeReferences(text: string): string {
  return text.includes('&') ? text.replace(REFERENCE, (one) => decodeHTMLStrict(one)) : text;
}

/** `text` with its character references decoded, and made harmless again: marked has decoded numbers already. */
export function decodeText(text: string): string {
  return sanitize(decodeReferences(text));
}

/** The name of the hidden element that the tag `html` opens or closes; undefined for all other tags. */
export function hiddenElement(
  html: string,
): { readonly name: string; readonly closing: boolean } | undefined {
  const match = /^<(\/?)([a-zA-Z]+)/.exec(html);
  const name = match?.[2]?.toLowerCase() ?? '';
  return HIDDEN.has(name) ? { name, closing: match?.[1] === '/' } : undefined;
}

/** The value of an attribute in a tag's source, decoded; undefined where it is not there. */
export function attribute(attributes: string, name: string): string | undefined {
  for (const [, key, double, single, bare] of attributes.matchAll(
    /([^\s"'=<>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g,
  )) {
    if (key?.toLowerCase() === name) return decodeText(double ?? single ?? bare ?? '');
  }
  return undefined;
}
