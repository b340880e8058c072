// Where a link in an article leads, for `check`, prompt and screen: path, file name, id, alias,
// title; the nearest of several.

import { dirname, isAbsolute, posix, resolve } from 'node:path';
import type { Card } from '../article/card.ts';
import { decoded } from '../article/clean.ts';
import { fold } from './fold.ts';

/** What of a card answers links. */
export type Linked = Pick<Card, 'id' | 'slug' | 'series' | 'path' | 'aliases'> &
  Partial<Pick<Card, 'title'>>;

type From = Pick<Linked, 'path' | 'series'>;

/** Where an address leads: to a heading of the article it stands in, to an article, to another file. */
export type LinkTarget<Kind> =
  | { readonly kind: 'here' }
  | { readonly kind: 'article'; readonly card: Kind }
  | { readonly kind: 'file'; readonly path: string };

export interface LinkIndex<Kind extends Linked> {
  /** The article that a decoded path or name means in `from`. */
  readonly find: (from: From, name: string) => Kind | undefined;
  /** Where an address leads, as written in `from`; undefined where nowhere. */
  readonly target: (from: From, href: string) => LinkTarget<Kind> | undefined;
}

const ENDINGS = ['.md', '.markdown', '.txt'];
const ENDING = /\.(?:md|markdown|txt)$/i;

/** A path with slashes, whatever the system. */
const slashed = (path: string): string => path.replaceAll('\\', '/');

/**
 * Links among `cards`, indexed when first asked for. An absolute path is a site's (`/posts/b`), never the
 * machine's.
 *
 * @param exists whether a link may lead to the file at an absolute path
 */
export function linkIndex<Kind extends Linked>(
  cards: readonly Kind[],
  exists: (path: string) => boolean = () => false,
): LinkIndex<Kind> {
  let paths: ReadonlyMap<string, Kind> | undefined;
  const tables: (ReadonlyMap<string, readonly Kind[]> | undefined)[] = [];
  const byPath = (path: string): Kind | undefined => {
    paths ??= new Map(cards.map((card) => [slashed(card.path), card]));
    for (const ending of ['', ...ENDINGS]) {
      const card = paths.get(slashed(path) + ending);
      if (card !== undefined) return card;
    }
    return undefined;
  };
  const byName = (from: From, name: string): Kind | undefined => {
    const parts = slashed(name).replace(ENDING, '').split('/').filter(isName).map(fold);
    const whole = parts.join('/');
    const endsSo = ({ path }: Linked): boolean => {
      const folded = foldedPath(path);
      return folded.endsWith(`/${whole}`) && folded.length > whole.length + 1;
    };
    for (const [rank, namesOf] of NAMES.entries()) {
      tables[rank] ??= tableOf(cards, namesOf);
      const key = namesOf === fileName ? (parts.at(-1) ?? '') : whole;
      const named = tables[rank].get(key) ?? [];
      const found = namesOf === fileName && parts.length > 1 ? named.filter(endsSo) : named;
      if (found.length > 0) return nearest(found, from);
    }
    return cards.find(({ id }) => id === `${from.series}/${name}`);
  };
  const pathOf = (from: From, name: string): string | undefined =>
    isAbsolute(name) ? undefined : resolve(dirname(from.path), name);
  return {
    find(from, given) {
      const name = given.trim();
      if (name === '') return undefined;
      const path = pathOf(from, name);
      return (path === undefined ? undefined : byPath(path)) ?? byName(from, name);
    },
    target(from, href) {
      const name = decoded(href.replace(/[?#].*$/s, '')).trim();
      if (name === '') return { kind: 'here' };
      const path = pathOf(from, name);
      const own = path === undefined ? undefined : byPath(path);
      if (own !== undefined) return { kind: 'article', card: own };
      // A folder of that name stands behind an article of that name.
      const files = path === undefined ? [] : ENDINGS.map((ending) => path + ending);
      if (path !== undefined && /\.\w+$/.test(name)) files.unshift(path);
      const file = files.find(exists);
      if (file !== undefined) return { kind: 'file', path: file };
      const card = byName(from, name);
      if (card !== undefined) return { kind: 'article', card };
      return path !== undefined && exists(path) ? { kind: 'file', path } : undefined;
    },
  };
}

const fileName = ({ path }: Linked): readonly string[] => [
  fold(posix.basename(slashed(path)).replace(ENDING, '')),
];

/** What an article is called, the firmest name first. */
const NAMES: readonly ((card: Linked) => readonly string[])[] = [
  fileName,
  ({ id }) => [fold(id)],
  ({ slug }) => [fold(slug)],
  ({ aliases = [] }) => aliases.map((alias) => fold(alias.replace(/^\/+|\/+$/g, ''))),
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

function nearest<Kind extends Linked>(cards: readonly Kind[], from: From): Kind {
  const own = slashed(from.path).split('/').slice(0, -1);
  const steps = ({ path }: Kind): number => {
    const other = slashed(path).split('/').slice(0, -1);
    let same = 0;
    while (same < own.length && own[same] === other[same]) same++;
    return own.length + other.length - 2 * same;
  };
  return cards.reduce((best, card) => (steps(card) < steps(best) ? card : best));
}

export function backlinksOf<Kind extends Card>(
  card: Pick<Card, 'id'>,
  cards: readonly Kind[],
  find: LinkIndex<Kind>['find'],
): readonly Kind[] {
  return cards.filter(
    (other) =>
      other.id !== card.id && other.links?.some((link) => find(other, link)?.id === card.id),
  );
}
