// Which article a link in another one leads to: by its path, its file's name, an alias, its id, its title;
// of several the nearest. Pure over cards.

import { posix } from 'node:path';
import type { Card } from '../article/card.ts';
import { fold } from './fold.ts';

/** What of a card answers links. */
export type Linked = Pick<Card, 'id' | 'slug' | 'series' | 'path' | 'aliases'> &
  Partial<Pick<Card, 'title'>>;

/** The article that `name`, an address or the name of a note, means in the article `from`. */
export type LinkFinder<Kind extends Linked> = (
  from: Pick<Linked, 'path' | 'series'>,
  name: string,
) => Kind | undefined;

const ENDING = /\.(?:md|markdown|txt)$/i;

/** A path with slashes, whatever the system. */
export const slashed = (path: string): string => path.replaceAll('\\', '/');

/** Finds articles among `cards`; what it needs to know of them is looked up when first asked for. */
export function linkFinder<Kind extends Linked>(cards: readonly Kind[]): LinkFinder<Kind> {
  let paths: ReadonlyMap<string, Kind> | undefined;
  const tables: (ReadonlyMap<string, readonly Kind[]> | undefined)[] = [];
  const named = (rank: number, key: string): readonly Kind[] => {
    const names = NAMES[rank];
    tables[rank] ??= tableOf(cards, names ?? (() => []));
    return tables[rank]?.get(key) ?? [];
  };
  return (from, name) => {
    const bare = name
      .replace(/[?#].*$/s, '')
      .replace(/^file:\/\//, '')
      .trim();
    if (bare === '') return undefined;
    paths ??= new Map(cards.map((card) => [slashed(card.path), card]));
    const path = posix.resolve(posix.dirname(slashed(from.path)), slashed(bare));
    for (const ending of ['', '.md', '.markdown', '.txt']) {
      const card = paths.get(path + ending);
      if (card !== undefined) return card;
    }
    const parts = slashed(bare).replace(ENDING, '').split('/').filter(isName);
    const last = fold(parts.at(-1) ?? '');
    const end = `/${parts.map(fold).join('/')}`;
    for (let rank = 0; rank < NAMES.length; rank++) {
      const found = rank === 0 ? named(rank, last) : named(rank, end.slice(1));
      const fit =
        rank === 0 && parts.length > 1
          ? found.filter((card) => foldedPath(card.path).endsWith(end))
          : found;
      const [first, ...others] = fit;
      if (first !== undefined) return others.length === 0 ? first : nearest(fit, from);
    }
    return cards.find(({ id }) => id === `${from.series}/${bare}`);
  };
}

/** What an article is called, the firmest name first. */
const NAMES: readonly ((card: Linked) => readonly string[])[] = [
  ({ path }) => [fold(posix.basename(slashed(path)).replace(ENDING, ''))],
  ({ aliases = [] }) => aliases.map((alias) => fold(alias.replace(/^\/+|\/+$/g, ''))),
  ({ id }) => [fold(id)],
  ({ slug }) => [fold(slug)],
  ({ title = '' }) => [fold(title)],
];

function tableOf<Kind extends Linked>(
  cards: readonly Kind[],
  names: (card: Linked) => readonly string[],
): ReadonlyMap<string, readonly Kind[]> {
  const table = new Map<string, Kind[]>();
  for (const card of cards) {
    for (const name of names(card)) {
      const list = table.get(name);
      if (list === undefined) table.set(name, [card]);
      else list.push(card);
    }
  }
  return table;
}

const isName = (part: string): boolean => part !== '' && part !== '.' && part !== '..';
const foldedPath = (path: string): string =>
  slashed(path).replace(ENDING, '').split('/').map(fold).join('/');

/** The card whose folder is the fewest steps away. */
function nearest<Kind extends Linked>(
  cards: readonly Kind[],
  from: Pick<Linked, 'path'>,
): Kind | undefined {
  const own = slashed(from.path).split('/').slice(0, -1);
  const steps = ({ path }: Kind): number => {
    const other = slashed(path).split('/').slice(0, -1);
    let same = 0;
    while (same < own.length && own[same] === other[same]) same++;
    return own.length + other.length - 2 * same;
  };
  return cards.reduce((best, card) => (steps(card) < steps(best) ? card : best));
}

/** The articles that link to `card`, in their order. */
export function backlinksOf<Kind extends Card>(
  card: Pick<Card, 'id'>,
  cards: readonly Kind[],
  find: LinkFinder<Kind>,
): readonly Kind[] {
  return cards.filter(
    (other) =>
      other.id !== card.id && other.links?.some((link) => find(other, link)?.id === card.id),
  );
}
