// Feeds from an OPML file, as other readers write it: folders within folders, odd spellings of attributes.

import { decodeFeed } from '../parse/bytes.ts';
import { isElement } from '../parse/elements.ts';
import { addressOf } from '../parse/links.ts';
import { lineOfText } from '../parse/text.ts';
import { type Element, readXml } from '../parse/xml.ts';

export interface ListedFeed {
  readonly url: string;
  /** Empty where the list gives none. */
  readonly title: string;
  /** The folders it lies in, from the outside in, and its categories. */
  readonly tags: readonly string[];
}

/** Whether some bytes are OPML, by how they begin. */
export function isOpml(bytes: Uint8Array): boolean {
  const { text } = decodeFeed(bytes.subarray(0, 4000));
  return /^\s*(?:<\?[^>]*>|<!--[\s\S]*?-->|<!DOCTYPE[^>]*>|\s)*<(?:\w+:)?opml[\s>]/i.test(text);
}

/** The feeds of an OPML file in its order, each address once with the tags of all its places. Never throws. */
export function readOpml(bytes: Uint8Array): ListedFeed[] {
  const { text } = decodeFeed(bytes);
  const { root } = readXml(text, undefined, () => true);
  const found = new Map<string, { title: string; readonly tags: Set<string> }>();
  const visit = (element: Element, folders: readonly string[]): void => {
    for (const child of element.children) {
      if (!isElement(child)) continue;
      if (child.name !== 'outline') {
        visit(child, folders);
        continue;
      }
      const { attributes } = child;
      const title = lineOfText(attributes['title'] || attributes['text'] || '');
      const url = addressOf(attributes['xmlurl'] ?? attributes['url_xml'], undefined);
      if (url === undefined) {
        visit(child, title === '' ? folders : [...folders, title]);
        continue;
      }
      const feed = found.get(url) ?? { title, tags: new Set<string>() };
      for (const tag of [...folders, ...categoriesOf(attributes['category'])]) feed.tags.add(tag);
      if (feed.title === '') feed.title = title;
      found.set(url, feed);
      visit(child, folders);
    }
  };
  if (root) visit(root, []);
  return [...found].map(([url, { title, tags }]) => ({ url, title, tags: [...tags] }));
}

/** `a,/b/c` is a, b and c (OPML 2.0, "category"). */
function categoriesOf(category: string | undefined): string[] {
  return (category ?? '')
    .split(/[,/]/)
    .map(lineOfText)
    .filter((name) => name !== '');
}
