// The whole text of an item from its page, where the feed has only a part of it.

import type { Client } from '../../http/answer.ts';
import { readDocument } from '../../intake/read-document.ts';
import { markdownOf } from '../items/markdown.ts';
import type { FeedItem } from '../parse/feed.ts';

/** The text of an item's page as Markdown; undefined where it gives no more than the feed. */
export type FullText = (item: FeedItem) => Promise<string | undefined>;

/** Bytes of a page. */
const LARGEST = 8 * 1024 * 1024;

/** Fetches items' pages, private ones only for a private feed; what fails leaves the item as it was. */
export function fullTextBy(
  client: Client,
  isPrivate: boolean,
  signal: AbortSignal | undefined,
): FullText {
  return async ({ link, content }) => {
    if (link === undefined) return undefined;
    const answer = await client.get(link, {
      by: isPrivate ? 'reader' : 'stranger',
      limits: { bytes: LARGEST, whole: 30_000 },
      signal,
    });
    signal?.throwIfAborted();
    if (answer.kind !== 'fetched') return undefined;
    const { address, type, charset } = answer;
    const document = await readDocument(answer.bytes, { address, type, charset });
    if (document.kind !== 'article') return undefined;
    const { markdown } = document.article;
    const before = content ? markdownOf(content) : '';
    return markdown.length > before.length ? markdown : undefined;
  };
}
