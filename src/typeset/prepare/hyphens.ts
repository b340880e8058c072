// Marks where the words of a language may be hyphenated, by soft hyphens. It changes nothing else.

import { germanException } from './hyphen-exceptions.ts';
import { LANGUAGES } from './hyphen-languages.ts';
import { packPatterns, partingPoints } from './hyphen-patterns.ts';

/** Letters a word must have, and keep before and after a hyphen, so that both parts can be read. */
const MINIMUM = { word: 6, before: 2, after: 3 };
/** Letters between a hyphen that is there and one that is added: „KI-op-timiert“ reads badly. */
const APART = 5;
/** Words remembered; a long article has some thousands. */
const REMEMBERED = 100_000;
const SOFT_HYPHEN = '\u00ad';

/** Addresses, paths, code words, words with figures: they are spelled, not read. */
const SPELLED = /[\d/\\_@#=<>{}[\]|~^*+$%&§\u00ad]|[^.\s]\.[^.\s)“”"»]|::|^-/;

const loaded = new Map<string, Promise<(text: string) => string>>();

/**
 * Adds U+00AD where `lang` (BCP 47) allows a hyphen; undefined without patterns for it. Never in words with
 * capitals inside, figures or hyphens of their own, nor in addresses.
 */
export async function loadHyphens(lang: string): Promise<((text: string) => string) | undefined> {
  const key = languageOf(lang);
  if (key === undefined) return undefined;
  let hyphens = loaded.get(key);
  if (hyphens === undefined) {
    hyphens = load(key);
    loaded.set(key, hyphens);
  }
  return hyphens;
}

/** The key in `LANGUAGES` for a tag: the longest beginning of it that has patterns. */
function languageOf(lang: string): string | undefined {
  const parts = lang.toLowerCase().split(/[-_]/);
  for (let count = parts.length; count > 0; count--) {
    const key = parts.slice(0, count).join('-');
    if (Object.hasOwn(LANGUAGES, key)) return key;
  }
  return undefined;
}

async function load(key: string): Promise<(text: string) => string> {
  const patterns = packPatterns((await LANGUAGES[key]!()).default);
  const language = key.split('-')[0]!;
  const known = new Map<string, string>();

  const byPatterns = (word: string): string => {
    if (word.length < MINIMUM.word) return word;
    const points = partingPoints(word, patterns);
    return [0, ...points].map((from, index) => word.slice(from, points[index])).join(SOFT_HYPHEN);
  };
  const hyphenated = (word: string): string =>
    (language === 'de' ? germanException(word, byPatterns) : undefined) ?? byPatterns(word);
  const spelt = (token: string): string => {
    const found = known.get(token);
    if (found !== undefined) return found;
    if (known.size >= REMEMBERED) known.clear();
    const result = SPELLED.test(token) ? token : hyphenateToken(token, hyphenated);
    known.set(token, result);
    return result;
  };
  const token = new RegExp(`\\S{${MINIMUM.word},}`, 'g');
  return (text) => text.replace(token, spelt);
}

function hyphenateToken(token: string, hyphenated: (word: string) => string): string {
  return token.replace(/[\p{L}\p{M}]+/gu, (word, at: number) => {
    if (word.length < MINIMUM.word || isInitialism(word)) return word;
    const previous = token.charAt(at - 1);
    const next = token.charAt(at + word.length);
    // A contraction („couldn’t“) is not hyphenated, but what follows an elision („l’heure“) is.
    if (/['’]/.test(next)) return word;
    const before = /[-‐]/.test(previous) ? Math.max(MINIMUM.before, APART) : MINIMUM.before;
    const after = /[-‐]/.test(next) ? Math.max(MINIMUM.after, APART) : MINIMUM.after;
    return keepApart(hyphenated(word), word.length, before, after);
  });
}

/** „KI“, „OpenAI“, „GmbH“: a capital after the first letter. */
function isInitialism(word: string): boolean {
  return /^.+\p{Lu}/u.test(word);
}

/** Drops the soft hyphens nearer than `before` and `after` letters to the ends of the word. */
function keepApart(hyphenated: string, length: number, before: number, after: number): string {
  let at = 0;
  let result = '';
  for (const part of hyphenated.split(SOFT_HYPHEN)) {
    if (at >= before && at <= length - after && at > 0) result += SOFT_HYPHEN;
    result += part;
    at += part.length;
  }
  return result;
}
