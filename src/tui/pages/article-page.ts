// An article while it is read: its chunks, and of its page what has been set of them so far. It knows
// neither the screen nor the state.

import type { Chunks } from '../../catalog/documents/chunks.ts';
import type { Place } from '../../history/place.ts';
import type { Block } from '../../typeset/document/document.ts';
import { join, type Layout } from '../../typeset/layout.ts';
import { type Above, type Line, NOTHING_ABOVE, type Section } from '../../typeset/page/page.ts';
import { partitionPoint } from '../../typeset/text/partition-point.ts';
import { compare, type Measure, type Span } from './sheet.ts';

/** How far growing has come: on with it, no chunk to set before more are parsed, or done. */
export type Growth = 'growing' | 'waiting' | 'whole' | 'lost';

export interface ArticlePage {
  readonly chunks: Chunks;
  /** Whether all of the page is set, or is set at once because it is one chunk. */
  isSet(measure: Measure): boolean;
  /** Sets one chunk more, the nearest to a span; below it before above it. */
  grow(measure: Measure, near: Span | undefined): Growth;
  /** The chunks that show a place and at least `rows` lines above and below it; undefined for all of them. */
  around(measure: Measure, place: Place, rows: number): Span | undefined;
  /** The page of a span, set where it is not yet, and the line at which each chunk begins; undefined where the cache has lost it. */
  page(measure: Measure, span: Span): ReturnType<typeof join> | undefined;
  /** A top-level block, by its number; undefined where there is none, or the cache has lost it. */
  block(index: number): Block | undefined;
  /** How much of the text stands above a span, and above its end, 0 to 1. */
  share(span: Span): { readonly above: number; readonly below: number };
}

/** An article with nothing set. `layoutAt` makes what sets it at a measure. */
export function articlePage(chunks: Chunks, layoutAt: (measure: Measure) => Layout): ArticlePage {
  let set: { readonly measure: Measure; readonly by: Layout } | undefined;
  let sections: Section[] = [];
  /** How many are set. */
  let count = 0;

  const isAt = ({ width, wide }: Measure): boolean =>
    set?.measure.width === width && set.measure.wide === wide;

  const at = (measure: Measure): Layout => {
    if (set === undefined || !isAt(measure)) {
      set = { measure, by: layoutAt(measure) };
      sections = [];
      count = 0;
    }
    return set.by;
  };

  /** What stands above a chunk, found out where the one above is not set; undefined where that is lost. */
  const above = (index: number, by: Layout): Above | undefined => {
    for (let before = index - 1; before >= 0; before--) {
      const known = sections[before];
      if (known !== undefined) return known.end;
      const chunk = chunks.at(before);
      if (chunk === undefined) return undefined;
      const below = by.below(chunk);
      if (below !== undefined) return below;
    }
    return NOTHING_ABOVE;
  };

  const section = (measure: Measure, index: number): Section | undefined => {
    const by = at(measure);
    const known = sections[index];
    if (known !== undefined) return known;
    const chunk = chunks.at(index);
    const over = above(index, by);
    if (chunk === undefined || over === undefined) return undefined;
    const made = by.set(chunk, over);
    sections[index] = made;
    count += 1;
    return made;
  };

  const isSet = (measure: Measure): boolean =>
    chunks.complete && (chunks.length === 1 || (isAt(measure) && count === chunks.length));

  return {
    chunks,
    isSet,
    grow(measure, near) {
      at(measure);
      const known = chunks.length;
      const from = near?.from ?? 0;
      const to = near?.to ?? 0;
      for (let by = 0; by < known; by++) {
        for (const index of [to + by, from - 1 - by]) {
          if (index < 0 || index >= known || sections[index] !== undefined) continue;
          if (section(measure, index) === undefined) return 'lost';
          return isSet(measure) ? 'whole' : 'growing';
        }
      }
      for (let index = from; index < Math.min(to, known); index++)
        if (section(measure, index) === undefined) return 'lost';
      return isSet(measure) ? 'whole' : 'waiting';
    },
    around(measure, place, rows) {
      const known = chunks.length;
      if (isSet(measure)) return undefined;
      let from = chunkOf(chunks.firsts, place.block);
      let to = from + 1;
      const lines = (index: number): readonly Line[] => section(measure, index)?.lines ?? [];
      let over = linesBefore(lines(from), place);
      let under = lines(from).length - over;
      while (over < rows && from > 0) over += lines(--from).length;
      while (under < rows && to < known) under += lines(to++).length;
      return chunks.complete && from === 0 && to === known ? undefined : { from, to };
    },
    page(measure, { from, to }) {
      const by = at(measure);
      const joined: Section[] = [];
      for (let index = from; index < to; index++) {
        const own = section(measure, index);
        if (own === undefined) return undefined;
        joined.push(own);
      }
      return join(joined, by.links, chunks.complete && joined.length === chunks.length);
    },
    block(index) {
      const at = chunkOf(chunks.firsts, index);
      return chunks.at(at)?.blocks[index - (chunks.firsts[at] ?? 0)];
    },
    share({ from, to }) {
      let above = 0;
      let below = 0;
      chunks.sizes.forEach((size, index) => {
        if (index < from) above += size;
        if (index < to) below += size;
      });
      return { above: above / chunks.size, below: below / chunks.size };
    },
  };
}

/** The chunk that holds a block. */
function chunkOf(firsts: readonly number[], block: number): number {
  return Math.max(0, partitionPoint(firsts.length, (k) => (firsts[k] as number) <= block) - 1);
}

/** How many lines of a section stand before a place. */
function linesBefore(lines: readonly Line[], place: Place): number {
  return partitionPoint(lines.length, (k) => compare(lines[k] as Line, place) < 0);
}
