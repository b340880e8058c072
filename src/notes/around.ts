// What stands around a quote, and how much of it stands around another place. Pure.

import type { Quote } from '../history/note.ts';
import { after, before, likeness, type Side } from './context.ts';
import type { QuotedText } from './quoted-text.ts';
import { type Form, wordsOf } from './words.ts';

/** Units of context that a quote has on either side: where it is the only one of its kind, where not, and at most. */
export const CONTEXT = { alone: 48, like: 200, most: 1500 } as const;

export interface Sides {
  readonly before: Side;
  readonly after: Side;
}

/** A quote's context, and the units around a place in which it is sought: it may have grown. */
export interface Around {
  readonly sides: Sides;
  readonly like: Quote['like'];
  readonly reach: number;
}

export function contextOf({ prefix, suffix, like }: Quote): Around {
  // A word that the context's end cuts is none.
  const cut = prefix.length < CONTEXT.alone ? prefix : prefix.replace(/^\S+/, '');
  const short = suffix.length < CONTEXT.alone ? suffix : suffix.replace(/\S+$/, '');
  return {
    sides: { before: before(wordsOf(cut).text), after: after(wordsOf(short).text) },
    like,
    reach: 2 * Math.max(CONTEXT.like, Math.min(CONTEXT.most, prefix.length, suffix.length)),
  };
}

/** What stands around a stretch of a form, within so many units of the text. */
export function sidesAt(text: string, form: Form, at: number, end: number, reach: number): Sides {
  const from = form.at[at] ?? 0;
  const to = (form.at[end - 1] ?? 0) + 1;
  return {
    before: before(wordsOf(text.slice(Math.max(0, from - reach), from)).text),
    after: after(wordsOf(text.slice(to, to + reach)).text),
  };
}

/**
 * Share of the context (0 to 1) that stands around a stretch; of a quote with like ones, of what tells it.
 */
export function shareAround(
  { text }: QuotedText,
  form: Form,
  { sides, like, reach }: Around,
  at: number,
  end: number,
): number {
  const found = sidesAt(text, form, at, end, reach);
  const [commonBefore, allBefore] = likeness(sides.before, found.before, like?.before);
  const [commonAfter, allAfter] = likeness(sides.after, found.after, like?.after);
  const all = allBefore + allAfter;
  return all === 0 ? 1 : (commonBefore + commonAfter) / all;
}
