// What is sought of a quote, and all places of a text that have it. Pure.

import { formOf, type QuotedText, type Range } from './quoted-text.ts';
import { type Form, isBreak, signsOf, wordsOf } from './words.ts';

/** Places that are looked for at most. */
const MANY = 5000;
/** Units that are sought at once: searching for more takes as long as both are long, one times the other. */
export const SOUGHT = 1000;

/** What is sought, and whether it has to begin and end where words do. */
export interface Needle {
  readonly kind: 'words' | 'signs';
  readonly text: string;
  readonly opens: boolean;
  readonly closes: boolean;
}

/** By words where a quote is made of words, otherwise sign by sign. */
export function needleOf(exact: string, opens: boolean, closes: boolean): Needle {
  const words = wordsOf(exact).text;
  const signs = signsOf(exact).text;
  return 3 * words.length >= 2 * signs.length
    ? {
        kind: 'words',
        text: words,
        opens: opens || isBreak(exact, 0),
        closes: closes || isBreak(exact, exact.length - 1),
      }
    : { kind: 'signs', text: signs, opens: false, closes: false };
}

/** Where the needle stands in its form of the text. */
export function placesOf(
  source: QuotedText,
  { kind, text, opens, closes }: Needle,
): readonly number[] {
  const form = formOf(source, kind).text;
  const places: number[] = [];
  if (text === '') return places;
  const head = text.slice(0, SOUGHT);
  let tries = MANY;
  for (
    let at = form.indexOf(head);
    at >= 0 && places.length < MANY && tries > 0;
    at = form.indexOf(head, at + 1)
  ) {
    const isOpen = !opens || at === 0 || form[at - 1] === ' ';
    const end = at + text.length;
    if (!isOpen || (closes && end < form.length && form[end] !== ' ')) continue;
    if (head !== text && tries-- > 0 && !form.startsWith(text, at)) continue;
    places.push(at);
    if (head !== text) at += head.length;
  }
  return places;
}

/** The range in the text of a stretch of a form, with the signs at its ends that the quote had there. */
export function rangeOf(
  { text }: QuotedText,
  form: Form,
  at: number,
  end: number,
  exact: string,
): Range {
  let from = form.at[at] ?? 0;
  let to = (form.at[end - 1] ?? 0) + 1;
  const isSign = (index: number): boolean => isBreak(text, index) && !/\s/.test(text[index] ?? ' ');
  if (isBreak(exact, 0)) while (isSign(from - 1)) from--;
  // What has no unit of its own belongs to the word: accents, half of a character.
  while (to < text.length && !isBreak(text, to) && form.at[end] !== to) to++;
  if (isBreak(exact, exact.length - 1)) while (isSign(to)) to++;
  return { from, to };
}
