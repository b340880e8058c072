// The words of `news notes`, in both languages: a table of its own, since reading never needs it.

import { noting as de } from './de/noting.ts';
import { noting as en } from './en/noting.ts';

export type NotingWords = typeof en;

export function notingWords(language: 'en' | 'de'): NotingWords {
  return language === 'de' ? de : en;
}
