// What comes with an item: enclosures, and files of Media RSS.

import { childOf, childrenOf, textOf } from './elements.ts';
import type { Enclosure } from './feed.ts';
import { addressOf } from './links.ts';
import { lineOfHtml } from './text.ts';
import type { Element } from './xml.ts';

/** Files of one item beyond which the rest is left out. */
const MOST = 50;

/** The files of an item, each address once. */
export function mediaOf(item: Element): Enclosure[] {
  const found = new Map<string, Enclosure>();
  const add = (reference: string | undefined, element: Element, title = ''): void => {
    const url = addressOf(reference, element.base);
    if (url === undefined || found.has(url) || found.size >= MOST) return;
    const type = element.attributes['type']?.trim().toLowerCase();
    const size = element.attributes['length'] ?? element.attributes['filesize'] ?? '';
    const length = /^\d{1,15}$/.test(size) ? Number(size) : 0;
    const line = lineOfHtml(title);
    found.set(url, {
      url,
      ...(type && /^[\w.+-]+\/[\w.+-]+$/.test(type) ? { type } : {}),
      ...(line === '' ? {} : { title: line }),
      ...(length > 0 ? { length } : {}),
    });
  };
  for (const element of childrenOf(item, 'enclosure')) {
    add(
      element.attributes['url'] ?? element.attributes['rdf:resource'] ?? textOf(element),
      element,
    );
  }
  for (const name of ['link', 'atom:link']) {
    for (const element of childrenOf(item, name)) {
      const { rel, href, title } = element.attributes;
      if (rel === 'enclosure') add(href, element, title);
    }
  }
  for (const group of [item, ...childrenOf(item, 'media:group')]) {
    const files = childrenOf(group, 'media:content');
    // In a group all are the same thing in several sizes.
    const chosen =
      group === item
        ? files
        : files
            .filter(({ attributes }) => attributes['isdefault'] === 'true')
            .concat(files)
            .slice(0, 1);
    for (const file of chosen) {
      const title = textOf(childOf(file, 'media:title')) || textOf(childOf(group, 'media:title'));
      add(file.attributes['url'], file, title);
    }
  }
  return [...found.values()];
}
