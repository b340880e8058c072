// The terms of an article, as the full-text index takes them. Which words count as the same is decided
// here and in the stemmer, for articles and queries alike.

import type { Article } from '../../library/article/article.ts';
import { stripMarks } from '../../library/query/fold.ts';
import { STEMMED, type StemmedLang, termOf } from './stemmer.ts';
import { createTermTable, LONGEST_WORD, type TermTable, type WordTerms } from './term-table.ts';

/** A word as it stands in the vocabulary. */
export interface WordRow {
  /** Lower case, without diacritics. */
  readonly form: string;
  /** Lower case, as it was written: what a suggestion shows. */
  readonly word: string;
  readonly term: string;
  /** The term backwards, where the word may be a German compound. */
  readonly reversed: string | null;
}

/** Terms by column, separated by blanks, and the words they came from. */
export interface ArticleTerms {
  readonly title: string;
  readonly summary: string;
  readonly tags: string;
  readonly authors: string;
  readonly body: string;
}

/** Fewest letters of a compound that is worth taking apart. */
export const SHORTEST_COMPOUND = 8;
/** Distinct words kept in memory before starting anew: names and numbers never end. */
const MOST_KNOWN = 200_000;

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const EACH_CJK =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;

/** The words met so far, so that each is stemmed once; one for each round of indexing. */
export interface Vocabulary {
  readonly known: Map<StemmedLang | undefined, TermTable>;
  /** Words not met before; whoever writes them empties the list. */
  readonly fresh: WordRow[];
}

export function newVocabulary(): Vocabulary {
  return { known: new Map(), fresh: [] };
}

/** The stretches of letters and digits of a text, as they stand there. */
export function wordsIn(text: string): string[] {
  return text.match(WORD) ?? [];
}

/** The forms that a written word counts as: without diacritics, and with `ae` as `a` where that may be an umlaut. */
export function formsOf(word: string): string[] {
  const form = stripMarks(word).slice(0, LONGEST_WORD);
  const other = collapsed(form);
  return other === form ? [form] : [form, other];
}

// After a vowel or q, "ue" is hardly ever an umlaut: neue, Steuer, Quelle.
function collapsed(form: string): string {
  return /[aou]e/.test(form)
    ? form.replace(/([ao])e|(?<![aeiouq])ue/g, (_, vowel?: string) => vowel ?? 'u')
    : form;
}

/** A word in pieces that are terms of their own: each Chinese or Japanese character, or all of it. */
export function piecesOf(word: string): string[] {
  return CJK.test(word) ? (word.match(EACH_CJK) ?? []) : [word];
}

function know(word: string, lang: StemmedLang | undefined, rows: WordRow[]): WordTerms {
  let terms = '';
  let also = '';
  for (const piece of piecesOf(word)) {
    const [form = piece, other] = formsOf(piece);
    const term = termOf(form, lang);
    terms += `${term} `;
    rows.push(wordRow(form, piece, term));
    if (other === undefined) continue;
    also += `${termOf(other, lang)} `;
    rows.push(wordRow(other, piece, termOf(other, lang)));
  }
  return { terms, also };
}

function wordRow(form: string, word: string, term: string): WordRow {
  const compound =
    term.endsWith(STEMMED.de) && term.length - STEMMED.de.length >= SHORTEST_COMPOUND;
  return { form, word: word.toLowerCase(), term, reversed: compound ? reverse(term) : null };
}

export function reverse(term: string): string {
  return [...term.replace(/_[a-z]$/, '')].reverse().join('');
}

/** All terms of an article in a language (BCP 47); without one, it is guessed from the text. */
export function termsOf(
  article: Article,
  lang: string | undefined,
  vocabulary: Vocabulary,
): ArticleTerms {
  const { fields, title, text } = article;
  const stemmed = stemmedLang(lang) ?? (lang === undefined ? guessLang(text) : undefined);
  const column = (content: string): string => columnOf(content, stemmed, vocabulary);
  return {
    title: column(title),
    summary: column(fields.summary ?? ''),
    tags: column(fields.tags.join(' ')),
    authors: column(fields.authors.join(' ')),
    body: column(text),
  };
}

function columnOf(
  text: string,
  lang: StemmedLang | undefined,
  { known, fresh }: Vocabulary,
): string {
  let table = known.get(lang);
  if (!table || table.size > MOST_KNOWN) {
    table = createTermTable((word) => know(word, lang, fresh));
    known.set(lang, table);
  }
  const { terms, also } = table.termsIn(text.normalize('NFC'));
  // Other spellings come behind the text, so that they stand beside none of its words.
  return also === '' ? terms : `${terms}_ ${also}`;
}

/** The language to stem by, of a BCP 47 tag. */
export function stemmedLang(lang: string | undefined): StemmedLang | undefined {
  const primary = lang?.split('-')[0]?.toLowerCase();
  return primary === 'de' || primary === 'en' ? primary : undefined;
}

const COMMON: Readonly<Record<StemmedLang, RegExp>> = {
  de: /\b(?:der|die|und|das|nicht|ist|mit|ein|eine|zu|auf|für|von|den|dem|sich|auch|wird|bei)\b/gi,
  en: /\b(?:the|and|of|to|is|that|for|with|this|are|be|it|on|as|not|you|by|from)\b/gi,
};

/** German or English by the commonest words of a text's beginning; neither without a clear lead. */
export function guessLang(text: string): StemmedLang | undefined {
  const sample = text.slice(0, 2000);
  const de = sample.match(COMMON.de)?.length ?? 0;
  const en = sample.match(COMMON.en)?.length ?? 0;
  if (de > 2 * en && de >= 3) return 'de';
  return en > 2 * de && en >= 3 ? 'en' : undefined;
}
