// Sets an article's chunks at a width with a theme, each into a section; joined, the sections are the
// page: the one path to a page, for prompt, pipe and screen. It knows nothing of Markdown or of escapes.

import { type Chunk, wholeChunk } from './document/chunk.ts';
import type { Document, DocumentLink } from './document/document.ts';
import type { TypesetOptions } from './look/options.ts';
import { openPage } from './open-page.ts';
import {
  type Above,
  type Line,
  NOTHING_ABOVE,
  type Page,
  type PageHeading,
  type PageLink,
  type PageNote,
  type Section,
} from './page/page.ts';
import { openSetting, type Setting } from './page/setting.ts';

/** Sets the chunks of one article. */
export interface Layout {
  /** The links met so far, to which the runs of all sections point. */
  readonly links: readonly PageLink[];
  /**
   * The section of a chunk, below what stands above it. In any order, unless the options number addresses
   * (`references`): then from the first to the last.
   */
  readonly set: (chunk: Chunk, above: Above) => Section;
  /** What stands above whatever follows a chunk; undefined where nothing in it has a line. */
  readonly below: (chunk: Chunk) => Above | undefined;
  /** Forgets the links so far: with all of a long text's, a pipe would take nearly as much memory as the text. */
  readonly forget: () => void;
}

const GONE: PageLink = Object.freeze({ kind: 'note', href: '', text: '', line: 0 });

/** A layout with nothing set. */
export function layout(options: TypesetOptions): Layout {
  const links: DocumentLink[] = [];
  let setting: Setting | undefined;
  let forgotten = 0;
  const settingFor = (chunk: Chunk): Setting => {
    for (const [index, link] of chunk.links.entries()) links[chunk.firstLink + index] = link;
    const isAll = chunk.last && chunk.firstBlock === 0;
    setting ??= openSetting({ links }, isAll ? withListedAddresses(chunk, options) : options);
    return setting;
  };
  return {
    get links() {
      return setting?.links ?? [];
    },
    set: (chunk, above) => section(chunk, above, settingFor(chunk)),
    below(chunk) {
      const { firstBlock, blocks } = chunk;
      settingFor(chunk);
      for (let index = blocks.length - 1; index >= 0; index--) {
        const only: Chunk = {
          ...chunk,
          firstBlock: firstBlock + index,
          blocks: blocks.slice(index, index + 1),
          notes: [],
          last: false,
        };
        const { end } = section(only, NOTHING_ABOVE, openSetting({ links }, options));
        if (!end.empty) return end;
      }
      return undefined;
    },
    forget() {
      setting?.links.fill(GONE, forgotten);
      forgotten = setting?.links.length ?? 0;
    },
  };
}

function section(chunk: Chunk, above: Above, setting: Setting): Section {
  const page = openPage(setting, above, chunk.firstBlock);
  for (const block of chunk.blocks) page.add(block);
  page.addNotes(chunk.notes, chunk.firstNote, chunk.noteCount);
  if (chunk.last) page.addReferences();
  return page.section();
}

/** Addresses longer than this break the flow of a text, and so do more of them than this. */
const LONG_ADDRESS = 32;
const FEW = 3;

/** The options where many long addresses would stand in the text: these are numbered and listed at its end. */
function withListedAddresses({ links }: Chunk, options: TypesetOptions): TypesetOptions {
  if (options.links !== 'inline' || options.hyperlinks) return options;
  const long = new Set<string>();
  for (const { kind, href } of links) {
    if (kind === 'web' && href.length > LONG_ADDRESS) long.add(href);
  }
  return long.size > FEW ? { ...options, links: 'references' } : options;
}

/** The page of some sections that follow each other, and the line at which each begins; links know their lines where the page is `whole`. */
export function join(
  sections: readonly Section[],
  links: readonly PageLink[],
  whole = true,
): { readonly page: Page; readonly starts: readonly number[] } {
  const lines: Line[] = [];
  const blocks: number[] = [];
  const headings: PageHeading[] = [];
  const notes: PageNote[] = [];
  const starts: number[] = [];
  const linkLines = new Map<number, number>();
  for (const section of sections) {
    const start = lines.length;
    starts.push(start);
    for (const line of section.lines) lines.push(line);
    for (const line of section.blocks) blocks.push(start + line);
    for (const one of section.headings) headings.push({ ...one, line: start + one.line });
    for (const one of section.notes) notes.push({ ...one, line: start + one.line });
    if (whole) {
      for (const [link, line] of section.linkLines)
        if (!linkLines.has(link)) linkLines.set(link, start + line);
    }
  }
  const placed = whole
    ? links.map((link, index) => ({ ...link, line: linkLines.get(index) ?? 0 }))
    : links;
  return { page: { lines, blocks, headings, links: placed, notes }, starts };
}

/**
 * The page of `document`, without its title (see `setFront`). `Page.blocks` goes on with one entry for each
 * note and one for the addresses.
 */
export function typeset(document: Document, options: TypesetOptions): Page {
  const setter = layout(options);
  const only = setter.set(wholeChunk(document), NOTHING_ABOVE);
  return join([only], setter.links).page;
}
