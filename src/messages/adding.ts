// The words for what comes in, in both languages: a table of its own, since reading never needs it.

import { adding as de } from './de/adding.ts';
import { adding as en } from './en/adding.ts';

export type AddingWords = typeof en;

/** All words and sentences of `language`. */
export function addingWords(language: 'en' | 'de'): AddingWords {
  return language === 'de' ? de : en;
}
