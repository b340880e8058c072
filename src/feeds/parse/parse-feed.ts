// A feed from its bytes, of whatever kind it is. What is broken is read as far as it goes, and said.

import { atomEntry, atomTitle, linkOf, peopleOf, textValue } from './atom.ts';
import { decodeFeed } from './bytes.ts';
import { childOf, childrenOf, fieldOf, hasMarkup, innerHtml, textOf } from './elements.ts';
import { type Feed, type FeedFault, type FeedItem, NO_PACE } from './feed.ts';
import { parseJsonFeed } from './json.ts';
import { addressOf } from './links.ts';
import { paceOf, rssItem, titleOf } from './rss.ts';
import { firstWords, lineOfHtml } from './text.ts';
import { type Element, readXml } from './xml.ts';

/** Items beyond which a feed is read no further. */
const MOST_ITEMS = 10_000;
/** Bytes into a text within which a feed begins; what stands before is a warning of somebody's program. */
const HEAD = 20_000;
const ROOT = /<(?:[\w-]+:)?(?:rss|feed|rdf|channel|entry)[\s>]/i;

export type ParsedFeed =
  | { readonly kind: 'feed'; readonly feed: Feed }
  /** An HTML page; `text` is decoded. */
  | { readonly kind: 'page'; readonly text: string }
  | { readonly kind: 'other' };

/**
 * Reads a feed from `base` (final URL or Content-Location), `charset` of its header. Linear; never throws.
 */
export function parseFeed(bytes: Uint8Array, base?: string, charset?: string): ParsedFeed {
  const { text, faults } = decodeFeed(bytes, charset);
  if (/^[\s\ufeff]*[{[]/.test(text.slice(0, 1000))) {
    const feed = parseJsonFeed(text, base, MOST_ITEMS);
    if (feed) return { kind: 'feed', feed: { ...feed, faults: [...faults, ...feed.faults] } };
  }
  const head = text.slice(0, HEAD);
  const start = head.search(ROOT);
  const page = head.search(/<(?:html|!doctype\s+html|head|body)[\s>]/i);
  if (start >= 0 && (page < 0 || start < page)) {
    const feed = parseXmlFeed(text.slice(start), base, faults);
    if (feed) return { kind: 'feed', feed };
  }
  return page >= 0 ? { kind: 'page', text } : { kind: 'other' };
}

function parseXmlFeed(
  text: string,
  base: string | undefined,
  before: readonly FeedFault[],
): Feed | undefined {
  const items: FeedItem[] = [];
  const { root, faults } = readXml(text, base, (element, outermost) => {
    const isAtom = outermost.name === 'feed' || element.name === 'entry';
    items.push(isAtom ? atomEntry(element, base) : rssItem(element, base));
    return items.length < MOST_ITEMS;
  });
  if (!root) return undefined;
  const all = [...before, ...faults];
  switch (root.name) {
    case 'feed':
      return atomFeed(root, base, items, all);
    case 'entry': {
      const item = atomEntry(root, base);
      return { format: 'atom', title: item.title, pace: NO_PACE, items: [item], faults: all };
    }
    case 'rss':
    case 'rdf':
    case 'rdf:rdf':
    case 'channel': {
      const channel = root.name === 'channel' ? root : (childOf(root, 'channel') ?? root);
      const format = root.name === 'rss' ? 'rss' : root.name === 'channel' ? 'cdf' : 'rdf';
      return channelFeed(channel, format, items, all);
    }
    default:
      return undefined;
  }
}

function atomFeed(
  root: Element,
  base: string | undefined,
  items: readonly FeedItem[],
  faults: readonly FeedFault[],
): Feed {
  // RFC 4287, 4.2.1: the feed's authors are those of entries that name none.
  const people = peopleOf(root);
  const subtitle = childOf(root, 'subtitle', 'tagline');
  const described = subtitle && textValue(subtitle);
  const link = linkOf(root);
  return {
    format: 'atom',
    title: atomTitle(root),
    ...(described ? summaryField(described.value) : {}),
    ...(link === undefined || link === base ? {} : { link }),
    ...(root.lang ? { lang: root.lang } : {}),
    pace: paceOf(root),
    items: items.map((item) => (item.authors.length === 0 ? { ...item, authors: people } : item)),
    faults,
  };
}

function channelFeed(
  channel: Element,
  format: Feed['format'],
  items: readonly FeedItem[],
  faults: readonly FeedFault[],
): Feed {
  const description = childOf(channel, 'description', 'itunes:summary', 'abstract');
  const link = childrenOf(channel, 'link')
    .map((element) => addressOf(textOf(element) || element.attributes['href'], element.base))
    .find((address) => address !== undefined);
  const lang = fieldOf(channel, 'language', 'dc:language') ?? channel.lang;
  return {
    format,
    title: titleOf(channel),
    ...(description
      ? summaryField(hasMarkup(description) ? innerHtml(description) : textOf(description))
      : {}),
    ...(link === undefined ? {} : { link }),
    ...(lang ? { lang } : {}),
    pace: paceOf(channel),
    items,
    faults,
  };
}

function summaryField(html: string): { readonly summary?: string } {
  const line = firstWords(lineOfHtml(html), 300);
  return line === '' ? {} : { summary: line };
}
