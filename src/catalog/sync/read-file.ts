// What the cache keeps of one article's file: its stamp and hash, its card, and the terms of its text.

import { type Article, readArticle, readArticleQuickly } from '../../library/article/article.ts';
import { type FileText, readArticleFile, SIZE_LIMIT } from '../../library/article/article-file.ts';
import type { FileName } from '../../library/article/slug.ts';
import { digestOf } from '../store/digest.ts';
import { stampFrom, stampOf } from '../store/stamp.ts';
import type { ArticleTerms } from '../terms/terms.ts';

/** Bytes of a file that is read without memory of its own: touching new memory took longer than reading. */
const ROOM = 256 * 1024;

/** A file's row before it is read; plain data. */
export interface KnownFile {
  readonly id: number;
  readonly path: string;
  readonly article: string;
  readonly slug: string;
  readonly series: string;
  readonly name: string;
  readonly hash: string | null;
  readonly indexed: string | null;
  /** Of its series, as BCP 47. */
  readonly lang?: string | undefined;
}

/** A file as it was read, plain data; without a card where its bytes are the known ones. */
export interface ReadFile {
  readonly known: KnownFile;
  readonly stamp: number | undefined;
  readonly hash: string;
  readonly fresh?: {
    readonly card: string;
    readonly date: string | null;
    readonly title: string;
    /** As JSON, null where it names none. */
    readonly neighbours: string | null;
  };
  /** Where they were wanted, and the index has not this text's already. */
  readonly terms?: ArticleTerms;
}

/** Makes terms of an article in a language, where it says so or its series does. */
export type TermsOf = (article: Article, lang: string | undefined) => ArticleTerms;

/** Reads files as they are now. Rows are texts of their own, which hold on to no article. */
export function createFileReader(termsOf?: TermsOf): (known: KnownFile) => Promise<ReadFile> {
  const room = Buffer.allocUnsafeSlow(ROOM);
  return async (known) => {
    const { file, stamp } = stampedFile(known.path, room);
    // A file that can't be read is an article without words, and known by the reason.
    const hash = file.kind === 'text' ? digestOf(file.bytes) : file.kind;
    const isKnown = hash === known.hash;
    if (isKnown && (!termsOf || hash === known.indexed)) return { known, stamp, hash };
    const { file: name, date } = JSON.parse(known.name) as FileName;
    const text = file.kind === 'text' ? file.text : '';
    const article = readArticleQuickly(text, name) ?? (await readArticle(text, name));
    const terms = termsOf?.(article, article.fields.lang ?? known.lang);
    const day = article.fields.date ?? date ?? null;
    return {
      known,
      stamp,
      hash,
      ...(terms === undefined ? {} : { terms }),
      ...(isKnown ? {} : { fresh: freshOf(known, article, day) }),
    };
  };
}

/** A file, and its stamp of before it was read. */
function stampedFile(
  path: string,
  room: Buffer,
): { readonly file: FileText; readonly stamp: number | undefined } {
  const file = readArticleFile(path, SIZE_LIMIT, room);
  if (file.kind !== 'unreadable') return { file, stamp: stampFrom(file.stat) };
  // What can't be opened is looked at from outside, and only then tried for good.
  const stamp = stampOf(path);
  return { file: readArticleFile(path, SIZE_LIMIT, room), stamp };
}

function freshOf(known: KnownFile, article: Article, date: string | null) {
  const { neighbours } = article.fields;
  return {
    card: cardJson(known, article, date),
    date,
    title: article.title,
    neighbours: neighbours === undefined ? null : JSON.stringify(neighbours),
  };
}

/** A card without what hangs on other files: its number, and a language from its series. */
function cardJson(known: KnownFile, article: Article, date: string | null): string {
  const { fields, title, titleFrom, words, minutes } = article;
  const { article: id, slug, series, path } = known;
  return JSON.stringify({
    id,
    slug,
    series,
    path,
    ...fields,
    ...(date === null ? {} : { date }),
    title,
    titleFrom,
    words,
    minutes,
    links: article.links,
  });
}
