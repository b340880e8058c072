// Entries and feeds of Atom 0.3 and 1.0 (RFC 4287).

import { parseDate } from './dates.ts';
import { childOf, childrenOf, fieldOf, hasMarkup, innerHtml, textOf } from './elements.ts';
import type { Content, FeedItem } from './feed.ts';
import { addressOf, isAddress } from './links.ts';
import { mediaOf } from './media.ts';
import { contentBase, contentOf, personOf, summaryOf } from './rss.ts';
import { lineOfHtml, lineOfText } from './text.ts';
import type { Element } from './xml.ts';

const PUBLISHED = [
  'published',
  'issued',
  'created',
  'dc:date',
  'dcterms:issued',
  'pubdate',
] as const;
const UPDATED = ['updated', 'modified', 'dcterms:modified'] as const;

/** An entry; `feedBase` is the feed's own address. Authors are its own or its source's. */
export function atomEntry(entry: Element, feedBase: string | undefined): FeedItem {
  const guid = fieldOf(entry, 'id', 'guid', 'dc:identifier');
  const link = linkOf(entry) ?? (guid && isAddress(guid) ? addressOf(guid, entry.base) : undefined);
  const whole =
    first(entry, ['content'], link, feedBase) ??
    contentOf(entry, ['content:encoded', 'xhtml:body'], link, feedBase);
  const brief =
    first(entry, ['summary', 'tagline'], link, feedBase) ??
    contentOf(entry, ['description', 'media:description'], link, feedBase);
  const content = whole ?? brief;
  const summary = whole && brief ? summaryOf(brief, whole) : undefined;
  const source = childOf(entry, 'source');
  const own = peopleOf(entry);
  const lang = fieldOf(entry, 'dc:language') ?? entry.lang;
  return {
    ...(guid === undefined ? {} : { guid }),
    ...(link === undefined ? {} : { link }),
    title: atomTitle(entry),
    ...(content === undefined ? {} : { content }),
    whole: whole !== undefined,
    ...(summary ? { summary } : {}),
    authors: own.length > 0 || !source ? own : peopleOf(source),
    tags: tagsOf(entry),
    ...(lang ? { lang } : {}),
    ...timeOf('published', entry, PUBLISHED),
    ...timeOf('updated', entry, UPDATED),
    enclosures: mediaOf(entry),
  };
}

/** The title as one line, by what its `type` and `mode` say it is. */
export function atomTitle(element: Element): string {
  for (const title of childrenOf(element, 'title', 'dc:title', 'media:title')) {
    const text = textValue(title);
    const line = text.kind === 'html' ? lineOfHtml(text.value) : lineOfText(text.value);
    if (line !== '') return line;
  }
  return '';
}

/** The page an entry or feed is of: its `alternate` link, HTML first. */
export function linkOf(element: Element): string | undefined {
  const links = childrenOf(element, 'link').filter(
    ({ attributes }) =>
      (attributes['rel'] ?? 'alternate').replace(
        /^http:\/\/www\.iana\.org\/assignments\/relation\//,
        '',
      ) === 'alternate',
  );
  const html = links.find(({ attributes }) => (attributes['type'] ?? 'text/html').includes('html'));
  for (const link of [html, ...links]) {
    const address = link && addressOf(link.attributes['href'] ?? textOf(link), link.base);
    if (address !== undefined) return address;
  }
  const content = childOf(element, 'content');
  return addressOf(content?.attributes['src'], content?.base);
}

/** The people named in `author` elements. */
export function peopleOf(element: Element): string[] {
  const names = childrenOf(element, 'author', 'dc:creator').map((author) =>
    personOf(
      fieldOf(author, 'name', 'atom:name') ??
        (hasMarkup(author) ? (fieldOf(author, 'email') ?? '') : textOf(author)),
    ),
  );
  return [...new Set(names.filter((name) => name !== ''))].slice(0, 20);
}

function tagsOf(entry: Element): string[] {
  const names = childrenOf(entry, 'category', 'dc:subject').map((category) => {
    const { label, term } = category.attributes;
    return lineOfText(label ?? term ?? textOf(category));
  });
  return [...new Set(names.filter((name) => name !== ''))].slice(0, 50);
}

function first(
  entry: Element,
  names: readonly string[],
  link: string | undefined,
  feedBase: string | undefined,
): Content | undefined {
  for (const element of childrenOf(entry, ...names)) {
    const { kind, value } = textValue(element);
    if (value.trim() === '') continue;
    const isHtml = kind === 'html' || looksHtml(value);
    return { kind: isHtml ? 'html' : 'text', value, base: contentBase(element, link, feedBase) };
  }
  return undefined;
}

/** A text construct or content element as HTML or plain text (RFC 4287, 3.1 and 4.1.3; Atom 0.3's modes). */
export function textValue(element: Element): Pick<Content, 'kind' | 'value'> {
  const type = (element.attributes['type'] ?? 'text').trim().toLowerCase();
  const mode = element.attributes['mode']?.toLowerCase();
  if (mode === 'base64') return unpacked(textOf(element), type);
  if (hasMarkup(element)) return { kind: 'html', value: innerHtml(element) };
  const text = textOf(element);
  if (type === 'xhtml' || type === 'application/xhtml+xml') {
    // Without markup within, it was escaped after all, or is text.
    return mode === 'escaped' || looksHtml(text)
      ? { kind: 'html', value: text }
      : { kind: 'text', value: text };
  }
  if (type === 'html' || type === 'text/html') return { kind: 'html', value: text };
  if (type === 'text' || type.startsWith('text/') || /[+/]xml$/.test(type))
    return { kind: 'text', value: text };
  return /^[\w.+-]+\/[\w.+-]+/.test(type) ? unpacked(text, type) : { kind: 'text', value: text };
}

function unpacked(text: string, type: string): Pick<Content, 'kind' | 'value'> {
  if (!/html|text|xml/.test(type)) return { kind: 'text', value: '' };
  const value = Buffer.from(text.replace(/\s+/g, ''), 'base64').toString('utf8');
  return { kind: /html/.test(type) || looksHtml(value) ? 'html' : 'text', value };
}

/** Whether a text that is said to be plain is HTML all the same: it closes an element, or names a sign. */
function looksHtml(text: string): boolean {
  return /<\/(?:p|a|b|i|em|strong|div|span|ul|ol|li|h[1-6]|pre|code|blockquote|table|figure)>|<(?:br|img|hr)\b[^<>]*>/i.test(
    text,
  );
}

function timeOf<K extends string>(
  key: K,
  entry: Element,
  names: readonly string[],
): { readonly [P in K]?: number } {
  for (const name of names) {
    const time = parseDate(fieldOf(entry, name));
    if (time !== undefined) return { [key]: time } as { readonly [P in K]?: number };
  }
  return {};
}
