// What is selected, and a note in the making, as data.

import type { Note, Quote } from '../../../history/note.ts';
import type { Range } from '../../../notes/quoted-text.ts';

/** A stretch of the page's text, and which of its ends moves. */
export interface Selection extends Range {
  readonly end: 'from' | 'to';
}

/** A note in the making: on which words, its text so far, and what it was before. */
export interface Writing {
  readonly quote: Quote;
  readonly text: string;
  readonly before?: Note;
}
