// Which of the interface's languages to speak.

import type { Environment } from './environment.ts';

export type Language = 'en' | 'de';
export const LANGUAGES: readonly Language[] = ['en', 'de'];

/**
 * The interface's language: the one asked for, else by locale, German for `de…` and English for all
 * else. The config file can say otherwise; this is what is spoken until it is read.
 */
export function languageOf(environment: Environment, wished?: unknown): Language {
  const asked = LANGUAGES.find((language) => language === wished);
  if (asked) return asked;
  const { variables, platform } = environment;
  const locale = variables['LC_ALL'] || variables['LC_MESSAGES'] || variables['LANG'] || '';
  if (locale === '' && (platform === 'win32' || platform === 'darwin')) {
    return Intl.DateTimeFormat().resolvedOptions().locale.startsWith('de') ? 'de' : 'en';
  }
  return /^de([_.@-]|$)/i.test(locale) ? 'de' : 'en';
}
