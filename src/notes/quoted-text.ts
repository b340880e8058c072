// A text with the places that quotes remember, whether it is a page's or a document's.

import type { Place } from '../history/place.ts';
import { partitionPoint } from '../typeset/text/partition-point.ts';
import { type Form, signsOf, wordsOf } from './words.ts';

export interface QuotedText {
  readonly text: string;
  readonly first: number;
  readonly starts: ArrayLike<number>;
}

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Where a place is in the text, about. */
export function indexOfPlace({ text, first, starts }: QuotedText, place: Place): number {
  if (place.block < first) return 0;
  const start = starts[place.block - first];
  return start === undefined ? text.length : Math.min(text.length, start + place.offset);
}

export function placeOfIndex({ first, starts }: QuotedText, index: number): Place {
  const block = Math.max(
    0,
    partitionPoint(starts.length, (k) => (starts[k] as number) <= index) - 1,
  );
  return { block: first + block, offset: Math.max(0, index - (starts[block] ?? 0)) };
}

const forms = new WeakMap<QuotedText, { words?: Form; signs?: Form }>();

/** The text's words, or its signs; worked out once. */
export function formOf(source: QuotedText, kind: 'words' | 'signs'): Form {
  const known = forms.get(source) ?? {};
  forms.set(source, known);
  known[kind] ??= kind === 'words' ? wordsOf(source.text) : signsOf(source.text);
  return known[kind];
}
