// Quotes by W3C's TextQuoteSelector, found again in edited text or not at all. Pure.

import type { Quote } from '../history/note.ts';
import { CONTEXT, contextOf, type Sides, shareAround, sidesAt } from './around.ts';
import { changedQuote } from './changed.ts';
import { commonWords, type Side } from './context.ts';
import { needleOf, placesOf, rangeOf, SOUGHT } from './needle.ts';
import { formOf, indexOfPlace, placeOfIndex, type QuotedText, type Range } from './quoted-text.ts';
import { type Form, isBreak } from './words.ts';

/** Share of the context that has to be there for one of several like ones. */
const LEAST = 0.25;
/** Letters from which words that are there once are taken for the quote, whatever now stands around them. */
const TELLING = 12;
/** Places with the same words that are looked at closely. */
const CLOSELY = 100;

export function quoteOf(source: QuotedText, { from, to }: Range): Quote {
  const { text } = source;
  const exact = text.slice(from, to);
  const needle = needleOf(exact, isBreak(text, from - 1), isBreak(text, to));
  const form = formOf(source, needle.kind);
  const places = placesOf(source, needle);
  const own = places.findIndex((at) => (form.at[at + needle.text.length - 1] ?? 0) >= from);
  const place = placeOfIndex(source, from);
  if (places.length < 2) return { ...contextAt(text, from, to, CONTEXT.alone), place };
  const around = (at: number): Sides =>
    sidesAt(text, form, at, at + needle.text.length, CONTEXT.most);
  const here = around(places[own] ?? 0);
  let [left, right] = [0, 0];
  for (const at of places.slice(0, CLOSELY)) {
    if (at === places[own]) continue;
    const there = around(at);
    left = Math.max(left, commonWords(here.before, there.before));
    right = Math.max(right, commonWords(here.after, there.after));
  }
  const units = (side: Side, count: number): number =>
    side.slice(0, count).reduce<number>((sum, word) => sum + word.length + 2, CONTEXT.like);
  const reach = Math.max(units(here.before, left), units(here.after, right));
  const like = { before: left, after: right };
  return { ...contextAt(text, from, to, Math.min(CONTEXT.most, reach)), place, like };
}

function contextAt(text: string, from: number, to: number, reach: number) {
  return {
    exact: text.slice(from, to),
    prefix: text.slice(Math.max(0, from - reach), from),
    suffix: text.slice(to, to + reach),
  };
}

/** Where a quote is; undefined where it is gone or ambiguous. Of a `part` only with all its context. */
export function findQuote(
  source: QuotedText,
  quote: Quote,
  extent: 'whole' | 'part' = 'whole',
): Range | undefined {
  const { block } = quote.place;
  const isBeyond = block < source.first || block >= source.first + source.starts.length;
  if (extent === 'part' && isBeyond) return undefined;
  const unedited = asItWas(source, quote);
  if (unedited !== undefined || extent === 'part') return unedited;
  const { prefix, suffix, exact } = quote;
  const needle = needleOf(exact, isBreak(prefix, prefix.length - 1), isBreak(suffix, 0));
  const places = placesOf(source, needle);
  if (places.length === 0) return changedQuote(source, quote, needle);
  const form = formOf(source, needle.kind);
  const around = contextOf(quote);
  const close = nearest(places, source, form, quote);
  let best = { at: -1, share: -1 };
  for (const at of close) {
    const share = shareAround(source, form, around, at, at + needle.text.length);
    if (share > best.share) best = { at, share };
  }
  const isAlone = quote.like === undefined && places.length === 1;
  const isTelling = isAlone && needle.text.length >= TELLING;
  if (!isTelling && best.share < LEAST) return undefined;
  return rangeOf(source, form, best.at, best.at + needle.text.length, exact);
}

/** The place where quote and context stand as they did, the nearest to where that was. */
function asItWas({ text, ...places }: QuotedText, quote: Quote): Range | undefined {
  const { prefix, exact, suffix } = quote;
  const whole = prefix + exact + suffix;
  const hint = Math.max(0, indexOfPlace({ text, ...places }, quote.place) - prefix.length);
  const isEnd = (at: number): boolean =>
    (prefix !== '' || at === 0) && (suffix !== '' || at + whole.length === text.length);
  const found = text.startsWith(whole, hint)
    ? [hint]
    : whole.length > SOUGHT + 2 * CONTEXT.most
      ? []
      : [text.indexOf(whole, hint), text.lastIndexOf(whole, hint)];
  const [first] = found
    .filter((at) => at >= 0 && isEnd(at))
    .sort((a, b) => Math.abs(a - hint) - Math.abs(b - hint));
  if (first === undefined) return undefined;
  return { from: first + prefix.length, to: first + prefix.length + exact.length };
}

/** The places that are worth a closer look: around which most stands unchanged, then the nearest. */
function nearest(
  places: readonly number[],
  source: QuotedText,
  form: Form,
  quote: Quote,
): readonly number[] {
  const hint = indexOfPlace(source, quote.place);
  const far = (at: number): number => Math.abs((form.at[at] ?? 0) - hint);
  const ordered = places.toSorted((a, b) => far(a) - far(b));
  if (places.length <= CLOSELY) return ordered;
  const around = (at: number): number => {
    const from = form.at[at] ?? 0;
    let common = 0;
    while (common < 20 && source.text[from - 1 - common] === quote.prefix.at(-1 - common)) common++;
    return common;
  };
  const common = new Map(ordered.map((at) => [at, around(at)]));
  return ordered
    .toSorted((a, b) => (common.get(b) ?? 0) - (common.get(a) ?? 0))
    .slice(0, CLOSELY)
    .toSorted((a, b) => far(a) - far(b));
}
