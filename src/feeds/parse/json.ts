// JSON Feed 1 and 1.1 (jsonfeed.org). Every field may be missing or of another kind than it should.

import { parseDate } from './dates.ts';
import {
  type Content,
  type Enclosure,
  type Feed,
  type FeedFault,
  type FeedItem,
  NO_PACE,
} from './feed.ts';
import { addressOf } from './links.ts';
import { summaryOf } from './rss.ts';
import { lineOfText } from './text.ts';

type Values = Readonly<Record<string, unknown>>;

export function parseJsonFeed(
  text: string,
  base: string | undefined,
  mostItems: number,
): Feed | undefined {
  const read = readJson(text);
  if (!read || !isObject(read.value)) return undefined;
  const { value } = read;
  const { items, title, description, language } = value;
  if (!Array.isArray(items) || !(typeof value['version'] === 'string' || typeof title === 'string'))
    return undefined;
  const faults: FeedFault[] = [
    ...read.faults,
    ...(items.length > mostItems ? (['too-many'] as const) : []),
  ];
  const link = addressOf(textIn(value, 'home_page_url'), base);
  const people = peopleOf(value);
  const lang = typeof language === 'string' && language !== '' ? { lang: language } : {};
  return {
    format: 'json',
    title: lineOfText(asText(title)),
    ...(description ? { summary: lineOfText(asText(description)) } : {}),
    ...(link === undefined ? {} : { link }),
    ...lang,
    pace: NO_PACE,
    items: items
      .slice(0, mostItems)
      .filter(isObject)
      .map((item) => jsonItem(item, base, people)),
    faults,
  };
}

function jsonItem(item: Values, feedBase: string | undefined, people: readonly string[]): FeedItem {
  const guid = asText(item['id']).trim();
  const link = addressOf(textIn(item, 'url') ?? textIn(item, 'external_url'), feedBase);
  const base = link ?? feedBase;
  const html = textIn(item, 'content_html');
  const plain = textIn(item, 'content_text');
  const brief = textIn(item, 'summary');
  const whole: Content | undefined =
    html !== undefined
      ? { kind: 'html', value: html, base }
      : plain !== undefined
        ? { kind: 'text', value: plain, base }
        : undefined;
  const described: Content | undefined =
    brief === undefined ? undefined : { kind: 'text', value: brief, base };
  const content = whole ?? described;
  const summary = whole && described ? summaryOf(described, whole) : undefined;
  const own = peopleOf(item);
  const published = parseDate(textIn(item, 'date_published'));
  const updated = parseDate(textIn(item, 'date_modified'));
  const lang = textIn(item, 'language');
  return {
    ...(guid === '' ? {} : { guid }),
    ...(link === undefined ? {} : { link }),
    title: lineOfText(asText(item['title'])),
    ...(content === undefined ? {} : { content }),
    whole: whole !== undefined,
    ...(summary ? { summary } : {}),
    authors: own.length > 0 ? own : people,
    tags: textsIn(item, 'tags'),
    ...(lang === undefined ? {} : { lang }),
    ...(published === undefined ? {} : { published }),
    ...(updated === undefined ? {} : { updated }),
    enclosures: attachmentsOf(item, feedBase),
  };
}

function attachmentsOf(item: Values, base: string | undefined): Enclosure[] {
  const list: unknown = item['attachments'];
  if (!Array.isArray(list)) return [];
  return list
    .slice(0, 50)
    .filter(isObject)
    .flatMap((file): Enclosure[] => {
      const url = addressOf(textIn(file, 'url'), base);
      if (url === undefined) return [];
      const type = textIn(file, 'mime_type');
      const title = lineOfText(asText(file['title']));
      const length = Number(file['size_in_bytes']);
      return [
        {
          url,
          ...(type && /^[\w.+-]+\/[\w.+-]+$/.test(type) ? { type } : {}),
          ...(title === '' ? {} : { title }),
          ...(Number.isSafeInteger(length) && length > 0 ? { length } : {}),
        },
      ];
    });
}

function peopleOf(values: Values): string[] {
  const list: unknown = values['authors'];
  const people: readonly unknown[] = Array.isArray(list) ? list : [values['author']];
  const names = people.map((person) =>
    lineOfText(
      isObject(person) ? asText(person['name']) : typeof person === 'string' ? person : '',
    ),
  );
  return [...new Set(names.filter((name) => name !== ''))].slice(0, 20);
}

function textsIn(values: Values, field: string): string[] {
  const list: unknown = values[field];
  if (!Array.isArray(list)) return [];
  const lines = list.slice(0, 50).map((one) => lineOfText(asText(one)));
  return [...new Set(lines.filter((line) => line !== ''))];
}

function textIn(values: Values, field: string): string | undefined {
  const value = values[field];
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

function isObject(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** JSON as far as it goes: control characters in texts and a text that was cut off are put up with. */
function readJson(
  text: string,
): { readonly value: unknown; readonly faults: readonly FeedFault[] } | undefined {
  const plain = text.replace(/^\ufeff/, '');
  try {
    return { value: JSON.parse(plain) as unknown, faults: [] };
  } catch {
    const printable = plain.replace(/[\u0000-\u001f]+/g, ' ');
    const faults: FeedFault[] = printable === plain ? [] : ['control'];
    for (const attempt of [printable, cutAtLastItem(printable)]) {
      if (attempt === undefined) continue;
      try {
        return {
          value: JSON.parse(attempt) as unknown,
          faults: attempt === printable ? faults : ['cut-off'],
        };
      } catch {
        // The next attempt, or none.
      }
    }
    return undefined;
  }
}

/** The text up to the last whole member of a list in the outermost object, closed. */
function cutAtLastItem(text: string): string | undefined {
  let depth = 0;
  let end = 0;
  let inText = false;
  let inList = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (inText) {
      if (sign === '\\') at++;
      else if (sign === '"') inText = false;
    } else if (sign === '"') inText = true;
    else if (sign === '{' || sign === '[') {
      depth++;
      if (depth === 2) inList = sign === '[';
    } else if (sign === '}' || sign === ']') {
      depth--;
      if (depth === 2 && inList && sign === '}') end = at + 1;
    }
  }
  return end === 0 ? undefined : `${text.slice(0, end)}]}`;
}
