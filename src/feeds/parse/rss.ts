// Items and channels of RSS 0.9x, 1.0 and 2.0, and of CDF, which is much the same.

import { parseDate } from './dates.ts';
import { childOf, childrenOf, fieldOf, hasMarkup, innerHtml, textOf } from './elements.ts';
import type { Content, FeedItem, Pace } from './feed.ts';
import { addressOf, isAddress } from './links.ts';
import { mediaOf } from './media.ts';
import { firstWords, lineOfHtml } from './text.ts';
import type { Element } from './xml.ts';

/** The elements that hold a whole text, the fullest first. */
const WHOLE = [
  'content:encoded',
  'xhtml:body',
  'body',
  'xhtml:div',
  'fullitem',
  'content',
] as const;
const SUMMARY = [
  'description',
  'abstract',
  'summary',
  'atom:summary',
  'itunes:summary',
  'dc:description',
  'dcterms:abstract',
  'media:description',
] as const;
const PUBLISHED = [
  'pubdate',
  'dc:date',
  'dcterms:issued',
  'dcterms:created',
  'dcterms:available',
  'atom:published',
  'date',
  'published',
  'lastmod',
] as const;
const UPDATED = ['dcterms:modified', 'atom:updated', 'updated', 'modified'] as const;
/** Signs of a summary. */
const SUMMARY_LENGTH = 400;

/** An item; `feedBase` is the feed's own address. */
export function rssItem(item: Element, feedBase: string | undefined): FeedItem {
  const guidElement = childOf(item, 'guid', 'dc:identifier');
  const guid = textOf(guidElement).trim() || item.attributes['rdf:about']?.trim() || undefined;
  const link = linkOf(item, guid, guidElement);
  const whole = contentOf(item, WHOLE, link, feedBase);
  const described = contentOf(item, SUMMARY, link, feedBase);
  const content = whole ?? described;
  const summary = whole && described ? summaryOf(described, whole) : undefined;
  return {
    ...(guid === undefined ? {} : { guid }),
    ...(link === undefined ? {} : { link }),
    title: titleOf(item),
    ...(content === undefined ? {} : { content }),
    whole: whole !== undefined,
    ...(summary ? { summary } : {}),
    authors: authorsOf(item),
    tags: tagsOf(item),
    ...langOf(item),
    ...timeOf('published', item, PUBLISHED),
    ...timeOf('updated', item, UPDATED),
    enclosures: mediaOf(item),
  };
}

export function titleOf(element: Element): string {
  for (const name of ['title', 'dc:title', 'atom:title', 'media:title'] as const) {
    for (const title of childrenOf(element, name)) {
      const line = lineOfHtml(hasMarkup(title) ? innerHtml(title) : textOf(title).trim());
      if (line !== '') return line;
    }
  }
  return '';
}

function linkOf(
  item: Element,
  guid: string | undefined,
  guidElement?: Element,
): string | undefined {
  for (const link of childrenOf(item, 'link')) {
    const { rel, href } = link.attributes;
    if (rel !== undefined && rel !== 'alternate') continue;
    const address = addressOf(textOf(link).trim() || href, link.base);
    if (address !== undefined) return address;
  }
  const atom = childrenOf(item, 'atom:link').find(
    ({ attributes }) => (attributes['rel'] ?? 'alternate') === 'alternate',
  );
  const other =
    addressOf(atom?.attributes['href'], atom?.base) ??
    addressOf(item.attributes['href'], item.base) ??
    addressOf(fieldOf(item, 'feedburner:origlink'), item.base);
  if (other !== undefined) return other;
  const isPermanent = guidElement?.attributes['ispermalink']?.toLowerCase() !== 'false';
  if (guid !== undefined && isPermanent && isAddress(guid)) return addressOf(guid, item.base);
  return guid !== undefined && guidElement?.attributes['ispermalink']?.toLowerCase() === 'true'
    ? addressOf(guid, item.base)
    : undefined;
}

/** The first of `names` that has a text, always taken for HTML. */
export function contentOf(
  item: Element,
  names: readonly string[],
  link: string | undefined,
  feedBase: string | undefined,
): Content | undefined {
  for (const name of names) {
    for (const element of childrenOf(item, name)) {
      const value = hasMarkup(element) ? innerHtml(element) : textOf(element);
      if (value.trim() === '') continue;
      return { kind: 'html', value, base: contentBase(element, link, feedBase) };
    }
  }
  const group = childOf(item, 'media:group');
  return group && contentOf(group, names, link, feedBase);
}

