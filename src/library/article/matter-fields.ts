// The schema of front matter and series.yaml, and what is wrong with values. Knows no places.

import { cleanLine } from './clean.ts';
import type { FaultCause, FieldType } from './fault.ts';
import type { FrontMatter, SeriesOrder, Source } from './fields.ts';
import { canonicalLanguage } from './language.ts';
import { neighboursOf } from './neighbours.ts';
import { isDay } from './slug.ts';

export interface SeriesFields {
  readonly title?: string;
  readonly summary?: string;
  readonly lang?: string;
  readonly order?: SeriesOrder;
  /** The address of the feed that the folder follows. */
  readonly feed?: string;
  /** The address of the server that fetches the feed, and keeps what is read of it. */
  readonly server?: string;
  /** Whether each item's page is fetched as well. */
  readonly full?: boolean;
  /** How much of the feed stays: `200` items or `90d`. */
  readonly keep?: string;
  /** Words and `/patterns/` of what is not wanted. */
  readonly skip?: readonly string[];
  readonly tags?: readonly string[];
}

/** A fault and the way to the value it is about: `['tags', 1]`. */
export interface Problem {
  readonly path: readonly (string | number)[];
  readonly cause: FaultCause;
}

export interface Checked<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}

type Values = Readonly<Record<string, unknown>>;

/** Slips for a field's name that are worth a word; other names may belong to other programs. */
const SLIPS: Readonly<Record<string, string>> = {
  titel: 'title',
  titles: 'title',
  datum: 'date',
  dates: 'date',
  update: 'updated',
  autor: 'author',
  autoren: 'authors',
  language: 'lang',
  sprache: 'lang',
  tag: 'tags',
  keywords: 'tags',
  zusammenfassung: 'summary',
  quelle: 'source',
  url: 'source',
  drafts: 'draft',
};

/** Checks an article's fields. What is not as it should be is left out and named. */
export function checkArticleFields(values: Values): Checked<FrontMatter> {
  const check = new Check(values);
  const authors = [...check.texts('authors'), ...check.texts('author')];
  const value: FrontMatter = {
    ...given('title', check.text('title')),
    ...given('date', check.date('date')),
    ...given('updated', check.date('updated') ?? check.date('lastmod')),
    authors: [...new Set(authors)],
    ...given('lang', check.lang('lang')),
    tags: check.tags('tags'),
    ...given('aliases', check.aliases()),
    ...given('summary', check.text('summary') ?? check.text('description')),
    ...given('source', check.source('source')),
    ...given('neighbours', neighboursOf(check.text('previous'), check.text('next'))),
    // Jekyll says the opposite.
    draft: check.boolean('draft') || values['published'] === false,
  };
  check.slips();
  return { value, problems: check.problems };
}

export function checkSeriesFields(values: Values): Checked<SeriesFields> {
  const check = new Check(values);
  const value: SeriesFields = {
    ...given('title', check.text('title')),
    ...given('summary', check.text('summary')),
    ...given('lang', check.lang('lang')),
    ...given('order', check.order('order')),
    ...given('feed', check.address('feed')),
    ...given('server', check.address('server')),
    ...given('full', values['full'] === undefined ? undefined : check.boolean('full')),
    ...given('keep', check.text('keep')),
    ...given('skip', values['skip'] === undefined ? undefined : check.texts('skip')),
    ...given('tags', values['tags'] === undefined ? undefined : check.texts('tags')),
  };
  return { value, problems: check.problems };
}

function given<K extends string, T>(key: K, value: T | undefined): { readonly [P in K]?: T } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: T };
}

class Check {
  readonly problems: Problem[] = [];
  private readonly values: Values;

  constructor(values: Values) {
    this.values = values;
  }

  text(field: string): string | undefined {
    const value = this.value(field);
    return value === undefined ? undefined : this.textAt([field], value);
  }

  texts(field: string): string[] {
    const value = this.value(field);
    if (value === undefined) return [];
    if (!Array.isArray(value)) {
      if (typeof value === 'object') {
        this.wrong([field], field, 'list');
        return [];
      }
      const one = this.textAt([field], value);
      return one === undefined ? [] : [one];
    }
    return value.flatMap((item: unknown, index) => this.textAt([field, index], item) ?? []);
  }

