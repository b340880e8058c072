// The documents of articles: out of the cache where it has them, else parsed and kept there later.

import type { DatabaseSync } from 'node:sqlite';
import { NewsError } from '../../errors.ts';
import { readArticleFile } from '../../library/article/article-file.ts';
import type { Card } from '../../library/article/card.ts';
import { splitFrontMatter } from '../../library/article/front-matter.ts';
import { joinChunks } from '../../typeset/document/chunk.ts';
import type { PrepareOptions } from '../../typeset/prepare/prepare.ts';
import type { Catalog, CatalogOptions } from '../catalog.ts';
import { type Chunks, inOrder, wholeChunks } from './chunks.ts';
import type { KeptDocument } from './documents.ts';
import type { keepDocument, WaitingDocument } from './keep-documents.ts';
import { keptChunks } from './kept-chunks.ts';
import { parseOptionsOf } from './parse-options.ts';

/** What documents need of the cache. */
export interface DocumentCache {
  readonly db: () => DatabaseSync;
  readonly kept: (card: Card, wanted: PrepareOptions) => Promise<KeptDocument>;
}

export interface ArticleDocuments extends Pick<Catalog, 'document' | 'chunks'> {
  /** Keeps what was parsed; called at the end, when the articles are on the screen. */
  readonly keep: () => void;
}

const ALL: PrepareOptions = { hyphenate: true, highlight: true };

export function articleDocuments(
  { maxSize }: CatalogOptions,
  { db, kept }: DocumentCache,
): ArticleDocuments {
  const waiting: WaitingDocument[] = [];
  let keeper: typeof keepDocument | undefined;

  const chunks = async (card: Card, wanted = ALL, anyOrder = true): Promise<Chunks> => {
    const found = await kept(card, wanted);
    if (found.kind === 'document') return wholeChunks(found.document);
    const known = found.kind === 'chunks' ? keptChunks(db, found.key) : undefined;
    if (known !== undefined) return known;
    const { text, bytes } = readText(card.path, maxSize);
    const [{ textChunks }, { keepDocument: keep }] = await Promise.all([
      import('./text-chunks.ts'),
      import('./keep-documents.ts'),
    ]);
    keeper = keep;
    return textChunks(splitFrontMatter(text).body, parseOptionsOf(card), {
      wanted,
      anyOrder,
      kept(parsed) {
        if (found.kind === 'gone') return;
        const file = found.kind === 'missing' ? found.file : found.key.file;
        waiting.push({ file, card, wanted, bytes, parsed });
      },
    });
  };

  return {
    chunks,
    async document(card, wanted = ALL) {
      const anew = () => chunks(card, wanted, false);
      const all = [];
      for await (const chunk of inOrder(await anew(), anew)) all.push(chunk);
      return joinChunks(all, { lang: card.lang, emoji: false });
    },
    keep: () => {
      for (const document of waiting.splice(0)) keeper?.(db(), document);
    },
  };
}

/** The text of an article's file. Throws a NewsError (`unreadable`) where it can't be read. */
export function readText(
  path: string,
  maxSize?: number,
): { readonly text: string; readonly bytes: Buffer } {
  const file = readArticleFile(path, maxSize);
  if (file.kind === 'text') return file;
  throw new NewsError(
    'unreadable',
    `${path}: ${file.kind === 'unreadable' ? file.reason : 'too large'}`,
    undefined,
    file,
  );
}
