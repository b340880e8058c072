// A page and all that its next links lead to, as one series in that order.

import { slugFor } from '../../library/write/names.ts';
import type { IncomingArticle } from '../incoming.ts';
import { readDocument } from '../read-document.ts';
import type { CollectOptions, Got } from './collecting.ts';
import { fetched, keep } from './keep.ts';

/** Keeps an article and, one after another, those that follow it on the same site, `limit` in all. */
export async function followNext(
  first: IncomingArticle,
  from: Got,
  options: CollectOptions,
): Promise<void> {
  const { witness, limit, signal } = options;
  const seen = new Set<string>();
  const chain: { readonly article: IncomingArticle; readonly got: Got }[] = [];
  let article: IncomingArticle | undefined = first;
  let got: Got | undefined = from;
  const series = options.series ?? slugFor(first.title ?? options.fallback);
  while (article && got && chain.length < limit && !signal?.aborted) {
    const here = got.origin.address;
    if (here !== undefined) seen.add(pageOf(here));
    chain.push({ article, got });
    await keep(article, got, options, { series, number: chain.length, digits: digitsOf(limit) });
    witness.progress(chain.length, limit);
    const next = article.next?.address;
    if (next === undefined || here === undefined || !isSameSite(here, next)) break;
    if (seen.has(pageOf(next))) break;
    got = await fetched(next, options, got.isPrivate ? 'reader' : 'stranger');
    article = undefined;
    if (!got) break;
    const document = await readDocument(got.bytes, got.origin);
    if (document.kind === 'article') article = document.article;
    else if (document.kind === 'refused') {
      witness.failed(next, { kind: 'refusal', reason: document.reason });
    }
  }
}

const digitsOf = (limit: number): number => Math.max(2, String(limit).length);

const pageOf = (address: string): string => address.replace(/#.*$/, '');

const isSameSite = (a: string, b: string): boolean =>
  URL.canParse(b) &&
  new URL(a).host.replace(/^www\./, '') === new URL(b).host.replace(/^www\./, '');
