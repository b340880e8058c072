// An item as a server gives it, as any feed's.

import type { FeedItem } from '../parse/feed.ts';
import { addressOf } from '../parse/links.ts';
import { lineOfText } from '../parse/text.ts';
import { longId } from './item-ids.ts';

/** An item, whose it is, and when the server last changed anything of it (milliseconds), where it says so. */
export interface ServedItem {
  readonly id: string;
  /** The subscription it is of: `feed/42`. */
  readonly stream: string;
  readonly item: FeedItem;
  readonly changed?: number;
}

type Values = Readonly<Record<string, unknown>>;

/** Reads one; undefined where it is none. */
export function readItem(value: unknown): ServedItem | undefined {
  const fields = valuesOf(value);
  const id = longId(fields['id']);
  const stream = valuesOf(fields['origin'])['streamId'];
  if (id === undefined || typeof stream !== 'string') return undefined;
  const link = hrefOf(fields['canonical']) ?? hrefOf(fields['alternate']);
  const html = textOf(
    valuesOf(fields['content'])['content'] ?? valuesOf(fields['summary'])['content'],
  );
  const author = lineOfText(textOf(fields['author']));
  const published = timeOf(fields['published']);
  const changed = timeOf(fields['updated']);
  const item: FeedItem = {
    guid: id,
    ...(link === undefined ? {} : { link }),
    title: lineOfText(textOf(fields['title'])),
    ...(html === '' ? {} : { content: { kind: 'html', value: html, base: link } }),
    whole: true,
    authors: author === '' ? [] : [author],
    tags: tagsOf(fields['categories']),
    ...(published === undefined ? {} : { published }),
    enclosures: listOf(fields['enclosure']).flatMap((one) => enclosureOf(valuesOf(one)) ?? []),
  };
  return { id, stream, item, ...(changed === undefined ? {} : { changed }) };
}

const valuesOf = (value: unknown): Values =>
  typeof value === 'object' && value !== null ? (value as Values) : {};
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function hrefOf(list: unknown): string | undefined {
  return addressOf(textOf(valuesOf(listOf(list)[0])['href']), undefined);
}

/** Of seconds since 1970. */
function timeOf(value: unknown): number | undefined {
  return typeof value === 'number' && value > 0 && value < 253_402_300_800
    ? Math.round(value * 1000)
    : undefined;
}

/** The item's own; states and the folders of its feed are the server's. */
function tagsOf(categories: unknown): string[] {
  const tags = listOf(categories)
    .filter((one) => typeof one === 'string')
    .filter((one) => !one.startsWith('user/'));
  return [...new Set(tags.slice(0, 50).map((one) => lineOfText(one).slice(0, 100)))].filter(
    Boolean,
  );
}

function enclosureOf({
  href,
  url,
  type,
  length,
}: Values): FeedItem['enclosures'][number] | undefined {
  const address = addressOf(textOf(href ?? url), undefined);
  if (address === undefined) return undefined;
  return {
    url: address,
    ...(textOf(type) === '' ? {} : { type: lineOfText(textOf(type)).slice(0, 100) }),
    ...(typeof length === 'number' && length > 0 ? { length } : {}),
  };
}
