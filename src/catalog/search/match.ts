// From a query's words to the expression the full-text index understands, and to a test for single words.

import type { DatabaseSync } from 'node:sqlite';
import { STEMMED, type StemmedLang, termOf } from '../terms/stemmer.ts';
import { formsOf, piecesOf, reverse, SHORTEST_COMPOUND } from '../terms/terms.ts';
import type { WordClause } from './search-query.ts';

export interface Target {
  readonly clause: WordClause;
  /** Terms of the words themselves, and beginnings of terms. */
  readonly exact: readonly Pattern[];
  /** Terms of compounds that begin or end with the word. */
  readonly compounds: readonly Pattern[];
}

/** Terms side by side; with `prefix` the last is a beginning. */
export interface Pattern {
  readonly terms: readonly string[];
  readonly prefix: boolean;
}

const LANGS: readonly (StemmedLang | undefined)[] = ['de', 'en', undefined];
/** Shortest part that makes sense to look for in compounds, and the shortest rest it may leave, in letters. */
const SHORTEST_PART = 4;
const SHORTEST_HEAD = 3;
const SHORTEST_TAIL = 4;
/** Terms that one word may stand for; more would slow a search down and say nothing. */
const MOST_TERMS = 2000;

/** All that a clause finds, in the languages there are. Compounds are looked up in the vocabulary. */
export function targetOf(db: DatabaseSync, clause: WordClause): Target {
  const pieces = clause.words.flatMap(piecesOf);
  const [only] = pieces;
  if (pieces.length > 1 || only === undefined) {
    return {
      clause,
      exact: distinct(
        LANGS.flatMap((lang) =>
          ([0, -1] as const).map((form) => phrase(pieces, lang, clause.prefix, form)),
        ),
      ),
      compounds: [],
    };
  }
  const forms = formsOf(only);
  if (clause.prefix) {
    const exact = forms.flatMap((form) => [
      { terms: [form], prefix: true },
      ...termsBeginning(db, form).map(single),
    ]);
    return { clause, exact: distinct(exact), compounds: [] };
  }
  const terms = forms.flatMap((form) => LANGS.map((lang) => termOf(form, lang)));
  const exact = distinct(existing(db, terms).map(single));
  const own = new Set(exact.map(({ terms }) => terms[0]));
  const compounds = forms.flatMap((form) => compoundTerms(db, form));
  return {
    clause,
    exact,
    compounds: distinct(
      compounds
        .filter((term) => !own.has(term))
        .sort()
        .map(single),
    ),
  };
}

/** Those terms that some article may have; each that none has would cost time with every hit. */
function existing(db: DatabaseSync, terms: readonly string[]): readonly string[] {
  const select = db.prepare('SELECT 1 FROM words WHERE term = ? LIMIT 1');
  const found = terms.filter((term) => select.get(term) !== undefined);
  return found.length > 0 ? found : terms.slice(0, 1);
}

function single(term: string): Pattern {
  return { terms: [term], prefix: false };
}

function phrase(
  pieces: readonly string[],
  lang: StemmedLang | undefined,
  prefix: boolean,
  spelling: 0 | -1,
): Pattern {
  const terms = pieces.map((piece, index) => {
    const form = formsOf(piece).at(spelling) ?? piece;
    return prefix && index === pieces.length - 1 ? form : termOf(form, lang);
  });
  return { terms, prefix };
}

function distinct(patterns: readonly Pattern[]): Pattern[] {
  return [...new Map(patterns.map((pattern) => [expression(pattern), pattern])).values()];
}

/** Terms of words that begin so, although their stems don't: `happy*` for `happi`. */
function termsBeginning(db: DatabaseSync, form: string): string[] {
  const rows = db
    .prepare(`SELECT DISTINCT term FROM words WHERE form >= ? AND form < ? || char(0x10ffff)
      AND substr(term, 1, length(?)) <> ? ORDER BY term LIMIT ${MOST_TERMS}`)
    .all(form, form, form, form) as unknown as { readonly term: string }[];
  return rows.map(({ term }) => term);
}

