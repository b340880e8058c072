// What the typesetting tests share: options, pages as text, and the words of reference HTML.

import { decodeHTML } from 'entities';
import type { Document } from '../../src/typeset/document/document.ts';
import { typeset } from '../../src/typeset/layout.ts';
import type { TypesetOptions } from '../../src/typeset/look/options.ts';
import { theme } from '../../src/typeset/look/themes.ts';
import type { Line, Page } from '../../src/typeset/page/page.ts';
import { type Painter, paint } from '../../src/typeset/page/paint.ts';
import { parseDocument } from '../../src/typeset/parse/parse-document.ts';

export const LABELS = {
  note: 'Note',
  tip: 'Tip',
  important: 'Important',
  warning: 'Warning',
  caution: 'Caution',
  contents: 'Contents',
  links: 'Links',
};

/** Options as on a capable terminal. */
export function ansi(width: number, changes: Partial<TypesetOptions> = {}): TypesetOptions {
  return {
    width,
    theme: theme('default', { unicode: true }),
    links: 'inline',
    hyperlinks: true,
    hyphenate: 'never',
    justify: false,
    tables: 'auto',
    lang: 'en',
    labels: LABELS,
    ...changes,
  };
}

/** Options as into a pipe. */
export function plain(width: number, changes: Partial<TypesetOptions> = {}): TypesetOptions {
  return ansi(width, {
    theme: theme('plain', { unicode: true }),
    links: 'references',
    hyperlinks: false,
    ...changes,
  });
}

export const RICH: Painter = { depth: 'truecolor', attributes: true, hyperlinks: true };
export const BARE: Painter = { depth: 'none', attributes: false, hyperlinks: false };

/** The page of some Markdown whose leading heading stays in the body. */
export function pageOf(markdown: string, options: TypesetOptions): Page {
  return typeset(bodyOf(markdown), options);
}

/** A document whose leading heading stays in the body. */
export function bodyOf(markdown: string): Document {
  return parseDocument(markdown, { title: '\u0001 no heading says this' });
}

/** A page's lines as strings. */
export function printed(page: Page, painter: Painter = BARE): string[] {
  return page.lines.map((line) => paint(line, painter, page.links));
}

/** Lines without SGR and OSC 8. */
export function stripped(text: string): string {
  return text.replace(/\x1b\[[\d;]*m|\x1b\]8;[^;\x1b]*;[^\x1b]*\x1b\\/g, '');
}

/** The article's own text on some lines: no bullets, bars or added hyphens, broken words whole. */
export function ownText(lines: readonly Pick<Line, 'runs' | 'join'>[]): string {
  return lines
    .map(({ runs, join }) => {
      const text = runs.map((run) => (run.decoration ? '' : run.text)).join('');
      return join === 'word' ? text : `${text}\n`;
    })
    .join('');
}

/** The words that a browser would show for `html`; an image shows its alternative text. */
export function visibleWords(html: string): string[] {
  const text = html
    .replace(/<!--(?:>|->|[\s\S]*?(?:-->|$))/g, ' ')
    .replace(/<\?[\s\S]*?(?:\?>|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<![A-Za-z][\s\S]*?(?:>|$)/g, ' ')
    .replace(/<(script|style|title|iframe|noscript)\b[\s\S]*?(?:<\/\1>|$)/gi, ' ')
    .replace(/<img\b[^>]*?\balt="([^"]*)"[^>]*>/g, '$1')
    .replace(
      /<\/?(?:p|h\d|li|ul|ol|blockquote|pre|hr|br|table|thead|tbody|tr|t[dh]|div|section)\b[^>]*>/g,
      ' ',
    )
    .replace(/<\/?[a-zA-Z][a-zA-Z0-9-]*(?:\s(?:[^>"']|"[^"]*"|'[^']*')*|\/)?>/g, '');
  return decodeHTML(text)
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** The first word that `text` lacks, in order; undefined where it has them all. */
export function missingWord(words: readonly string[], text: string): string | undefined {
  const all = text.replace(/\s+/g, '');
  let from = 0;
  for (const word of words) {
    const at = all.indexOf(word, from);
    if (at < 0) return word;
    from = at + word.length;
  }
  return undefined;
}
