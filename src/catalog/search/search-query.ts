// A search query, taken apart. Nothing is an error: what is no syntax is words.

import { wordsIn } from '../terms/terms.ts';

/** Fields that narrow a search without being searched. */
export type FilterField = 'tag' | 'series' | 'lang' | 'after' | 'before';

export interface WordClause {
  readonly kind: 'words';
  /** One word, or several that stand side by side. */
  readonly words: readonly string[];
  /** The last word is only the beginning of one. */
  readonly prefix: boolean;
  readonly title: boolean;
  readonly negated: boolean;
  /** Where the words stand in the query, for a suggestion in their place: start and end. */
  readonly at: readonly [number, number];
}

export interface FilterClause {
  readonly kind: 'filter';
  readonly field: FilterField;
  readonly value: string;
  readonly negated: boolean;
}

export type Clause = WordClause | FilterClause;

/** Clauses beyond this are left out: a pasted page is no query. */
const MOST_CLAUSES = 40;

const TOKEN = /(-)?(?:(title|tag|series|lang|after|before):)?(?:"([^"]*)(?:"|$)|(\S+))/giy;
const DAY = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

/** The clauses of a query; all must hold. Words, `"a phrase"`, `-without`, `prefix*`, `field:value`. */
export function parseSearch(query: string): Clause[] {
  const clauses: Clause[] = [];
  let at = 0;
  while (at < query.length && clauses.length < MOST_CLAUSES) {
    if (/\s/.test(query[at] ?? '')) {
      at++;
      continue;
    }
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(query);
    if (!match) break;
    const clause = clauseOf(match, at);
    if (clause) clauses.push(clause);
    at = TOKEN.lastIndex;
  }
  return clauses;
}

function clauseOf(match: RegExpExecArray, at: number): Clause | undefined {
  const [whole, minus, name, quoted, bare] = match;
  const negated = minus !== undefined;
  const value = quoted ?? bare ?? '';
  const field = name?.toLowerCase();
  if (field !== undefined && field !== 'title' && isFilter(field, value)) {
    return { kind: 'filter', field: field as FilterField, value, negated };
  }
  const start = at + whole.length - (quoted === undefined ? value.length : value.length + 1);
  // A field that makes no sense, and a query's own `after:`, are words.
  const text = field === undefined || field === 'title' ? value : `${field} ${value}`;
  const words = wordsIn(text.normalize('NFC'));
  if (words.length === 0) return undefined;
  const prefix = quoted === undefined && /[\p{L}\p{N}\p{M}]\*$/u.test(value);
  return {
    kind: 'words',
    words,
    prefix,
    title: field === 'title',
    negated,
    at: [start, at + whole.length],
  };
}

function isFilter(field: string, value: string): boolean {
  return field === 'after' || field === 'before' ? DAY.test(value) : value.trim() !== '';
}
