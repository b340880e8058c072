// The stems of words, by language: Snowball's German and English (Porter 2001). The only file that imports
// the stemmers.

import { stemmer as german } from '@orama/stemmers/german';
import { stem as english } from 'porter2';

/** Languages with a stemmer, and the sign that ends their stems, so that `new` and `News` stay apart. */
export const STEMMED = { de: '_d', en: '_e' } as const;

export type StemmedLang = keyof typeof STEMMED;

/** The term of a form (lower case, no diacritics): stem and language's sign, or the word itself. */
export function termOf(form: string, lang: StemmedLang | undefined): string {
  if (lang === undefined || form.length > 60 || !/^[a-z]+$/.test(form)) return form;
  const term = lang === 'de' ? germanStem(form, german(form)) : english(form);
  return (term === '' ? form : term) + STEMMED[lang];
}

/** Snowball's German stem, but no more than half of a word goes ("Sicherheit"), and an s behind a vowel does ("Abbaus"). */
function germanStem(form: string, stem: string): string {
  if (stem.length * 2 < form.length) return form.replace(/(?:e[nrs]|[ens])$/, '');
  return stem.length > 4 && /[aeiouy]s$/.test(stem) ? stem.slice(0, -1) : stem;
}
