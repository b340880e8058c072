// What stands over an article in an export: title, who and when, summary, where it came from.

import type { Chapter } from './chapter.ts';
import { escaped } from './xhtml.ts';

/** The head of a chapter; `date` says a day as people write it. */
export function frontOf(
  { title, authors, date, summary, source }: Chapter,
  said: { readonly date: (iso: string) => string; readonly source: string },
  level: 1 | 2 = 1,
): string {
  const facts = [
    authors.join(', '),
    date === undefined
      ? ''
      : `<time datetime="${escaped(date)}">${escaped(said.date(date))}</time>`,
  ];
  const shown = [authors.length > 0 ? escaped(facts[0]!) : '', facts[1]!]
    .filter(Boolean)
    .join(' · ');
  const link =
    source === undefined
      ? ''
      : `<p class="facts"><a href="${escaped(source)}">${escaped(said.source)}</a></p>`;
  return [
    `<h${level}>${escaped(title)}</h${level}>`,
    ...(shown === '' ? [] : [`<p class="facts">${shown}</p>`]),
    ...(summary === undefined ? [] : [`<p class="summary">${escaped(summary)}</p>`]),
    ...(link === '' ? [] : [link]),
  ].join('\n');
}
