// The words for feeds, in both languages: a table of its own, since reading never needs it.

import { following as de } from './de/following.ts';
import { following as en } from './en/following.ts';

export type FollowingWords = typeof en;

/** All words and sentences of `language`. */
export function followingWords(language: 'en' | 'de'): FollowingWords {
  return language === 'de' ? de : en;
}