  /** A list, or words with commas or blanks between, which may begin with a `#`. */
  tags(field: string): string[] {
    const all = this.texts(field);
    if (Array.isArray(this.value(field))) return [...new Set(all)];
    const parts = all.flatMap((text) => text.split(text.includes(',') ? /,/ : /\s+/));
    const clean = parts.map((tag) => tag.trim().replace(/^#(?=.)/, ''));
    return [...new Set(clean.filter((tag) => tag !== ''))];
  }

  aliases(): string[] | undefined {
    const all = [...this.texts('aliases'), ...this.texts('alias')];
    return all.length === 0 ? undefined : [...new Set(all)];
  }

  boolean(field: string): boolean {
    const value = this.value(field);
    if (value === undefined || typeof value === 'boolean') return value ?? false;
    this.wrong([field], field, 'boolean');
    return false;
  }

  date(field: string): string | undefined {
    const value = this.value(field);
    if (value === undefined) return undefined;
    const text = typeof value === 'string' ? value.trim() : String(value);
    const day = /^(\d{4}-\d{2}-\d{2})(?:$|[Tt ]\d{2}:\d{2})/.exec(text)?.[1];
    if (day !== undefined && isDay(day) && (day.length === text.length || isTime(text))) return day;
    return this.fault([field], { code: 'not-a-date', field, value: shown(value) });
  }

  lang(field: string): string | undefined {
    const value = this.value(field);
    if (value === undefined) return undefined;
    return (
      canonicalLanguage(String(value)) ??
      this.fault([field], { code: 'not-a-language', field, value: shown(value) })
    );
  }

  source(field: string): Source | undefined {
    const value = this.value(field);
    if (value === undefined) return undefined;
    if (typeof value === 'string') {
      const url = this.url([field], field, value);
      return url === undefined ? undefined : { url };
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return this.wrong([field], field, 'source');
    }
    const { name, url } = value as Values;
    const address =
      typeof url === 'string' ? this.url([field, 'url'], `${field}.url`, url) : undefined;
    if (typeof url !== 'string') return this.wrong([field], field, 'source');
    if (address === undefined) return undefined;
    const words = name == null ? undefined : this.textAt([field, 'name'], name);
    return { ...given('name', words), url: address };
  }

  address(field: string): string | undefined {
    const text = this.text(field);
    return text === undefined ? undefined : this.url([field], field, text);
  }

  order(field: string): SeriesOrder | undefined {
    const value = this.value(field);
    if (value === undefined) return undefined;
    if (value === 'number' || value === 'date' || value === '-date') return value;
    return this.fault([field], { code: 'not-an-order', field, value: shown(value) });
  }

  slips(): void {
    for (const field of Object.keys(this.values)) {
      const meant = Object.hasOwn(SLIPS, field) ? SLIPS[field] : undefined;
      if (meant !== undefined && !Object.hasOwn(this.values, meant)) {
        this.fault([field], { code: 'unknown-field', field, meant });
      }
    }
  }

  private value(field: string): unknown {
    return Object.hasOwn(this.values, field) ? (this.values[field] ?? undefined) : undefined;
  }

  private textAt(path: readonly (string | number)[], value: unknown): string | undefined {
    const field = String(path[0]);
    if (typeof value === 'object') return this.wrong(path, field, 'text');
    const text = cleanLine(String(value));
    return text === '' ? this.fault(path, { code: 'empty', field }) : text;
  }

  private url(path: readonly string[], field: string, text: string): string | undefined {
    const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
    if (url && (url.protocol === 'http:' || url.protocol === 'https:')) return url.href;
    return this.fault(path, { code: 'not-a-url', field, value: shown(text) });
  }

  private wrong(path: readonly (string | number)[], field: string, expected: FieldType): undefined {
    return this.fault(path, { code: 'wrong-type', field, expected });
  }

  private fault(path: readonly (string | number)[], cause: FaultCause): undefined {
    this.problems.push({ path, cause });
    return undefined;
  }
}

function isTime(text: string): boolean {
  return !Number.isNaN(Date.parse(text.replace(' ', 'T').replace(/ (?=[+-]?\d{2}:?\d{2}$)/, '')));
}

function shown(value: unknown): string {
  const text = typeof value === 'object' ? (Array.isArray(value) ? '[…]' : '{…}') : String(value);
  return cleanLine(text.length > 60 ? `${text.slice(0, 59)}…` : text);
}
