// Sentences: UAX 29 (Intl.Segmenter) without ends behind abbreviations, initials, ordinals,
// quotations. Linear.

import { type Abbreviations, abbreviationsOf } from './abbreviations.ts';

/** A sentence, without the blanks around it, and where it stands in the text (UTF-16 units). */
export interface Sentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Units that are looked at on either side of a boundary: no word that decides is longer. */
const REACH = 60;
const OPENING = /^[\s"'“”„‚‘’«»‹›([{*_–—-]+/u;
const MONTH =
  /^(?:Jan|Feb|März|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez|Jahrhundert|Jahrtausend|Quartal|Halbjahr|Klasse|Platz|Auflage)/u;

/** The sentences of `text` in the language `lang` (BCP 47; an unknown one counts as English). */
export function sentencesOf(text: string, lang?: string): Sentence[] {
  const abbreviations = abbreviationsOf(lang);
  const sentences: Sentence[] = [];
  let start = 0;
  const close = (end: number): void => {
    const whole = text.slice(start, end);
    const own = whole.trim();
    if (own !== '') {
      const from = start + whole.length - whole.trimStart().length;
      sentences.push({ text: own, start: from, end: from + own.length });
    }
    start = end;
  };
  for (const { index } of segmenterOf(lang).segment(text)) {
    if (index === 0) continue;
    const before = text.slice(Math.max(start, index - REACH), index);
    if (isBoundary(before, text.slice(index, index + REACH), abbreviations)) close(index);
  }
  close(text.length);
  return sentences;
}

function segmenterOf(lang: string | undefined): Intl.Segmenter {
  try {
    return new Intl.Segmenter(lang ?? 'en', { granularity: 'sentence' });
  } catch {
    return new Intl.Segmenter('en', { granularity: 'sentence' });
  }
}

/** Whether a sentence ends between `before` and `after`, where Unicode says that one does. */
function isBoundary(before: string, after: string, abbreviations: Abbreviations): boolean {
  const next = after.replace(OPENING, '');
  const end = before.trimEnd();
  // „Kommt ihr?“, fragte sie. “Stop!” he said. A quotation within goes on in small letters.
  if (/[!?…]["'“”’»«›‹)\]]*$/u.test(end)) return !/^[,;:]|^\p{Ll}/u.test(next);
  if (!/\.["'“”’»«›‹)\]]*$/u.test(end)) return true;
  // A full stop within closing marks belongs to what they close.
  if (!end.endsWith('.')) return !/^[,;:]|^\p{Ll}/u.test(next);
  const word = (/\S+$/u.exec(end)?.[0] ?? '').replace(OPENING, '').slice(0, -1);
  return endsWith(word, end, next, abbreviations);
}

/** Whether the full stop behind `word` ends a sentence that `next` does not go on with. */
function endsWith(word: string, end: string, next: string, known: Abbreviations): boolean {
  const small = word.toLowerCase();
  const opens = known.openers.has((/^\p{L}+/u.exec(next)?.[0] ?? '').toLowerCase());
  if (known.goesOn.has(small)) return false;
  if (known.beforeNumber.has(small) || (known.ordinals && small.endsWith('str'))) {
    // `No.` and `Art.` are words too, and `S.` is a page.
    return !/^(?:\d|[IVXLC]{2,}\b|[VX]\b)/u.test(next);
  }
  if (known.mayEnd.has(small)) return opens;
  if (known.ordinals && /^(?:\d{1,2}|[IVX]{1,5})$/u.test(word)) {
    return !MONTH.test(next) && (opens || next === '' || /^\d{4}\b/u.test(word));
  }
  if (/^\p{L}$/u.test(word)) {
    // z. B., d. h., u. a.: of several letters none but the last may end a sentence.
    if (/(?:^|\s)[zdiuovsm]\.\s?\p{L}\.$/iu.test(end) && !/\b[uo]\. ?[aä]\.$/u.test(end))
      return false;
    // The initial of a name; a letter that is a word of its own (“Plan B. Then”) has an opener behind it.
    return opens || (word === 'I' && !known.ordinals);
  }
  return !/^(?:\p{Lu}\.)+\p{Lu}$/u.test(word) || opens;
}
