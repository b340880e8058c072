// Which item is which: guid, else link, else what it says. Feeds change all three, and share guids.

import type { FeedItem } from '../parse/feed.ts';
import { digestOf } from './digest.ts';
import { shownTitle } from './shown-title.ts';

/** What an item can be known by. */
export interface Identity {
  /** Without scheme where it is an address. */
  readonly guid?: string;
  /** Without scheme, `www.`, fragment, tracking fields and last slash. */
  readonly link?: string;
  /** Digest of title and text; unknown where only the file is left to tell. */
  readonly text?: string;
  /** Digest of the title it is shown by. */
  readonly title: string;
}

export function identityOf(item: FeedItem): Identity {
  const link = item.link === undefined ? undefined : plainAddress(item.link);
  return {
    ...(item.guid === undefined ? {} : { guid: plainGuid(item.guid) }),
    ...(link === undefined ? {} : { link }),
    text: digestOf(`${item.title}\n${item.content?.value ?? item.enclosures[0]?.url ?? ''}`),
    title: digestOf(shownTitle(item)),
  };
}

/** A guid for comparing: addresses without what changes when a site moves to https. */
export function plainGuid(guid: string): string {
  const trimmed = guid.trim().slice(0, 1000);
  return trimmed.replace(/^https?:\/\/(?:www\.)?/i, '//');
}

/** An address for comparing. */
export function plainAddress(address: string): string {
  const url = URL.parse(address);
  if (!url) return address;
  for (const name of [...url.searchParams.keys()]) {
    if (/^(?:utm_\w+|fbclid|gclid|at_\w+|xtor|wt_mc|mc_[ce]id)$/i.test(name))
      url.searchParams.delete(name);
  }
  const path = url.pathname.replace(/\/+$/, '');
  return `//${url.host.replace(/^www\./, '')}${path}${url.search}`;
}

/** Two lists put together: for each of `items` the one of `known` that it is, each known one once. */
export function matchItems<K extends Identity>(
  items: readonly Identity[],
  known: readonly K[],
): readonly (K | undefined)[] {
  const found = new Array<K | undefined>(items.length).fill(undefined);
  const taken = new Set<K>();
  const pass = (
    keyOf: (identity: Identity) => string | undefined,
    isSame: (item: Identity, one: K) => boolean = () => true,
  ): void => {
    const counts = countBy(items.map(keyOf));
    const byKey = new Map<string, K | undefined>();
    for (const one of known) {
      const key = keyOf(one);
      if (key === undefined || taken.has(one)) continue;
      byKey.set(key, byKey.has(key) ? undefined : one);
    }
    items.forEach((item, index) => {
      const key = keyOf(item);
      if (found[index] || key === undefined || counts.get(key) !== 1) return;
      const one = byKey.get(key);
      if (!one || taken.has(one) || !isSame(item, one)) return;
      found[index] = one;
      taken.add(one);
    });
  };
  const both = ({ guid, link }: Identity): string | undefined =>
    guid !== undefined && link !== undefined ? `${guid}\n${link}` : undefined;
  pass(both);
  pass(({ guid }) => guid);
  pass(({ guid, text }) =>
    guid === undefined || text === undefined ? undefined : `${guid}\n${text}`,
  );
  pass(({ link }) => link);
  pass(({ text }) => text);
  pass(({ guid, link, title }) => (guid === undefined && link === undefined ? title : undefined));
  return found;
}

/** An item, and what it can be known by. */
export interface IdentifiedItem {
  readonly item: FeedItem;
  readonly identity: Identity;
}

/** The items of one feed without those that are there twice, word for word. */
export function distinctItems(items: readonly FeedItem[]): IdentifiedItem[] {
  const seen = new Set<string>();
  return items.flatMap((item) => {
    const identity = identityOf(item);
    const { guid, link, text } = identity;
    const key = `${guid ?? ''}\n${link ?? ''}\n${text}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ item, identity }];
  });
}

function countBy(keys: readonly (string | undefined)[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
