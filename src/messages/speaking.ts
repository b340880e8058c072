// The words for what is read aloud, in both languages: a table of its own, since reading never needs it.

import { speaking as de } from './de/speaking.ts';
import { speaking as en } from './en/speaking.ts';

export type SpeakingWords = typeof en;

/** What `news speak` says to the reader, in the interface's language. */
export function speakingWords(language: 'en' | 'de'): SpeakingWords {
  return language === 'de' ? de : en;
}

/** What is said besides an article's own words, in the article's language (BCP 47). */
export function spokenWords(lang: string): SpeakingWords['spoken'] {
  return (/^de\b/i.test(lang) ? de : en).spoken;
}
