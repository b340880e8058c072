// What the reader scrolls (head, page, end) as lines, and from a line to a place and back.

import type { Place } from '../../history/place.ts';
import type { Card } from '../../library/article/card.ts';
import type { Line, Page } from '../../typeset/page/page.ts';
import { partitionPoint } from '../../typeset/text/partition-point.ts';

export interface Sheet extends Measure {
  readonly card: Card;
  readonly page: Page;
  readonly head: readonly Line[];
  readonly tail: readonly Line[];
  /** Lines in all. */
  readonly height: number;
  /** What it shows of a long article that is not set to its end yet; a sheet without it is whole. */
  readonly cut?: Cut;
  /** The line at which each chunk begins, of those that it shows. */
  readonly starts?: readonly number[];
}

/** Columns of text, and those that code and tables may take. */
export interface Measure {
  readonly width: number;
  readonly wide: number;
}

/** Chunks of a long article: from one up to another, which is not among them. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Cut {
  readonly span: Span;
  /** How much of the text lies above its first line and above its end, 0 to 1. */
  readonly above: number;
  readonly below: number;
  /** Whether it goes to the article's end. */
  readonly ends: boolean;
}

export const START: Place = { block: 0, offset: 0 };

export function makeSheet(given: Omit<Sheet, 'height'>): Sheet {
  const { page, head, tail } = given;
  return { ...given, height: head.length + page.lines.length + tail.length };
}

/** Whether a sheet is what setting the article anew would give. */
export function isSetFor(
  sheet: Sheet,
  { card, width, wide }: Pick<Sheet, 'card' | 'width' | 'wide'>,
  span: Span | undefined,
): boolean {
  const isAlike = sheet.width === width && sheet.wide === wide && sheet.card === card;
  return isAlike && sheet.cut?.span.from === span?.from && sheet.cut?.span.to === span?.to;
}

/** The line at which a chunk begins, if the sheet has it. */
export function startOf({ cut, starts }: Sheet, chunk: number): number | undefined {
  return starts?.[chunk - (cut?.span.from ?? 0)];
}

export interface Lines {
  readonly head: readonly Line[];
  readonly page: { readonly lines: readonly Line[] };
  readonly tail: readonly Line[];
}

/** The line at an index, counted from the head's first. */
export function lineAt(sheet: Lines, index: number): Line | undefined {
  if (index < sheet.head.length) return sheet.head[index];
  const inPage = index - sheet.head.length;
  return inPage < sheet.page.lines.length
    ? sheet.page.lines[inPage]
    : sheet.tail[inPage - sheet.page.lines.length];
}

/** The place in the article of a line; the head belongs to its start, the tail to its end. */
export function placeAt(sheet: Sheet, index: number): Place {
  const { lines } = sheet.page;
  // The first line of an article is its start, even if nothing stands in its first block.
  if (index < sheet.head.length || (index === sheet.head.length && isStart(sheet))) return START;
  const line = lines[Math.min(index - sheet.head.length, lines.length - 1)];
  return line === undefined ? START : { block: line.block, offset: line.offset };
}

const isStart = ({ cut }: Sheet): boolean => cut === undefined || cut.span.from === 0;

/** The line that shows a place: the last that begins at or before it, of several the first. */
export function lineOf(sheet: Sheet, place: Place): number {
  if (place.block <= 0 && place.offset <= 0) return 0;
  const { lines } = sheet.page;
  const after = partitionPoint(lines.length, (k) => compare(lines[k] as Line, place) <= 0);
  let found = Math.max(0, after - 1);
  const hit = lines[found];
  if (hit === undefined) return 0;
  while (found > 0 && compare(lines[found - 1] as Line, hit) === 0) found -= 1;
  return sheet.head.length + found;
}

export function headingBlocks({ page }: Sheet): ReadonlySet<number> {
  return new Set(page.headings.map(({ block }) => block));
}

/** Negative where one place stands before another, 0 where they are the same. */
export function compare(line: Place, place: Place): number {
  return line.block - place.block || line.offset - place.offset;
}

export const samePlace = (one: Place, other: Place): boolean => compare(one, other) === 0;

/** The greatest line that may stand at the top of `body` rows. */
export function lastTop(sheet: Sheet, body: number): number {
  return Math.max(0, sheet.height - body);
}

/** How much of the article lies above the lower edge of the screen, 0 to 1. */
export function shareSeen(sheet: Sheet, top: number, body: number): number {
  const text = sheet.head.length + sheet.page.lines.length;
  return text === 0 ? 1 : shareOf(sheet, (top + body) / text);
}

/** How far the reader is: 0 with the first line at the top, 1 with the last at the bottom. */
export function progress(sheet: Sheet, top: number, body: number): number {
  const last = lastTop(sheet, body);
  return last === 0 ? 1 : shareOf(sheet, top / last);
}

/** A share of the sheet's lines as one of the article: lines that are not set yet go by the length of the text. */
function shareOf({ cut }: Sheet, share: number): number {
  const own = Math.min(1, Math.max(0, share));
  return cut === undefined ? own : cut.above + own * (cut.below - cut.above);
}

/** A link by what no width changes: its top-level block, and which of that block's links it is. */
export interface LinkSpot {
  readonly block: number;
  readonly nth: number;
}

/** Where a link stands, sought from a line down. */
export function linkSpot(sheet: Sheet, link: number, from: number): LinkSpot | undefined {
  for (let index = from; index < sheet.height; index++) {
    const line = lineAt(sheet, index);
    if (line?.runs.some((run) => run.link === link) !== true) continue;
    return { block: line.block, nth: linksOfBlock(sheet, line.block).indexOf(link) };
  }
  return undefined;
}

/** The index into `page.links` of the link at a spot; undefined where the sheet doesn't show it. */
export function linkAt(sheet: Sheet, { block, nth }: LinkSpot): number | undefined {
  return linksOfBlock(sheet, block)[nth];
}

/** A block is set in one go, so that its links are numbered in order however wide it is. */
function linksOfBlock({ head, page }: Sheet, block: number): readonly number[] {
  const lineFrom = (at: number): number =>
    head.length + partitionPoint(page.lines.length, (k) => (page.lines[k] as Line).block < at);
  const sheet = { head, page, tail: [] };
  return linksBetween(sheet, lineFrom(block), lineFrom(block + 1)).toSorted((a, b) => a - b);
}

/** Indexes into `page.links` of the links on the lines from `from` up to `to`, in reading order. */
export function linksBetween(sheet: Lines, from: number, to: number): readonly number[] {
  const found = new Set<number>();
  for (let index = from; index < to; index++) {
    for (const { link } of lineAt(sheet, index)?.runs ?? [])
      if (link !== undefined) found.add(link);
  }
  return [...found];
}
