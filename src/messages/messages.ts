// The interface's words, one typed table a language: a sentence missing in one does not compile.

import { de } from './de.ts';
import { en } from './en.ts';
import type { Messages } from './table.ts';

const TABLES: Readonly<Record<'en' | 'de', Messages>> = { en, de };

/** All words and sentences of `language`. */
export function messagesFor(language: 'en' | 'de'): Messages {
  return TABLES[language];
}
