// An item as its file's text, the same on every machine, with a digest that tells an edit.

import { canonicalLanguage } from '../../library/article/language.ts';
import { articleText, type WrittenFields } from '../../library/write/article-text.ts';
import type { Enclosure, FeedItem } from '../parse/feed.ts';
import { shownAddress } from '../parse/links.ts';
import { lineOfText } from '../parse/text.ts';
import { markdownOf } from './markdown.ts';
import { shownTitle } from './shown-title.ts';

/**
 * The text of an item's file; `seen` (YYYY-MM-DD) dates one without date, `body` replaces the feed's text.
 */
export function itemText(item: FeedItem, seen: string, body?: string): string {
  const time = item.published ?? item.updated;
  const isLater = item.updated !== undefined && time !== undefined && item.updated > time;
  const fields: WrittenFields = {
    title: shownTitle(item),
    authors: item.authors,
    date: time === undefined ? seen : momentOf(time),
    updated: isLater && item.updated !== undefined ? momentOf(item.updated) : undefined,
    lang: item.lang === undefined ? undefined : canonicalLanguage(item.lang),
    summary: item.summary,
    source: item.link,
    tags: item.tags,
    guid: item.guid === undefined ? undefined : lineOfText(item.guid.slice(0, 1000)) || undefined,
  };
  const text = body ?? (item.content ? markdownOf(item.content) : '');
  const parts = [text, enclosureList(item.enclosures, text)].filter((part) => part !== '');
  if (parts.length === 0 && item.link !== undefined) parts.push(`<${item.link}>`);
  return articleText(fields, parts.join('\n\n'));
}

/** An ISO time of seconds, in UTC, so that it is the same on all machines. */
const momentOf = (time: number): string => `${new Date(time).toISOString().slice(0, 19)}Z`;

function enclosureList(enclosures: readonly Enclosure[], text: string): string {
  return enclosures
    .filter(({ url }) => !text.includes(url))
    .map(({ url, title, type, length }) => {
      const name = (title ?? shownAddress(url)).replace(/[\\[\]<>*_`]/g, '\\$&');
      const size = length === undefined ? undefined : `${(length / 1_000_000).toFixed(1)} MB`;
      return `- [${name}](<${url.replace(/[<>]/g, encodeURIComponent)}>)${[type, size].map((part) => (part ? ` · ${part}` : '')).join('')}`;
    })
    .join('\n');
}
