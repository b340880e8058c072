// One source at a time: fetched, and an article kept with its pictures.

import { HIGHLIGHTS, type Put, type Shelf } from '../../library/write/shelf.ts';
import type { IncomingArticle } from '../incoming.ts';
import { completed, fieldsOf } from './article-fields.ts';
import type { CollectOptions, Got, Shelving, Why } from './collecting.ts';
import { withoutLocalLinks } from './local-links.ts';
import { keepPictures } from './pictures.ts';

/** Fetches an address; a failure is told and gives nothing. */
export async function fetched(
  address: string,
  options: CollectOptions,
  by: 'reader' | 'stranger' = 'reader',
): Promise<Got | undefined> {
  const got = await asked(address, options, by);
  if (!('kind' in got)) return got;
  options.witness.failed(got.failure.address, got);
  return undefined;
}

export async function asked(
  address: string,
  options: CollectOptions,
  by: 'reader' | 'stranger',
): Promise<Got | (Why & { readonly kind: 'failure' })> {
  const answer = await (await options.client()).get(address, { by, signal: options.signal });
  if (answer.kind === 'failed') return { kind: 'failure', failure: answer };
  const { address: found, isPrivate } = answer;
  // Nothing was asked about what is new: an answer without a body is an empty one.
  const { bytes, type, charset } =
    answer.kind === 'fetched' ? answer : { bytes: Buffer.alloc(0), type: '', charset: undefined };
  const name = new URL(found).pathname;
  return { name: found, bytes, isPrivate, origin: { address: found, name, type, charset } };
}

/** Keeps one article with its pictures, or prints it. Undefined where it could not be written. */
export async function keep(
  incoming: IncomingArticle,
  got: Got,
  options: CollectOptions,
  place: Shelving = {},
): Promise<Put | undefined> {
  const { shelf, witness } = options;
  const source = incoming.source ?? webAddress(got.origin.address);
  const from = source === undefined ? incoming : { ...incoming, source };
  const here = got.origin.address ?? '';
  const settled = (markdown: string): string =>
    here.startsWith('file:') ? withoutLocalLinks(markdown, here, source) : markdown;
  const article = completed(from, place.entry, options, fallbackTitle(got));
  if (witness.print) {
    witness.print({ ...article, markdown: settled(article.markdown) });
    return undefined;
  }
  const series = place.series ?? options.series ?? options.fallback;
  // Only where a series was named does the article have to be in it.
  const only = place.only ?? options.series !== undefined;
  try {
    const fields = fieldsOf(article, place.entry?.address);
    const slug = shelf.slugFor(series, fields, { ...place, only });
    const markdown = options.pictures
      ? await keepPictures(
          article,
          { series, slug, isPrivate: got.isPrivate ?? false, page: here },
          options,
        )
      : article.markdown;
    const put = shelf.put(series, fields, settled(markdown), { ...place, only, slug });
    if (article.notes && put.kind !== 'edited') keepHighlights(put, article, shelf);
    witness.kept(put, article, place.entry);
    return put;
  } catch (error) {
    if (!(error as NodeJS.ErrnoException).code) throw error;
    witness.failed(got.name, { kind: 'system', error });
    return undefined;
  }
}

const webAddress = (address: string | undefined): string | undefined =>
  address !== undefined && /^https?:/i.test(address) ? address : undefined;

/** A name in place of a title, from the address or file. */
function fallbackTitle({ origin, name }: Got): string {
  const last = (origin.name ?? name).split(/[/\\]/).findLast((part) => part !== '') ?? name;
  return (
    last
      .replace(/\.\w{1,8}$/, '')
      .replace(/[-_]+/g, ' ')
      .trim() || name
  );
}

/** What the reader had marked in another program: kept beside the article, quote by quote. */
function keepHighlights({ id }: Put, { notes = [], source }: IncomingArticle, shelf: Shelf): void {
  const at = id.lastIndexOf('/');
  const text = notes.map((note) => `${JSON.stringify({ ...note, source })}\n`).join('');
  shelf.putFile(id.slice(0, at), `${HIGHLIGHTS}/${id.slice(at + 1)}.jsonl`, Buffer.from(text));
}
