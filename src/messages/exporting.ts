// The words for what goes out, in both languages: a table of its own, since reading never needs it.

import { exporting as de } from './de/exporting.ts';
import { exporting as en } from './en/exporting.ts';

export type ExportingWords = typeof en;

/** All words and sentences of `language`. */
export function exportingWords(language: 'en' | 'de'): ExportingWords {
  return language === 'de' ? de : en;
}
