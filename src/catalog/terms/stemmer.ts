// The stems of words, by language: Snowball's German and English (Porter 2001). The only file that imports
// the stemmers.

import { stemmer as german } from '@orama/stemmers/german';
import { stem as english } from 'porter2';

/** Languages with a stemmer, and the sign that ends their stems, so that `new` and `News` stay apart. */
export const STEMMED = { de: '_d', en: '_e' } as const;

export type StemmedLang = keyof typeof STEMMED;

/**
 * The term a word is found by: its stem with its language's sign, or the word itself in other languages
 * and for numbers. `form` is lower case without diacritics.
 */
export function termOf(form: string, lang: StemmedLang | undefined): string {
  if (lang === undefined || form.length > 60 || !/^[a-z]+$/.test(form)) return form;
  const term = lang === 'de' ? germanStem(form, german(form)) : english(form);
  return (term === '' ? form : term) + STEMMED[lang];
}

/**
 * Snowball's German stem with two corrections. It takes more than half of some words, so that "Sicherheit"
 * would be "sich": those only lose their inflection. And it keeps an s behind a vowel, so that "Abbaus" would not be "Abbau".
 */
function germanStem(form: string, stem: string): string {
  if (stem.length * 2 < form.length) return form.replace(/(?:e[nrs]|[ens])$/, '');
  return stem.length > 4 && /[aeiouy]s$/.test(stem) ? stem.slice(0, -1) : stem;
}
