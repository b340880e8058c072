// Trees of a page's pieces to Markdown: code, notes, formulas and pictures settled first.

import type { Root } from 'mdast';
import type { IncomingPicture } from '../incoming.ts';
import { settleCode } from './parts/code.ts';
import { type PageNote, takeNotes } from './parts/footnotes.ts';
import { keepFormulas } from './parts/formulas.ts';
import { settlePictures } from './parts/pictures.ts';
import { Tokens } from './parts/tokens.ts';
import type { Tree } from './tree/dom.ts';
import { hastOf } from './tree/hast.ts';
import { markdownOf, mdastOf } from './tree/markdown.ts';
import type { Piece } from './tree/sieve.ts';

/** A tree that can be written, as a whole or an element of it, changed by `edit` before. */
export interface Prepared {
  readonly tree: Tree;
  readonly write: (element: Element, edit?: (body: Root) => Root) => void;
}

export interface Writing {
  /** Settles a piece's tree in place. */
  readonly prepare: (tree: Tree, piece: Piece) => Prepared;
  readonly end: () => { readonly markdown: string; readonly pictures: readonly IncomingPicture[] };
}

/** Writes pieces of one page with addresses below `base`; headings stand below the title's level. */
export function openWriting(base: string): Writing {
  const parts: string[] = [];
  const notesAtEnd: string[] = [];
  const pictures = new Map<string, IncomingPicture>();
  let shift: number | undefined;
  let count = 0;

  function write(body: Root, notes: readonly PageNote[], tokens: Tokens, inTable: boolean): void {
    shift ??= shiftOf(body);
    lowerHeadings(body, shift ?? 0);
    gatherPictures(body, pictures);
    const text = tokens.restored(displayed(markdownOf(body), tokens));
    const rows = inTable && parts.at(-1)?.endsWith('|') ? rowsOf(text) : undefined;
    if (rows !== undefined) parts.push(`\n${rows}`);
    else if (text !== '') parts.push(parts.length === 0 ? text : `\n\n${text}`);
    for (const { label, body: note } of notes) {
      if (!text.includes(`[^${label}]`)) continue;
      const own = tokens.restored(markdownOf(mdastOf(hastOf(note, base))));
      if (own !== '') notesAtEnd.push(`[^${label}]: ${own.replace(/\n(?=.)/g, '\n    ')}`);
    }
  }

  return {
    prepare(tree, { markup, inTable }) {
      const tokens = new Tokens(markup);
      keepFormulas(tree, tokens);
      const notes = takeNotes(tree, tokens, count);
      count += notes.length;
      settlePictures(tree);
      settleCode(tree);
      return {
        tree,
        write: (element, edit = (body) => body) =>
          write(edit(mdastOf(hastOf(element, base))), notes, tokens, inTable),
      };
    },
    end: () => ({
      markdown: [parts.join(''), ...notesAtEnd].join('\n\n').trim(),
      pictures: [...pictures.values()],
    }),
  };
}

/** A table that is the rest of another, as rows alone: its head is empty or one of them. Undefined for other text. */
function rowsOf(text: string): string | undefined {
  const [, head, rest] = /^(\|.*\|)\n\| ?:?-[-:| ]*((?:\n[\s\S]*)?)$/.exec(text) ?? [];
  if (head === undefined) return undefined;
  return /[^|\s]/.test(head) ? `${head}${rest}` : rest?.slice(1);
}

/** Formulas on lines of their own, where they are alone in their paragraph. */
function displayed(markdown: string, tokens: Tokens): string {
  if (tokens.count === 0) return markdown;
  return markdown
    .split('\n\n')
    .map((block) => tokens.alone(block) ?? block)
    .join('\n\n');
}

const headingsOf = (body: Root) => body.children.filter((block) => block.type === 'heading');

/** Levels by which headings are lowered; undefined where there are none. */
function shiftOf(body: Root): number | undefined {
  const depths: number[] = headingsOf(body).map(({ depth }) => depth);
  return depths.length === 0 ? undefined : 2 - depths.reduce((least, one) => Math.min(least, one));
}

function lowerHeadings(body: Root, shift: number): void {
  for (const heading of headingsOf(body)) {
    heading.depth = Math.max(2, Math.min(6, heading.depth + shift)) as typeof heading.depth;
  }
}

function gatherPictures(body: Root, found: Map<string, IncomingPicture>): void {
  const visit = (node: Root | Root['children'][number]): void => {
    const inner = node as unknown as {
      type: string;
      url?: string;
      alt?: string | null;
      children?: never[];
    };
    if (inner.type === 'image' && inner.url) {
      found.set(inner.url, { address: inner.url, alt: inner.alt ?? '' });
    }
    for (const child of inner.children ?? []) visit(child);
  };
  visit(body);
}
