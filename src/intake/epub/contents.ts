// A book's table of contents, from its navigation document (EPUB 3) or NCX (EPUB 2). Pure.

import { eachElement, pathIn } from './package.ts';

export interface ContentsEntry {
  readonly title: string;
  /** Path within the book, and the place in it. */
  readonly path: string;
  readonly fragment?: string;
  /** 0 for the outermost. */
  readonly depth: number;
}

/** The entries of a navigation document in `folder`: those of its `toc`, else of all lists in it. */
export function readNav(xhtml: string, folder: string): ContentsEntry[] {
  const inToc: ContentsEntry[] = [];
  const others: ContentsEntry[] = [];
  let toc = 0;
  let inside = 0;
  let depth = -1;
  let href: string | undefined;
  eachElement(
    xhtml,
    (name, attributes) => {
      if (toc > 0) inside++;
      if (
        name === 'nav' &&
        /\btoc\b/.test(`${attributes['epub:type'] ?? ''} ${attributes['role'] ?? ''}`)
      ) {
        toc = 1;
        inside = 0;
        depth = -1;
      }
      if (name === 'ol' || name === 'ul') depth++;
      if (name === 'a') {
        href = attributes['href'];
      }
    },
    (name, text) => {
      if (name === 'ol' || name === 'ul') depth--;
      if (name === 'a' && href !== undefined) {
        const entry = entryOf(text, href, folder, Math.max(0, depth));
        if (entry) (toc > 0 ? inToc : others).push(entry);
        href = undefined;
      }
      if (toc > 0 && inside-- === 0) toc = 0;
    },
  );
  return inToc.length > 0 ? inToc : others;
}

export function readNcx(ncx: string, folder: string): ContentsEntry[] {
  const entries: ContentsEntry[] = [];
  let depth = -1;
  let title = '';
  eachElement(
    ncx,
    (name, attributes) => {
      if (name === 'navpoint') depth++;
      if (name !== 'content' || depth < 0) return;
      const entry = entryOf(title, attributes['src'] ?? '', folder, depth);
      if (entry) entries.push(entry);
    },
    (name, text) => {
      if (name === 'text') title = text;
      if (name === 'navpoint') depth--;
    },
  );
  return entries;
}

function entryOf(
  title: string,
  href: string,
  folder: string,
  depth: number,
): ContentsEntry | undefined {
  const [file = '', fragment] = href.split('#');
  const path = pathIn(folder, file);
  if (path === undefined || title === '') return undefined;
  return { title, path, depth, ...(fragment ? { fragment } : {}) };
}
