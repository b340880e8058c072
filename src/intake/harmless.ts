// Whatever a reader of a format gave, made harmless and brought to size before it is written. Pure.

import { cleanLine } from '../library/article/clean.ts';
import { canonicalLanguage } from '../library/article/language.ts';
import { isDay } from '../library/article/slug.ts';
import { sanitize } from '../typeset/text/sanitize.ts';
import type { IncomingArticle } from './incoming.ts';
import { withoutScripts } from './scripts.ts';

const TITLE = 300;
const SUMMARY = 1000;
const NAME = 100;
const AUTHORS = 20;
const TAGS = 50;
const ADDRESS = 4096;

/** The article with fields on one line each, of sane length, and a body without control signs. */
export function harmless(article: IncomingArticle): IncomingArticle {
  const { title, summary, lang, source, previous, next, date, updated, added, ...others } = article;
  return {
    ...others,
    ...given('title', line(title, TITLE)),
    ...given('summary', line(summary, SUMMARY)),
    ...given('lang', lang && canonicalLanguage(lang)),
    ...given('source', address(source)),
    ...given('date', time(date)),
    ...given('updated', time(updated)),
    ...given('added', time(added)),
    ...given('previous', previous && named(previous)),
    ...given('next', next && named(next)),
    authors: lines(article.authors, AUTHORS),
    tags: lines(article.tags, TAGS),
    markdown: harmlessMarkdown(article.markdown),
  };
}

/** A body of Markdown without anything that a terminal would obey or hide, or another reader run. */
export const harmlessMarkdown = (markdown: string): string => withoutScripts(sanitize(markdown));

function given<K extends string, T>(key: K, value: T | undefined): { readonly [P in K]?: T } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: T };
}

const named = (neighbour: { readonly title?: string; readonly address?: string }) => ({
  ...(neighbour.title === undefined ? {} : { title: line(neighbour.title, TITLE) ?? '' }),
  ...(neighbour.address === undefined ? {} : { address: neighbour.address }),
});

/** One line of at most so many signs, cut between words and harmless; undefined where nothing is left. */
export function line(text: string | undefined, longest = TITLE): string | undefined {
  if (text === undefined) return undefined;
  const clean = cleanLine(text.slice(0, longest * 8));
  if (clean.length <= longest) return clean === '' ? undefined : clean;
  const cut = clean.slice(0, longest - 1);
  const end = cut.lastIndexOf(' ');
  const whole = (end > longest / 2 ? cut.slice(0, end) : cut).replace(/[\ud800-\udbff]$/, '');
  // What a sign was joined to may be gone.
  return cleanLine(`${whole.trimEnd()}…`);
}

function lines(texts: readonly string[], most: number): string[] {
  const clean = texts.slice(0, most * 4).map((text) => line(text, NAME));
  return [...new Set(clean.filter((text) => text !== undefined))].slice(0, most);
}

function address(text: string | undefined): string | undefined {
  if (text === undefined || text.length > ADDRESS || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  url.username = '';
  url.password = '';
  return url.href;
}

/** A day, or a day and time, of the years 1 to 9999. */
function time(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const [day] = /^\d{4}-\d{2}-\d{2}(?=$|T)/.exec(text) ?? [];
  const at = Date.parse(text);
  if (day === undefined || !isDay(day) || Number.isNaN(at)) return undefined;
  return text.length === 10 ? text : new Date(at).toISOString();
}
