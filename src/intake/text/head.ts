// What stands above a text: its title, who wrote it and when; of a mail, its header. Pure.

import { isDateLine, writtenDate } from '../written-dates.ts';

export interface Head {
  readonly title?: string;
  readonly authors: readonly string[];
  readonly date?: string;
  readonly lines: readonly string[];
}

const BYLINE =
  /^(?:(?:ein (?:beitrag|artikel|gastbeitrag|kommentar) )?von|by|par|autor(?:in)?s?:?|authors?:?|text:)\s+(\S.*)$/iu;
const NAME =
  /^(?:(?:dr|prof|ph\.?d)\.?\s+)*\p{Lu}[\p{L}.'’-]*(?:\s+(?:von|van|der|den|de|da|di|la|le|zu|zur|al|bin|ten|del)\b)*(?:\s+\p{Lu}[\p{L}.'’-]*){1,3}$/u;
const MAIL =
  /^(from|von|subject|betreff|date|datum|to|an|cc|reply-to|message-id|sent|gesendet):\s*(.*)$/i;
const LONGEST_TEASER = 400;
const READING_TIME =
  /^(?:(?:ca\.|etwa|lesezeit|reading time)\s*:?\s*)?\d{1,3}\s*(?:min(?:uten?|utes?|\.)?)(?:\s*(?:lesezeit|read|reading time))?\.?$/i;

/** Parts a text into its head and the rest. The first line is the title where it can be one. */
export function takeHead(lines: readonly string[]): Head {
  const start = lines.findIndex((line) => line.trim() !== '');
  if (start < 0) return { authors: [], lines: [] };
  const rest = lines.slice(start);
  return mailHead(rest) ?? articleHead(rest);
}

function articleHead(lines: readonly string[]): Head {
  const [first = '', second = '', third = ''] = lines.map((line) => line.trim());
  const underlined = /^(?:={3,}|-{3,})$/.test(second);
  // A title may be broken into two lines.
  const two =
    !underlined &&
    second !== '' &&
    third === '' &&
    !/[.!]$/.test(second) &&
    lines.length > 3 &&
    isTitle(`${first} ${second}`);
  const alone =
    second === '' || underlined || lines.length < 3 || second.length > 1.5 * first.length;
  const isOne = isTitle(first) && (alone || isMeta(second));
  if (!isOne && !(two && isTitle(first))) return { authors: [], lines };
  const both = !isOne || (two && !alone);
  const title = both ? `${first} ${second}` : first;
  return { title, ...below(lines.slice(underlined || both ? 2 : 1)) };
}

const isTitle = (line: string): boolean =>
  line.length > 0 &&
  line.length <= 200 &&
  /[\p{L}\p{N}]/u.test(line) &&
  !/[,;]$/.test(line) &&
  !/^(?:[-*•>]|\d{1,3}[.)])\s/.test(line) &&
  !(/\.$/.test(line) && !/\.\.\.$/.test(line) && line.split(/\s+/).length > 5);

const isMeta = (line: string): boolean =>
  isDateLine(line) || READING_TIME.test(line) || authorsIn(line).length > 0;

/** Byline, date and reading time between title and text; a teaser may stand before them. */
function below(lines: readonly string[]): Omit<Head, 'title'> {
  let authors: readonly string[] = [];
  let date: string | undefined;
  let teaser: readonly string[] = [];
  let end = 0;
  let seen = 0;
  for (let at = 0; at < lines.length && seen < 6; at++) {
    const line = (lines[at] ?? '').trim();
    if (line === '') continue;
    seen++;
    const names = authors.length === 0 ? authorsIn(line) : [];
    if (names.length > 0) {
      authors = names;
      date ??= writtenDate(line);
    } else if (date === undefined && isDateLine(line)) date = writtenDate(line);
    else if (!READING_TIME.test(line)) {
      if (teaser.length > 0 || line.length > LONGEST_TEASER || end > 0) break;
      teaser = [line, ''];
      continue;
    }
    end = at + 1;
  }
  // Without anything below it, it is the first paragraph.
  const rest = end === 0 ? lines : [...teaser, ...lines.slice(end)];
  return { authors, ...(date === undefined ? {} : { date }), lines: rest };
}

/** The names in a byline, or none where it isn't one. */
function authorsIn(line: string): readonly string[] {
  const [, said] = BYLINE.exec(line.trim()) ?? [];
  if (said === undefined || line.length > 150) return [];
  const names = said
    .replace(/[|·•–—(].*$/, '')
    .replace(/,?\s+(?:am|on|vom)?\s*\d.*$/, '')
    .split(/\s*,\s*|\s+(?:und|and|et|&)\s+/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return names.every((name) => NAME.test(name)) ? names : [];
}

/** A mail's header, as it is when a mail was saved or copied. */
function mailHead(lines: readonly string[]): Head | undefined {
  const fields = new Map<string, string>();
  let at = 0;
  for (; at < lines.length && (lines[at] ?? '').trim() !== ''; at++) {
    const line = lines[at] ?? '';
    if (/^\s/.test(line) && fields.size > 0) continue;
    const [, name = '', value = ''] =
      MAIL.exec(line) ?? /^([A-Za-z-]{2,40}):\s*(.*)$/.exec(line) ?? [];
    if (name === '') return undefined;
    fields.set(name.toLowerCase(), value.trim());
  }
  const from = fields.get('from') ?? fields.get('von');
  const title = fields.get('subject') ?? fields.get('betreff');
  if (from === undefined || title === undefined || title === '') return undefined;
  const author = from
    .replace(/\s*<[^<>]*>\s*$/, '')
    .replace(/^"(.*)"$/, '$1')
    .trim();
  const said =
    fields.get('date') ?? fields.get('datum') ?? fields.get('sent') ?? fields.get('gesendet');
  const date = said === undefined ? undefined : writtenDate(said);
  return {
    title: title.replace(/^(?:(?:re|aw|fwd?|wg):\s*)+/i, ''),
    authors: author === '' ? [] : [author],
    ...(date === undefined ? {} : { date }),
    lines: withoutSignature(lines.slice(at)),
  };
}

/** RFC 3676, 4.3: what follows `-- ` is the signature. */
function withoutSignature(lines: readonly string[]): readonly string[] {
  const at = lines.findLastIndex((line) => /^-- ?$/.test(line));
  return at >= 0 && lines.length - at <= 12 ? lines.slice(0, at) : lines;
}
