// Which of the interface's languages to speak.

import type { Environment } from './environment.ts';

export type Language = 'en' | 'de';
export const LANGUAGES: readonly Language[] = ['en', 'de'];

/** The interface's language: as wished, else German for a `de…` locale and English for all else. */
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
