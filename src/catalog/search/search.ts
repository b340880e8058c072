// Ranked full-text search over one snapshot of the cache.

import type { DatabaseSync } from 'node:sqlite';
import { readArticleFile } from '../../library/article/article-file.ts';
import type { Card } from '../../library/article/card.ts';
import { splitFrontMatter } from '../../library/article/front-matter.ts';
import { plainText } from '../../library/article/markdown-text.ts';
import { fold } from '../../library/query/fold.ts';
import type { Hit, SearchFilter, SearchResult } from '../catalog.ts';
import { type Snapshot, suits } from '../store/answers.ts';
import {
  cardFrom,
  FILE,
  type FileRow,
  fieldsOf,
  selectAllSeries,
  selectFiles,
  selectSeries,
} from '../store/rows.ts';
import type { StemmedLang } from '../terms/stemmer.ts';
import { guessLang, stemmedLang } from '../terms/terms.ts';
import {
  expressionOf,
  type Target,
  targetOf,
  titleExpressionOf,
  unwantedOf,
  wordMatcher,
} from './match.ts';
import { type Clause, type FilterClause, parseSearch, type WordClause } from './search-query.ts';
import { type Snippet, snippetOf } from './snippet.ts';
import { spellingsOf } from './suggest.ts';

/** The hits of a query, best first; nothing typed is an error. */
export function answerSearch(
  snapshot: Snapshot,
  query: string,
  filter: SearchFilter,
): SearchResult {
  snapshot.names();
  const series = selectAllSeries(snapshot.db);
  snapshot.series(series);
  snapshot.allTexts();
  snapshot.places(series);
  const clauses = parseSearch(query);
  const targets = targetsOf(snapshot.db, clauses);
  const words = new Set<string>();
  const hits: Hit[] = [];
  const matcher = matchersOf(targets);
  for (const card of found(snapshot.db, clauses, targets, filter)) {
    const snippet = snippetAt(card, matcher);
    for (const word of snippet.words) words.add(word);
    hits.push({ card, snippet: snippet.pieces });
  }
  if (hits.length > 0) return { hits, words: [...words] };
  const didYouMean = suggestion(snapshot.db, query, clauses, filter);
  return { hits, words: [], ...(didYouMean === undefined ? {} : { didYouMean }) };
}

/** The folded words of an article's text that a query finds. */
export function answerWords(snapshot: Snapshot, card: Card, query: string): string[] {
  snapshot.names();
  const rows = selectFiles(snapshot.db, 'article = ?', card.id);
  snapshot.series(rows.flatMap(({ series }) => selectSeries(snapshot.db, series) ?? []));
  snapshot.texts(rows);
  const targets = targetsOf(snapshot.db, parseSearch(query));
  return [...snippetAt(card, matchersOf(targets)).words];
}

function targetsOf(db: DatabaseSync, clauses: readonly Clause[]): Target[] {
  return clauses
    .filter((clause): clause is WordClause => clause.kind === 'words')
    .map((clause) => targetOf(db, clause));
}

/** The cards that suit, best first. What a word itself finds counts again over what its compounds find. */
function found(
  db: DatabaseSync,
  clauses: readonly Clause[],
  targets: readonly Target[],
  filter: SearchFilter,
): Card[] {
  const filters = clauses.filter((clause) => clause.kind === 'filter');
  if (targets.length === 0 && filters.length === 0) return [];
  const fields = new Map(selectAllSeries(db).map((row) => [row.key, fieldsOf(row)]));
  const limit = filter.limit ?? Number.POSITIVE_INFINITY;
  const narrow =
    filters.length > 0 ||
    filter.series !== undefined ||
    filter.tag !== undefined ||
    filter.lang !== undefined;
  const cards: Card[] = [];
  for (const row of ranked(db, targets, narrow ? Number.POSITIVE_INFINITY : limit)) {
    const card = cardFrom(row, fields.get(row.series) ?? {});
    if (narrow && !(suits(card, filter) && passes(card, filters))) continue;
    if (cards.push(card) >= limit) break;
  }
  return cards;
}

const COLUMNS = FILE.replace(/\w+/g, 'files.$&');
const NEWEST = 'files.date DESC NULLS LAST, files.article';

interface RankedRow extends FileRow {
  readonly titled: number;
  readonly score: number;
}

/** The rows of all that is found, or of the first `limit`, best first. */
function ranked(db: DatabaseSync, targets: readonly Target[], limit: number): Iterable<FileRow> {
  const rows = <Row>(sql: string, ...values: readonly (string | number)[]): Iterable<Row> =>
    db.prepare(sql).iterate(...values) as Iterable<unknown> as Iterable<Row>;
  const exact = expressionOf(targets, false);
  const most = Number.isFinite(limit) ? Math.max(0, Math.floor(limit)) : -1;
  if (exact === undefined) {
    const unwanted = unwantedOf(targets);
    const others =
      unwanted === undefined ? '' : 'WHERE id NOT IN (SELECT rowid FROM texts WHERE texts MATCH ?)';
    const sql = `SELECT ${COLUMNS} FROM files ${others} ORDER BY ${NEWEST} LIMIT ?`;
    return rows(sql, ...(unwanted === undefined ? [] : [unwanted]), most);
  }
  const hasCompounds = targets.some(({ compounds }) => compounds.length > 0);
  const wide = hasCompounds ? [expressionOf(targets, true) ?? exact] : [];
  const best = (count: number): Iterable<RankedRow> =>
    rows(rankedBy(hasCompounds), titleExpressionOf(targets), exact, ...wide, count);
  if (most < 0) return best(-1);
  // Only where the last and the one behind it are equal does it take all of them to say which is newer.
  const first = [...best(most + 1)];
  const [last, next] = first.slice(most - 1);
  if (most > 0 && last && next && last.titled === next.titled && last.score === next.score) {
    return [...best(-1)].slice(0, most);
  }
  return first.slice(0, most);
}

