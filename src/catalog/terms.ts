// The terms of an article, as the full-text index takes them. Which words count as the same is decided
// here and in the stemmer, for articles and queries alike.

import type { Article } from '../library/article.ts';
import { stripMarks } from '../library/fold.ts';
import { STEMMED, type StemmedLang, termOf } from './stemmer.ts';

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
/** Letters of one word that are looked at. */
const LONGEST_WORD = 200;

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const EACH_CJK =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;

/** Terms of a written word, each with a blank behind it. */
interface Known {
  /** One term, or several where the language is written without blanks. */
  readonly terms: string;
  /** The terms of the word as it would be spelled with an umlaut: `ueber` also stands for `uber`. */
  readonly also: string;
}

/** The words met so far, so that each is stemmed once; one for each round of indexing. */
export interface Vocabulary {
  readonly known: Map<StemmedLang | undefined, Map<string, Known>>;
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

function know(word: string, lang: StemmedLang | undefined, rows: WordRow[]): Known {
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

/** A term backwards, without its language's sign. */
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
  let met = known.get(lang);
  if (!met || met.size > MOST_KNOWN) {
    met = new Map();
    known.set(lang, met);
  }
  // Joined in one go: a text grown word by word takes more memory than the article.
  const column = wordsIn(text.normalize('NFC'));
  let others = '';
  for (let at = 0; at < column.length; at++) {
    const word = column[at] as string;
    let one = met.get(word);
    if (one === undefined) {
      const own = apart(word);
      one = know(own.slice(0, LONGEST_WORD), lang, fresh);
      met.set(own, one);
    }
    column[at] = one.terms;
    if (one.also !== '') others += one.also;
  }
  // Other spellings come behind the text, so that they stand beside none of its words.
  if (others !== '') column.push('_ ', others);
  return column.join('');
}

/** A word that does not hold on to the whole text which it was cut out of. */
function apart(word: string): string {
  return ` ${word}`.slice(1);
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
  const sample = text.slice(0, 4000);
  const de = sample.match(COMMON.de)?.length ?? 0;
  const en = sample.match(COMMON.en)?.length ?? 0;
  if (de > 2 * en && de >= 3) return 'de';
  return en > 2 * de && en >= 3 ? 'en' : undefined;
}