/** German terms that begin with a form, or end with its stem. */
function compoundTerms(db: DatabaseSync, form: string): string[] {
  const sign = STEMMED.de;
  const stem = termOf(form, 'de').slice(0, -sign.length);
  if (form.length < SHORTEST_PART || !/^[a-z]+$/.test(form)) return [];
  const beginning = db
    .prepare(`SELECT DISTINCT term FROM words WHERE form >= ? AND form < ? || char(0x10ffff)
      AND reversed IS NOT NULL AND length(term) >= ? ORDER BY term LIMIT ${MOST_TERMS}`)
    .all(form, form, Math.max(SHORTEST_COMPOUND, form.length + SHORTEST_TAIL) + sign.length);
  // In a compound, "haus" ends in what a genitive would end in, and has lost its s.
  const stems = /[aeiou]s$/.test(stem) ? [stem, stem.slice(0, -1)] : [stem];
  const select =
    db.prepare(`SELECT DISTINCT term FROM words WHERE reversed >= ? AND reversed < ? || char(0x10ffff)
    AND length(reversed) >= ? ORDER BY term LIMIT ${MOST_TERMS}`);
  const ending =
    stem.length < SHORTEST_PART
      ? []
      : stems
          .map(reverse)
          .flatMap((start) => select.all(start, start, start.length + SHORTEST_HEAD));
  return [...beginning, ...ending].map((row) => String((row as { readonly term: string }).term));
}

/** One pattern in FTS5's query language. Terms hold letters, digits and `_` alone. */
function expression({ terms, prefix }: Pattern): string {
  return `"${terms.map((term) => term.replaceAll('"', '')).join(' ')}"${prefix ? '*' : ''}`;
}

/** The expression for all clauses; undefined where no clause asks for words to be there. */
export function expressionOf(
  targets: readonly Target[],
  withCompounds: boolean,
): string | undefined {
  const group = ({ clause, exact, compounds }: Target): string => {
    const patterns = withCompounds ? [...exact, ...compounds] : exact;
    return `${clause.title ? '{title} : ' : ''}(${patterns.map(expression).join(' OR ')})`;
  };
  const wanted = targets.filter(({ clause }) => !clause.negated).map(group);
  if (wanted.length === 0) return undefined;
  const unwanted = unwantedOf(targets);
  return `(${wanted.join(' AND ')})${unwanted === undefined ? '' : ` NOT (${unwanted})`}`;
}

/** The expression for articles that have all of it in their title. */
export function titleExpressionOf(targets: readonly Target[]): string {
  const wanted = targets.filter(({ clause }) => !clause.negated);
  return `{title} : (${wanted.map(({ exact }) => `(${exact.map(expression).join(' OR ')})`).join(' AND ')})`;
}

/** The expression for what must not be there; the words themselves, not their compounds. */
export function unwantedOf(targets: readonly Target[]): string | undefined {
  const groups = targets
    .filter(({ clause }) => clause.negated)
    .map(
      ({ clause, exact }) =>
        `${clause.title ? '{title} : ' : ''}(${exact.map(expression).join(' OR ')})`,
    );
  return groups.length === 0 ? undefined : groups.join(' OR ');
}

/** Says which of the wanted targets a written word belongs to, by number; -1 for none. */
export function wordMatcher(
  targets: readonly Target[],
  lang: StemmedLang | undefined,
): (word: string) => number {
  const terms = new Map<string, number>();
  const prefixes: { readonly text: string; readonly target: number }[] = [];
  const beginnings = new Set<string>();
  targets.forEach(({ clause, exact, compounds }, target) => {
    if (clause.negated) return;
    for (const pattern of [...exact, ...compounds]) {
      pattern.terms.forEach((term, index) => {
        beginnings.add(term.slice(0, 2));
        if (pattern.prefix && index === pattern.terms.length - 1)
          prefixes.push({ text: term, target });
        else if (!terms.has(term)) terms.set(term, target);
      });
    }
  });
  const known = new Map<string, number>();
  const look = (word: string): number => {
    for (const piece of piecesOf(word)) {
      for (const form of formsOf(piece)) {
        const prefix = prefixes.find(({ text }) => form.startsWith(text));
        if (prefix) return prefix.target;
        // A stem keeps its word's first letters, which spares most words the stemmer.
        const target = beginnings.has(form.slice(0, 2)) ? terms.get(termOf(form, lang)) : undefined;
        if (target !== undefined) return target;
      }
    }
    return -1;
  };
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const target = look(word);
    known.set(word, target);
    return target;
  };
}
