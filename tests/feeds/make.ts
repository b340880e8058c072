// Feeds and items to test with.

import type { FeedItem } from '../../src/feeds/parse/feed.ts';
import { parseFeed } from '../../src/feeds/parse/parse-feed.ts';

/** The items of some RSS `<item>` contents. */
export function itemsOf(...contents: readonly string[]): readonly FeedItem[] {
  const parsed = parseFeed(Buffer.from(rssOf(contents)), 'https://example.org/feed');
  return parsed.kind === 'feed' ? parsed.feed.items : [];
}

/** An RSS feed of some `<item>` contents. */
export function rssOf(contents: readonly string[], channel = '<title>Example</title>'): string {
  return `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>${channel}${contents.map((one) => `<item>${one}</item>`).join('')}</channel></rss>`;
}

/** The content of an item with these fields. */
export function itemXml(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .map(
      ([name, value]) => `<${name}>${value.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</${name}>`,
    )
    .join('');
}
