// The stems of words, by language (Snowball, Porter 2001). The only file that imports the stemmers.

import { newStemmer } from 'snowball-stemmers';

/** Languages with a stemmer, and the sign that ends their stems, so that `new` and `News` stay apart. */
export const STEMMED = { de: '_d', en: '_e' } as const;

export type StemmedLang = keyof typeof STEMMED;

const stemmers = { de: newStemmer('german'), en: newStemmer('english') };

/**
 * The term a word is found by: its stem with its language's sign, or the word itself in other languages
 * and for numbers. `form` is lower case without diacritics.
 */
export function termOf(form: string, lang: StemmedLang | undefined): string {
  if (lang === undefined || form.length > 60 || !/^[a-z]+$/.test(form)) return form;
  const stem = stemmers[lang].stem(form);
  return (stem === '' ? form : stem) + STEMMED[lang];
}
