// An incoming article as the fields of its file. Pure.

import type { WrittenFields } from '../../library/write/article-text.ts';
import { addressKey } from '../../library/write/same.ts';
import { harmless, line } from '../harmless.ts';
import type { IncomingArticle, ListedAddress } from '../incoming.ts';
import { titleFrom } from '../title-from.ts';

export interface Wishes {
  readonly tags: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** The article harmless, with what a list says of it where it says nothing itself, and a title in any case. */
export function completed(
  article: IncomingArticle,
  entry: ListedAddress | undefined,
  { tags, today }: Wishes,
  fallback: string,
): IncomingArticle & { readonly title: string } {
  const title = article.title ?? entry?.title;
  const authors = article.authors.length > 0 ? article.authors : (entry?.authors ?? []);
  const summary = article.summary ?? entry?.summary;
  const source = article.source ?? entry?.address;
  const whole = harmless({
    ...article,
    ...(title === undefined ? {} : { title }),
    ...(summary === undefined ? {} : { summary }),
    ...(source === undefined ? {} : { source }),
    authors,
    tags: [...article.tags, ...(entry?.tags ?? []), ...tags],
    added: entry?.added ?? article.added ?? today,
    ...(entry?.notes ? { notes: entry.notes } : {}),
  });
  return { ...whole, title: whole.title ?? line(titleFrom(whole.markdown, fallback)) ?? '-' };
}

/** The fields of the file; `asked` is the address that a list or the reader named. */
export function fieldsOf(article: IncomingArticle, asked?: string): WrittenFields {
  const { title, authors, date, updated, lang, summary, source, tags, added } = article;
  const via = addressKey(asked) === addressKey(source) ? undefined : asked;
  return {
    title,
    authors,
    date: day(date),
    updated: day(updated),
    lang,
    summary,
    source,
    via,
    tags,
    previous: article.previous?.title,
    next: article.next?.title,
    added: day(added),
  };
}

const day = (time: string | undefined): string | undefined => time?.slice(0, 10);
