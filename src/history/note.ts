// A note or highlight as the journal has it, and reading one from a line of it. Knows nothing of texts.

import { isCount, isPlace, type Place } from './place.ts';

/** Words of an article, as W3C's TextQuoteSelector has them, with where they stood as a hint. */
export interface Quote {
  /** As it stood in the article; `\n` between paragraphs. */
  readonly exact: string;
  /** What stood directly before and after it. */
  readonly prefix: string;
  readonly suffix: string;
  readonly place: Place;
  /** Where the same words stood elsewhere too: how many next to them were the same as well. */
  readonly like?: Like;
}

export interface Like {
  /** Words before and after the quote. */
  readonly before: number;
  readonly after: number;
}

export interface Note {
  /** Its name, among all notes of all machines. */
  readonly note: string;
  readonly quote: Quote;
  readonly text?: string;
  /** The article's title and where it is from, should the article go. */
  readonly title: string;
  readonly source?: string;
  /** ISO time at which it was made. */
  readonly made: string;
  /** ISO time of the last change. */
  readonly at: string;
}

/** The note of a line's object without its time; undefined where a field makes no sense. */
export function noteOf(value: Readonly<Record<string, unknown>>): Omit<Note, 'at'> | undefined {
  const { note, text, title, source, made } = value;
  const quote = quoteOf(value['quote']);
  if (typeof note !== 'string' || note === '' || quote === undefined) return undefined;
  if (typeof made !== 'string' || Number.isNaN(Date.parse(made))) return undefined;
  const said = typeof text === 'string' && text.trim() !== '' ? { text } : {};
  const from = typeof source === 'string' && /^https?:/i.test(source) ? { source } : {};
  return { note, quote, ...said, title: typeof title === 'string' ? title : '', ...from, made };
}

function quoteOf(value: unknown): Quote | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { exact, prefix, suffix, place, like } = value as Partial<Record<keyof Quote, unknown>>;
  if (typeof exact !== 'string' || exact.trim() === '') return undefined;
  const { before, after } = (like ?? {}) as Partial<Record<keyof Like, unknown>>;
  const known = isCount(before) && isCount(after) ? { like: { before, after } } : {};
  const textOf = (given: unknown): string => (typeof given === 'string' ? given : '');
  return {
    exact,
    prefix: textOf(prefix),
    suffix: textOf(suffix),
    place: isPlace(place) ? { block: place.block, offset: place.offset } : { block: 0, offset: 0 },
    ...known,
  };
}
