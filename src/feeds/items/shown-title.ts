// What an item is called that has no title.

import type { FeedItem } from '../parse/feed.ts';
import { shownAddress } from '../parse/links.ts';
import { firstWords, lineOfHtml, lineOfText } from '../parse/text.ts';

/** Signs of a title made of an item's first words. */
const TITLE_LENGTH = 80;

/** The title an item is shown by: its own, else its first words, else its address; never empty. */
export function shownTitle(item: FeedItem): string {
  if (item.title !== '') return firstWords(item.title, 300);
  const { content } = item;
  const line =
    content?.kind === 'html' ? lineOfHtml(content.value) : lineOfText(content?.value ?? '');
  if (line !== '') return firstWords(line, TITLE_LENGTH);
  const [enclosure] = item.enclosures;
  const address = item.link ?? enclosure?.url;
  return address === undefined ? '…' : shownAddress(address);
}
