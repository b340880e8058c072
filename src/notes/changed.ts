// A quote whose words were changed themselves, found between what stood directly before and after it. Pure.

import type { Quote } from '../history/note.ts';
import { CONTEXT, contextOf, shareAround } from './around.ts';
import { type Needle, rangeOf } from './needle.ts';
import { formOf, type QuotedText, type Range } from './quoted-text.ts';

/** Share of the context that has to be there. */
const LEAST = 0.3;
/** Letters that both neighbours have together, at least. */
const TELLING = 12;
/** Places that are looked at. */
const TRIES = 100;

/** Words next to a quote that hold it between them where it was changed itself. */
const HOLD = 3;
/** Share of its words that a changed quote still has. */
const KEPT = 0.5;

/** A quote whose words were changed, between what stood directly before and after it. */
export function changedQuote(source: QuotedText, quote: Quote, needle: Needle): Range | undefined {
  if (needle.kind !== 'words') return undefined;
  const form = formOf(source, 'words');
  const context = contextOf(quote);
  const opening = context.sides.before.slice(0, HOLD).reverse().join(' ');
  const closing = context.sides.after.slice(0, HOLD).join(' ');
  if (needle.text.length > CONTEXT.most) return undefined;
  if (opening.length + closing.length < TELLING || opening === '' || closing === '')
    return undefined;
  const longest = 2 * needle.text.length + 80;
  const words = needle.text.split(' ');
  let best = { from: -1, to: -1, share: 0 };
  for (
    let at = form.text.indexOf(opening), tries = 0;
    at >= 0 && tries < TRIES;
    at = form.text.indexOf(opening, at + 1), tries++
  ) {
    const from = at + opening.length + 1;
    const to = form.text.slice(from, from + longest + closing.length).indexOf(closing) + from - 1;
    if (to <= from) continue;
    const inside = form.text.slice(from, to).split(' ');
    const share = keptWords(words, inside);
    const around = shareAround(source, form, context, from, to);
    if (share < KEPT || around < LEAST || share <= best.share) continue;
    best = { from, to, share };
  }
  return best.from < 0 ? undefined : rangeOf(source, form, best.from, best.to, quote.exact);
}

/** The share of words (by their letters) that still stand, in their order. */
function keptWords(words: readonly string[], found: readonly string[]): number {
  let row = new Int32Array(found.length + 1);
  let all = 0;
  for (const word of words) {
    all += word.length;
    const next = new Int32Array(found.length + 1);
    for (let j = 0; j < found.length; j++) {
      next[j + 1] =
        word === found[j]
          ? (row[j] as number) + word.length
          : Math.max(row[j + 1] as number, next[j] as number);
    }
    row = next;
  }
  return (row[found.length] as number) / Math.max(all, found.join('').length);
}
