// What stands over an article in an export: title, who and when, summary, where it came from.

import type { Chapter } from './chapter.ts';
import { escaped } from './xhtml.ts';

/** The head of a chapter; `date` says a day as people write it. */
export function frontOf(
  { title, authors, date, summary, source }: Chapter,
  said: { readonly date: (iso: string) => string; readonly source: string },
  level: 1 | 2 = 1,
): string {
  const day =
    date === undefined
      ? ''
      : `<time datetime="${escaped(date)}">${escaped(said.date(date))}</time>`;
  const facts = [escaped(authors.join(', ')), day].filter(Boolean).join(' · ');
  return [
    `<h${level}>${escaped(title)}</h${level}>`,
    ...(facts === '' ? [] : [`<p class="facts">${facts}</p>`]),
    ...(summary === undefined ? [] : [`<p class="summary">${escaped(summary)}</p>`]),
    ...(source === undefined
      ? []
      : [`<p class="facts"><a href="${escaped(source)}">${escaped(said.source)}</a></p>`]),
  ].join('\n');
}
