// Which article of the guide a topic means. The guide is a series like any other, once a language.

import { sep } from 'node:path';
import type { Card } from '../article/card.ts';
import { resolve } from './query.ts';

/** Keys of the guide's series: `guide` in English, and one for each further language. */
const KEYS = /^(?:guide|handbuch)(?:$|[-/])/;

export function isGuide(series: string): boolean {
  return KEYS.test(series);
}

/** Rank in its root: before others in English, behind them in German, last in another language. */
export function guideRank(series: string, language?: string): number {
  if (!isGuide(series)) return 1;
  const own = series.startsWith('handbuch') ? 'de' : 'en';
  if (language !== undefined && own !== language) return 3;
  return language === 'en' ? 0 : 2;
}

/** The guide's cards below `bundled` (a reader's series may have any name), those in `language` first. */
function guideCards(cards: readonly Card[], bundled: string, language: string): readonly Card[] {
  const guide = cards.filter(
    ({ series, path }) => isGuide(series) && path.startsWith(bundled + sep),
  );
  const spoken = ({ lang }: Card): boolean => lang?.split('-')[0] === language;
  return [...guide.filter(spoken), ...guide.filter((card) => !spoken(card))];
}

/** The articles of the guide, in `language` where it has them. */
export function guideTopics(
  cards: readonly Card[],
  bundled: string,
  language: string,
): readonly Card[] {
  const guide = guideCards(cards, bundled, language);
  return guide.filter(({ series }) => series === guide[0]?.series);
}

/** The article that `topic` names; in another language, that of the same number in the series. */
export function guideArticle(
  topic: string,
  cards: readonly Card[],
  bundled: string,
  language: string,
): Card | undefined {
  const guide = guideCards(cards, bundled, language);
  const found = resolve(topic, guide);
  if (found.kind === 'none') return undefined;
  const card = found.kind === 'found' ? found.card : found.cards[0];
  if (!card || card.lang?.split('-')[0] === language) return card;
  const own = guide.filter(({ series }) => series === guide[0]?.series);
  return own.find(({ number }) => number === card.number) ?? card;
}