/** What links in a text are relative to: its xml:base, else the item's page, else the feed's address. */
export function contentBase(
  element: Element,
  link: string | undefined,
  feedBase: string | undefined,
): string | undefined {
  return element.base !== feedBase ? element.base : (link ?? feedBase);
}

/** The summary of an item as one line, where it is more than the beginning of the text. */
export function summaryOf(summary: Content, whole: Content): string | undefined {
  const line = firstWords(lineOfHtml(summary.value), SUMMARY_LENGTH);
  const begins = lineOfHtml(whole.value);
  const same = line.replace(/[\s.…[\]]+$/, '');
  return same === '' || begins.startsWith(same) ? undefined : line;
}

function authorsOf(item: Element): string[] {
  const named = childrenOf(
    item,
    'dc:creator',
    'author',
    'itunes:author',
    'atom:author',
    'dc:author',
  );
  const creators = named.filter(({ name }) => name === 'dc:creator');
  const names = (creators.length > 0 ? creators : named)
    .map((element) => personOf(fieldOf(element, 'name', 'atom:name') ?? textOf(element)))
    .filter((name) => name !== '');
  return [...new Set(names)].slice(0, 20);
}

/** A person's name from `a@b.c (Name)`, `Name <a@b.c>` or the name alone. */
export function personOf(text: string): string {
  const line = lineOfHtml(text.replace(/<(?:mailto:)?[^<>@\s]+@[^<>@\s]+>/g, ''));
  const inBrackets = /^\S+@\S+\s*\((.+)\)$/.exec(line)?.[1];
  return (inBrackets ?? line.replace(/^(?:mailto:)?\S+@\S+\s+(?=\S)/, ''))
    .replace(/\s*\(\s*\)$/, '')
    .trim();
}

function tagsOf(item: Element): string[] {
  const names = childrenOf(item, 'category', 'dc:subject', 'atom:category').map((element) =>
    lineOfHtml(
      textOf(element).trim() || (element.attributes['label'] ?? element.attributes['term'] ?? ''),
    ),
  );
  return [...new Set(names.filter((name) => name !== ''))].slice(0, 50);
}

function langOf(item: Element): { readonly lang?: string } {
  const lang = fieldOf(item, 'dc:language', 'language') ?? item.lang;
  return lang === undefined || lang === '' ? {} : { lang };
}

function timeOf<K extends string>(
  key: K,
  item: Element,
  names: readonly string[],
): { readonly [P in K]?: number } {
  for (const name of names) {
    for (const element of childrenOf(item, name)) {
      const time = parseDate(textOf(element));
      if (time !== undefined) return { [key]: time } as { readonly [P in K]?: number };
    }
  }
  return {};
}

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const PERIODS: Readonly<Record<string, number>> = {
  hourly: 60,
  daily: 1440,
  weekly: 10_080,
  monthly: 43_200,
  yearly: 525_600,
};

/** How often a channel asks to be fetched: `ttl`, `skipHours`, `skipDays`, the syndication module. */
export function paceOf(channel: Element): Pace {
  const ttl = Number(fieldOf(channel, 'ttl') ?? Number.NaN);
  const period = PERIODS[(fieldOf(channel, 'sy:updateperiod') ?? '').toLowerCase()];
  const frequency = Number(fieldOf(channel, 'sy:updatefrequency') ?? 1);
  const minutes =
    Number.isFinite(ttl) && ttl > 0
      ? ttl
      : period !== undefined && frequency > 0
        ? period / frequency
        : undefined;
  const within = (list: string, one: string): string[] =>
    childrenOf(channel, list).flatMap((element) =>
      childrenOf(element, one).map((each) => textOf(each).trim()),
    );
  const hours = within('skiphours', 'hour')
    .filter((text) => /^\d{1,2}$/.test(text))
    .map((text) => Number(text) % 24);
  const days = within('skipdays', 'day').map((text) =>
    DAYS.indexOf(text.slice(0, 3).toLowerCase()),
  );
  return {
    ...(minutes === undefined ? {} : { ttl: minutes }),
    skipHours: [...new Set(hours)],
    skipDays: [...new Set(days.filter((day) => day >= 0))],
  };
}
