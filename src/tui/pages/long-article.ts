// A long article while it is read: its parts, and what is set of them.

import type { DocumentParts } from '../../catalog/catalog.ts';
import type { Place } from '../../history/place.ts';
import type { Block } from '../../typeset/document/document.ts';
import { type Above, type Line, NOTHING_ABOVE, type Section } from '../../typeset/page/page.ts';
import { joinSections, type SectionSetter } from '../../typeset/sections.ts';
import { partitionPoint } from '../../typeset/text/partition-point.ts';
import { compare, type Span } from './sheet.ts';

/** How far growing has come: on with it, no part to set before more are parsed, or done. */
export type Growth = 'growing' | 'waiting' | 'whole' | 'lost';

export interface LongArticle {
  readonly parts: DocumentParts;
  /** Whether all of the page is set at this width. */
  isSet(width: number): boolean;
  /** Sets one part more, the nearest to a span; below it before above it. */
  grow(width: number, near: Span | undefined): Growth;
  /** The parts that show a place and at least `rows` lines above and below it; undefined for all of them. */
  around(width: number, place: Place, rows: number): Span | undefined;
  /** The page of a span, set where it is not yet, and the line at which each part begins; undefined where the cache has lost it. */
  page(width: number, span: Span): ReturnType<typeof joinSections> | undefined;
  /** A top-level block, by its number; undefined where there is none, or the cache has lost it. */
  block(index: number): Block | undefined;
  /** How much of the text stands above a span, and above its end, 0 to 1. */
  share(span: Span): { readonly above: number; readonly below: number };
}

/** An article with nothing set. `setter` makes what sets it at a width. */
export function longArticle(
  parts: DocumentParts,
  setter: (width: number) => SectionSetter,
): LongArticle {
  let set: { readonly width: number; readonly by: SectionSetter } | undefined;
  let sections: Section[] = [];
  /** How many are set. */
  let count = 0;

  const at = (width: number): SectionSetter => {
    if (set?.width !== width) {
      set = { width, by: setter(width) };
      sections = [];
      count = 0;
    }
    return set.by;
  };

  /** What stands above a part, found out where the part above is not set; undefined where that is lost. */
  const above = (index: number, by: SectionSetter): Above | undefined => {
    const from = parts.firsts[index] ?? 0;
    for (let before = index - 1; before >= 0; before--) {
      const known = sections[before];
      if (known !== undefined) return { ...known.end, count: from };
      const part = parts.part(before);
      if (part === undefined) return undefined;
      const below = by.below(part);
      if (below !== undefined) return { ...below, count: from };
    }
    return { ...NOTHING_ABOVE, count: from };
  };

  const section = (width: number, index: number): Section | undefined => {
    const by = at(width);
    const known = sections[index];
    if (known !== undefined) return known;
    const part = parts.part(index);
    const over = above(index, by);
    if (part === undefined || over === undefined) return undefined;
    const made = by.set(part, over);
    sections[index] = made;
    count += 1;
    return made;
  };

  const isSet = (width: number): boolean =>
    parts.isWhole && set?.width === width && count === parts.firsts.length;

  return {
    parts,
    isSet,
    grow(width, near) {
      at(width);
      const known = parts.firsts.length;
      const from = near?.from ?? 0;
      const to = near?.to ?? 0;
      for (let by = 0; by < known; by++) {
        for (const index of [to + by, from - 1 - by]) {
          if (index < 0 || index >= known || sections[index] !== undefined) continue;
          if (section(width, index) === undefined) return 'lost';
          return isSet(width) ? 'whole' : 'growing';
        }
      }
      for (let index = from; index < Math.min(to, known); index++)
        if (section(width, index) === undefined) return 'lost';
      return isSet(width) ? 'whole' : 'waiting';
    },
    around(width, place, rows) {
      const known = parts.firsts.length;
      if (isSet(width)) return undefined;
      let from = partOf(parts.firsts, place.block);
      let to = from + 1;
      const lines = (index: number): readonly Line[] => section(width, index)?.lines ?? [];
      let over = linesBefore(lines(from), place);
      let under = lines(from).length - over;
      while (over < rows && from > 0) over += lines(--from).length;
      while (under < rows && to < known) under += lines(to++).length;
      return parts.isWhole && from === 0 && to === known ? undefined : { from, to };
    },
    page(width, { from, to }) {
      const by = at(width);
      const joined: Section[] = [];
      for (let index = from; index < to; index++) {
        const own = section(width, index);
        if (own === undefined) return undefined;
        joined.push(own);
      }
      return joinSections(joined, by.links, parts.isWhole && joined.length === parts.firsts.length);
    },
    block(index) {
      const at = partOf(parts.firsts, index);
      return parts.part(at)?.blocks[index - (parts.firsts[at] ?? 0)];
    },
    share({ from, to }) {
      let above = 0;
      let below = 0;
      parts.sizes.forEach((size, index) => {
        if (index < from) above += size;
        if (index < to) below += size;
      });
      return { above: above / parts.size, below: below / parts.size };
    },
  };
}

/** The part that holds a block. */
function partOf(firsts: readonly number[], block: number): number {
  return Math.max(0, partitionPoint(firsts.length, (k) => (firsts[k] as number) <= block) - 1);
}

/** How many lines of a section stand before a place. */
function linesBefore(lines: readonly Line[], place: Place): number {
  return partitionPoint(lines.length, (k) => compare(lines[k] as Line, place) < 0);
}
