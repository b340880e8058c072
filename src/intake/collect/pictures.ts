// The pictures of an article, kept as files beside it and named by the Markdown where they lie now.

import { PICTURES } from '../../library/write/shelf.ts';
import type { IncomingArticle, IncomingPicture } from '../incoming.ts';
import type { CollectOptions } from './collecting.ts';
import { pictureType } from './picture-type.ts';

const MOST = 200;
const LARGEST = 16 * 1024 * 1024;
const ALL = 96 * 1024 * 1024;

/** `![alt](address`, the address in angle brackets or not. */
const PICTURE = /!\[((?:\\.|[^\]\\]){0,2000})\]\((?:<([^<>\n]{1,100000})>|([^\s<>]+?)(?=[)\s]))/g;

interface Where {
  readonly series: string;
  readonly slug: string;
  readonly isPrivate: boolean;
  /** Where the page itself is from. */
  readonly page: string;
}

/** Keeps what can be had, and gives the Markdown that names it; what can't keeps its address. */
export async function keepPictures(
  article: IncomingArticle,
  where: Where,
  options: CollectOptions,
): Promise<string> {
  const wanted = [...new Map(article.pictures.map((one) => [one.address, one])).values()];
  const places = new Map<string, string>();
  let room = ALL;
  const keepOne = async (picture: IncomingPicture, index: number): Promise<void> => {
    const bytes = await bytesOf(picture, where, options);
    const type = bytes && pictureType(bytes);
    if (!bytes || !type || bytes.length > LARGEST || bytes.length > room) return;
    room -= bytes.length;
    const name = `${PICTURES}/${where.slug}/${index + 1}.${type}`;
    options.shelf.putFile(where.series, name, bytes);
    places.set(picture.address, name);
  };
  await Promise.all(wanted.slice(0, MOST).map(keepOne));
  return renamed(article.markdown, places);
}

/** The Markdown with the pictures' new places; bytes within the text go in any case. */
export function renamed(markdown: string, places: ReadonlyMap<string, string>): string {
  return markdown.replace(
    PICTURE,
    (whole, alt: string, bracketed: string | undefined, plain: string | undefined) => {
      const address = bracketed ?? (plain ?? '').replace(/\\(.)/g, '$1');
      const place = places.get(address) ?? places.get(bracketed ?? plain ?? '');
      if (place !== undefined) return `![${alt}](${place}`;
      return /^data:/i.test(address) ? `![${alt}](` : whole;
    },
  );
}

async function bytesOf(
  { address, read }: IncomingPicture,
  { isPrivate, page }: Where,
  { client, signal, readBeside }: CollectOptions,
): Promise<Uint8Array | undefined> {
  if (read) return read();
  if (/^data:/i.test(address)) return dataBytes(address);
  if (/^file:/i.test(address)) return readBeside?.(address, page);
  if (!/^https?:/i.test(address)) return undefined;
  const answer = await (await client()).get(address, {
    by: isPrivate ? 'reader' : 'stranger',
    accept: 'image/*',
    limits: { bytes: LARGEST },
    signal,
  });
  return answer.kind === 'fetched' ? answer.bytes : undefined;
}

/** RFC 2397. */
function dataBytes(address: string): Uint8Array | undefined {
  const [, parameters = '', data = ''] = /^data:([^,]{0,200}),(.*)$/is.exec(address) ?? [];
  if (/;\s*base64\s*$/i.test(parameters)) return Buffer.from(data, 'base64');
  try {
    return Buffer.from(decodeURIComponent(data));
  } catch {
    return undefined;
  }
}
