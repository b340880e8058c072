// The name of a language as BCP 47 has it.

/** The canonical form of a language tag; POSIX names (`de_DE`) are understood. Undefined for what is none. */
export function canonicalLanguage(lang: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(lang.trim().replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}