/** An article with all of it in the title comes before others; the rest is left to the ranks. */
function rankedBy(hasCompounds: boolean): string {
  const matches = (name: string): string =>
    `${name} AS MATERIALIZED (SELECT rowid AS id, rank AS score FROM texts WHERE texts MATCH ?)`;
  const scores = hasCompounds
    ? 'SELECT id, wide.score + ifnull(narrow.score, 0) AS score FROM wide LEFT JOIN narrow USING (id)'
    : 'SELECT rowid AS id, rank AS score FROM texts WHERE texts MATCH ?';
  return `WITH titled AS MATERIALIZED (SELECT rowid AS id FROM texts WHERE texts MATCH ?)
    ${hasCompounds ? `, ${matches('narrow')}, ${matches('wide')}` : ''}
    SELECT ${COLUMNS}, titled, score FROM (
      SELECT id, id IN (SELECT id FROM titled) AS titled, score FROM (${scores})
      ORDER BY titled DESC, score LIMIT ?
    ) JOIN files USING (id) ORDER BY titled DESC, score, ${NEWEST}`;
}

/** Whether a card passes all filters; several series or languages are alternatives. */
function passes(card: Card, filters: readonly FilterClause[]): boolean {
  for (const field of ['series', 'lang'] as const) {
    const wanted = filters.filter((one) => one.field === field && !one.negated);
    if (wanted.length > 0 && !wanted.some(({ value }) => suits(card, { [field]: value })))
      return false;
  }
  return filters.every((one) => {
    if ((one.field === 'series' || one.field === 'lang') && !one.negated) return true;
    return passesOne(card, one) !== one.negated;
  });
}

function passesOne(card: Card, { field, value }: FilterClause): boolean {
  if (field === 'after') return card.date !== undefined && card.date >= value;
  if (field === 'before') return card.date !== undefined && card.date < value;
  if (field === 'tag' && value.endsWith('*')) {
    return card.tags.some((tag) => fold(tag).startsWith(fold(value.slice(0, -1))));
  }
  return suits(card, { [field]: value });
}

/** The matchers of some targets by language, each made once: it knows the words it has met. */
function matchersOf(
  targets: readonly Target[],
): (lang: StemmedLang | undefined) => (word: string) => number {
  const matchers = new Map<StemmedLang | undefined, (word: string) => number>();
  return (lang) => {
    const match = matchers.get(lang) ?? wordMatcher(targets, lang);
    matchers.set(lang, match);
    return match;
  };
}

/** The snippet of a card's article; from its summary where the text has no hit. */
function snippetAt(card: Card, matcherOf: ReturnType<typeof matchersOf>): Snippet {
  const file = readArticleFile(card.path);
  const text = file.kind === 'text' ? plainText(splitFrontMatter(file.text).body) : '';
  const lang = stemmedLang(card.lang) ?? (card.lang === undefined ? guessLang(text) : undefined);
  const match = matcherOf(lang);
  const body = snippetOf(text, match);
  const pieces =
    body.words.size === 0 && card.summary !== undefined
      ? snippetOf(card.summary, match).pieces
      : body.pieces;
  return { pieces, words: new Set([...snippetOf(card.title, match).words, ...body.words]) };
}

/** The query with the words that find nothing spelled as others that do. */
function suggestion(
  db: DatabaseSync,
  query: string,
  clauses: readonly Clause[],
  filter: SearchFilter,
): string | undefined {
  let corrected = query;
  // From the end, so that what is replaced moves nothing that is still to come.
  for (const clause of [...clauses].reverse()) {
    if (clause.kind !== 'words' || clause.negated || clause.words.length !== 1) continue;
    const [word] = clause.words;
    const finds = (spelling: string): boolean => {
      const target = targetOf(db, { ...clause, words: [spelling] });
      return found(db, [{ ...clause, words: [spelling] }], [target], { limit: 1 }).length > 0;
    };
    if (word === undefined || finds(word)) continue;
    const replaced = (spelling: string): string =>
      `${corrected.slice(0, clause.at[0])}${spelling}${corrected.slice(clause.at[1])}`;
    // A spelling that suits the other words is better than one that is nearer.
    const spellings = spellingsOf(db, word).filter(finds);
    const spelling = spellings.find((one) => findsAny(db, replaced(one), filter)) ?? spellings[0];
    if (spelling === undefined) return undefined;
    corrected = replaced(spelling);
  }
  return corrected !== query && findsAny(db, corrected, filter) ? corrected : undefined;
}

function findsAny(db: DatabaseSync, query: string, filter: SearchFilter): boolean {
  const clauses = parseSearch(query);
  return found(db, clauses, targetsOf(db, clauses), { ...filter, limit: 1 }).length > 0;
}
