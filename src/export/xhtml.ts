// A document as XHTML: what EPUB readers and browsers both take. Made of data, never of rendered text.

import { mathMarkup } from '../formulas/formula.ts';
import type { Block, Spans } from '../typeset/document/document.ts';
import { MARK } from '../typeset/document/marks.ts';
import type { BookWords, Chapter } from './chapter.ts';

export interface MarkupOptions {
  /** Put before every id, so that ids of several chapters on one page differ. */
  readonly prefix: string;
  /** Address of a chapter by its id. */
  readonly chapter: (id: string) => string;
  /** Address of a picture in the export; undefined where there is none. */
  readonly picture: (href: string) => string | undefined;
  /** Whether footnotes say so in EPUB's terms. */
  readonly epub: boolean;
  readonly words: BookWords;
}

export const escaped = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** Elements of marks, the outermost first. */
const ELEMENTS: readonly (readonly [mark: number, element: string])[] = [
  [MARK.deleted, 'del'],
  [MARK.inserted, 'ins'],
  [MARK.underline, 'u'],
  [MARK.highlight, 'mark'],
  [MARK.strong, 'strong'],
  [MARK.emphasis, 'em'],
  [MARK.superscript, 'sup'],
  [MARK.subscript, 'sub'],
  [MARK.keyboard, 'kbd'],
  [MARK.code, 'code'],
];

/** The anchors of all headings, those within quotes and lists too. */
function slugsOf({ blocks, notes }: Chapter['document']): ReadonlySet<string> {
  const slugs = new Set<string>();
  const visit = (block: Block): void => {
    if (block.kind === 'heading') slugs.add(block.slug);
    else if (block.kind === 'quote') block.blocks.forEach(visit);
    else if (block.kind === 'list') for (const item of block.items) item.blocks.forEach(visit);
  };
  for (const block of [...blocks, ...notes.flatMap((note) => note.blocks)]) visit(block);
  return slugs;
}

/** Writes one chapter; `usesMath` says afterwards whether there is MathML in it. */
export class ChapterMarkup {
  usesMath = false;
  readonly #chapter: Chapter;
  readonly #options: MarkupOptions;
  readonly #slugs = new Set<string>();
  /** Headings that a link may lead to. */
  #headings: ReadonlySet<string> | undefined;

  constructor(chapter: Chapter, options: MarkupOptions) {
    this.#chapter = chapter;
    this.#options = options;
  }

  /** The article's blocks, without its notes. */
  body(): string {
    return this.#chapter.document.blocks.map((block) => this.#block(block)).join('\n');
  }

