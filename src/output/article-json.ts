// One article as a JSON record. Keys are only ever added.

import type { Card, Neighbours } from '../library/article/card.ts';

/** The record of `news read --json`; what an article does not have is null or an empty list. */
export function articleRecord(
  card: Card,
  neighbours: Neighbours | undefined,
  markdown: string,
  text: string,
  linked: { readonly links: readonly string[]; readonly backlinks: readonly string[] },
): Readonly<Record<string, unknown>> {
  const own = neighbours !== undefined;
  return {
    id: own ? card.id : null,
    slug: card.slug,
    series: own ? card.series : null,
    number: own ? card.number : null,
    title: card.title,
    date: card.date ?? null,
    updated: card.updated ?? null,
    authors: card.authors,
    lang: card.lang ?? null,
    tags: card.tags,
    aliases: card.aliases ?? [],
    summary: card.summary ?? null,
    source: card.source ?? null,
    words: card.words,
    minutes: card.minutes,
    path: card.path,
    previous: neighbours?.previous?.id ?? null,
    next: neighbours?.next?.id ?? null,
    links: linked.links,
    backlinks: linked.backlinks,
    markdown,
    text,
  };
}
