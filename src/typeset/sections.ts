// Sets the parts of a long document in any order, each into a section of the page; joined, the
// sections are the page that setting the whole gives, but for the order of its links.

import type { DocumentLink } from './document/document.ts';
import type { TypesetOptions } from './look/options.ts';
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
import type { DocumentPart } from './parts.ts';
import { openPage } from './typeset.ts';

/** Sets the parts of one document at one width. */
export interface SectionSetter {
  /** The links met so far, to which the runs of all sections point. */
  readonly links: readonly PageLink[];
  readonly set: (part: DocumentPart, above: Above) => Section;
  /** What stands above whatever follows `part`; undefined where nothing in it has a line. */
  readonly below: (part: DocumentPart) => Above | undefined;
}

/** A setter with nothing set. Not for `references`: these number the addresses through the whole page. */
export function createSectionSetter(options: TypesetOptions): SectionSetter {
  const links: DocumentLink[] = [];
  const setting = openSetting({ links }, options);
  const know = ({ firstLink, links: own }: DocumentPart): void => {
    for (const [index, link] of own.entries()) links[firstLink + index] = link;
  };
  return {
    links: setting.links,
    set(part, above) {
      know(part);
      return section(part, above, setting);
    },
    below(part) {
      know(part);
      for (let index = part.blocks.length - 1; index >= 0; index--) {
        const { end } = section(
          {
            ...part,
            firstBlock: part.firstBlock + index,
            blocks: part.blocks.slice(index, index + 1),
          },
          { ...NOTHING_ABOVE, count: part.firstBlock + index },
          openSetting({ links }, options),
        );
        if (!end.empty) return { ...end, count: part.firstBlock + part.blocks.length };
      }
      return undefined;
    },
  };
}

function section({ blocks, notes }: DocumentPart, above: Above, setting: Setting): Section {
  const page = openPage(setting, above);
  for (const block of blocks) page.add(block);
  if (notes !== undefined) page.addNotes(notes);
  return page.section();
}

/** The page of some sections that follow each other, and the line at which each begins; links know their lines where the page is `whole`. */
export function joinSections(
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