  /** The footnotes as a section; empty where there is none. */
  notes(): string {
    const { notes } = this.#chapter.document;
    if (notes.length === 0) return '';
    const { prefix, epub, words } = this.#options;
    const items = notes.map((note, at) => {
      const id = `${prefix}note-${at + 1}`;
      const back = `<a class="back" href="#${prefix}ref-${at + 1}"${epub ? ' role="doc-backlink"' : ''}>${at + 1}</a>`;
      const inner = note.blocks.map((block) => this.#block(block)).join('\n');
      const type = epub ? ' epub:type="footnote" role="doc-footnote"' : '';
      const element = epub ? 'aside' : 'div';
      return `<${element} class="note" id="${id}"${type}>\n<p class="mark">${back}</p>\n${inner || '<p></p>'}\n</${element}>`;
    });
    const label = epub ? ` aria-label="${escaped(words.notes)}"` : '';
    const section = epub ? 'section' : 'div';
    return `<${section} class="notes"${label}>\n<hr/>\n${items.join('\n')}\n</${section}>`;
  }

  #block(block: Block): string {
    switch (block.kind) {
      case 'paragraph':
        return `<p>${this.#spans(block.spans)}</p>`;
      case 'heading': {
        // The chapter's title is the first level.
        const level = Math.min(6, Math.max(2, block.depth));
        const id = `${this.#options.prefix}${block.slug}`;
        const isNew = block.slug !== '' && !this.#slugs.has(id);
        this.#slugs.add(id);
        return `<h${level}${isNew ? ` id="${escaped(id)}"` : ''}>${this.#spans(block.spans)}</h${level}>`;
      }
      case 'code': {
        const lang =
          block.lang === undefined
            ? ''
            : ` class="language-${escaped(block.lang.replace(/\s+/g, '-'))}"`;
        return `<pre><code${lang}>${escaped(block.text)}\n</code></pre>`;
      }
      case 'formula':
        return `<div class="formula">${this.#math(block.source, true, block.text)}</div>`;
      case 'quote': {
        const inner = block.blocks.map((one) => this.#block(one)).join('\n');
        if (block.alert === undefined) return `<blockquote>\n${inner}\n</blockquote>`;
        const title =
          block.title === undefined
            ? escaped(this.#options.words[block.alert])
            : this.#spans(block.title);
        return `<div class="alert ${block.alert}">\n<p class="alert-title">${title}</p>\n${inner}\n</div>`;
      }
      case 'list': {
        const element = block.start === undefined ? 'ul' : 'ol';
        const start =
          block.start === undefined || block.start === 1 ? '' : ` start="${block.start}"`;
        const items = block.items.map(({ done, blocks }) => {
          const box = done === undefined ? '' : `<span class="task">${done ? '☑' : '☐'}</span> `;
          const [first, ...rest] = blocks;
          // A tight list's items are lines of text, not paragraphs.
          const isLine = block.tight && first?.kind === 'paragraph';
          const opening = isLine
            ? `${box}${this.#spans(first.spans)}`
            : `${box}${first === undefined ? '' : this.#block(first)}`;
          return `<li>${[opening, ...rest.map((one) => this.#block(one))].join('\n')}</li>`;
        });
        return `<${element}${start}>\n${items.join('\n')}\n</${element}>`;
      }
      case 'table': {
        const style = (column: number) => {
          const align = block.align[column];
          return align === 'right' || align === 'center' ? ` class="${align}"` : '';
        };
        const cells = (row: readonly Spans[], element: string) =>
          row
            .map(
              (cell, column) =>
                `<${element}${style(column)}${element === 'th' ? ' scope="col"' : ''}>${this.#spans(cell)}</${element}>`,
            )
            .join('');
        const width = block.head.length;
        const padded = (row: readonly Spans[]) =>
          Array.from({ length: width }, (_, at) => row[at] ?? []);
        const head = `<thead>\n<tr>${cells(block.head, 'th')}</tr>\n</thead>`;
        const body = block.rows
          .map(
            (row) =>
              `<tr>${cells(width * block.rows.length < 50_000 ? padded(row) : row, 'td')}</tr>`,
          )
          .join('\n');
        return `<table>\n${head}${body === '' ? '' : `\n<tbody>\n${body}\n</tbody>`}\n</table>`;
      }
      case 'rule':
        return '<hr/>';
    }
  }

  #math(source: string, display: boolean, text: string): string {
    const markup = mathMarkup(source, display);
    const math = typeof markup === 'string' ? /<math[\s\S]*<\/math>/.exec(markup)?.[0] : undefined;
    if (math === undefined || /<merror|mathcolor="#cc0000"/.test(math))
      return `<code>${escaped(text)}</code>`;
    this.usesMath = true;
    return math
      .replace(/<annotation[\s\S]*?<\/annotation>/g, '')
      .replace('<math ', `<math alttext="${escaped(source)}" `);
  }

  #spans(spans: Spans): string {
    let out = '';
    for (let at = 0; at < spans.length; ) {
      const { link } = spans[at]!;
      let end = at + 1;
      while (link !== undefined && end < spans.length && spans[end]!.link === link) end++;
      const inner = spans
        .slice(at, end)
        .map((span) => this.#span(span))
        .join('');
      const href = link === undefined ? undefined : this.#href(link);
      out += href === undefined ? inner : `<a href="${escaped(href)}">${inner}</a>`;
      at = end;
    }
    return out;
  }

  #span(span: Spans[number]): string {
    const { prefix, epub } = this.#options;
    if (span.note !== undefined) {
      const number = span.note + 1;
      const id = `${prefix}ref-${number}`;
      const own = this.#slugs.has(id) ? '' : ` id="${id}"`;
      this.#slugs.add(id);
      const type = epub ? ' epub:type="noteref" role="doc-noteref"' : '';
      return `<sup class="noteref"><a${own} href="#${prefix}note-${number}"${type}>${number}</a></sup>`;
    }
    if (span.image !== undefined) {
      const target = this.#chapter.document.links[span.image];
      const source = target === undefined ? undefined : this.#options.picture(target.href);
      const text = span.text.replaceAll('\u00ad', '');
      if (source === undefined) return escaped(text);
      const title = target?.title === undefined ? '' : ` title="${escaped(target.title)}"`;
      return `<img src="${escaped(source)}" alt="${escaped(text)}"${title}/>`;
    }
    if (span.formula !== undefined) return this.#math(span.formula.source, false, span.text);
    let inner = span.text.replaceAll('\u00ad', '').split('\n').map(escaped).join('<br/>\n');
    for (const [mark, element] of [...ELEMENTS].reverse()) {
      if (((span.marks ?? 0) & mark) !== 0) inner = `<${element}>${inner}</${element}>`;
    }
    return inner;
  }

  /** Where a link leads in the export; undefined where it leads nowhere there. */
  #href(index: number): string | undefined {
    const link = this.#chapter.document.links[index];
    if (link === undefined) return undefined;
    if (link.kind === 'web' || link.kind === 'mail') return link.href;
    if (link.kind === 'heading') {
      const slug = link.href.replace(/^#/, '');
      this.#headings ??= slugsOf(this.#chapter.document);
      return this.#headings.has(slug) ? `#${this.#options.prefix}${slug}` : undefined;
    }
    const id = this.#chapter.target(link.href);
    return id === undefined ? undefined : this.#options.chapter(id);
  }
}
