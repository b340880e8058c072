// Which article a query means. Pure over cards; files, standard input and what to say about it are others'.

import type { Card, Resolution } from '../article/card.ts';
import { fold, foldedWords } from './fold.ts';
import { nearestIds } from './nearest.ts';

/** Cards that suit a query, in the library's order. */
type Rule = (query: string, cards: readonly Card[]) => readonly Card[];

/** First of: id or slug; `SERIES/N`, `N`; day; alias; `latest`, `first`; beginnings of words; series. */
export function resolve(query: string, cards: readonly Card[]): Resolution {
  const asked = query.trim();
  if (asked === '') return { kind: 'none', nearest: [] };
  for (const rule of RULES) {
    const found = rule(asked, cards);
    const [card] = found;
    if (card)
      return found.length === 1 ? { kind: 'found', card } : { kind: 'several', cards: found };
  }
  return { kind: 'none', nearest: nearestIds(asked, cards) };
}

const RULES: readonly Rule[] = [
  (query, cards) => cards.filter(({ id }) => id === query),
  (query, cards) => cards.filter(({ slug }) => slug === query),
  (query, cards) => {
    const folded = fold(query);
    return cards.filter(({ id, slug }) => fold(slug) === folded || fold(id) === folded);
  },
  // A day, as the names of notes have it.
  (query, cards) =>
    /^\d{4}-\d{2}-\d{2}$/.test(query) ? cards.filter(({ date }) => date === query) : [],
  byNumber,
  (query, cards) => (query === 'latest' ? latest(cards) : []),
  (query, cards) => (query === 'first' ? cards.slice(0, 1) : []),
  (query, cards) => {
    const folded = fold(query);
    return cards.filter(({ title }) => fold(title) === folded);
  },
  (query, cards) => {
    const folded = fold(query);
    return cards.filter(({ aliases }) => aliases?.some((alias) => fold(alias) === folded));
  },
  byWords,
  (query, cards) => {
    const folded = fold(query);
    return cards.filter(({ series, number }) => number === 1 && fold(series) === folded);
  },
];

function byNumber(query: string, cards: readonly Card[]): readonly Card[] {
  const match = /^(?:(.*)\/)?(\d{1,9})$/.exec(query);
  if (!match) return [];
  const number = Number(match[2]);
  const numbered = cards.filter((card) => card.number === number);
  const wanted = match[1];
  if (wanted === undefined) {
    const one = cards[0]?.series;
    return cards.every(({ series }) => series === one) ? numbered : [];
  }
  const exact = numbered.filter(({ series }) => series === wanted);
  return exact.length > 0 ? exact : numbered.filter(({ series }) => fold(series) === fold(wanted));
}

/** The newest; of several on one day, and where nothing has a date, the last in the library's order. */
function latest(cards: readonly Card[]): readonly Card[] {
  let best: Card | undefined;
  for (const card of cards) {
    if (!best || (card.date ?? '') >= (best.date ?? '')) best = card;
  }
  return best ? [best] : [];
}

function byWords(query: string, cards: readonly Card[]): readonly Card[] {
  const wanted = foldedWords(query);
  if (wanted.length === 0) return [];
  const suits = (text: string): boolean => {
    const words = foldedWords(text);
    return wanted.every((word) => words.some((candidate) => candidate.startsWith(word)));
  };
  return cards.filter(
    ({ slug, title, aliases = [] }) => suits(`${slug} ${title}`) || aliases.some(suits),
  );
}
