// The documents of articles: out of the cache where it has them, else parsed and kept there later.

import { statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { NewsError } from '../../errors.ts';
import { readArticleFile } from '../../library/article/article-file.ts';
import type { Card } from '../../library/article/card.ts';
import { splitFrontMatter } from '../../library/article/front-matter.ts';
import type { Document } from '../../typeset/document/document.ts';
import { DOCUMENT_VERSION } from '../../typeset/document/marks.ts';
import type { ReadPiece } from '../../typeset/parse/pieces.ts';
import type { PrepareOptions } from '../../typeset/prepare/prepare.ts';
import type { Catalog, CatalogOptions } from '../catalog.ts';
import type { KeptDocument } from './documents.ts';
import type { keepDocument, Parsed, WaitingDocument } from './keep-documents.ts';
import { LONG, parseOptionsOf } from './parse-options.ts';

/** What documents need of the cache. */
export interface DocumentCache {
  readonly db: () => DatabaseSync;
  readonly kept: (card: Card, wanted: PrepareOptions) => Promise<KeptDocument>;
}

export interface ArticleDocuments extends Pick<Catalog, 'document' | 'parts' | 'stream'> {
  /** Keeps what was parsed; called at the end, when the articles are on the screen. */
  readonly keep: () => void;
}

/** Bytes of a file from which on it is set piece by piece at the prompt. */
const STREAMED = 512 * 1024;
const ALL: PrepareOptions = { hyphenate: true, highlight: true };

export function articleDocuments(
  { maxSize, pieces }: CatalogOptions,
  { db, kept }: DocumentCache,
): ArticleDocuments {
  const waiting: WaitingDocument[] = [];
  let keeper: typeof keepDocument | undefined;

  const loadKeeper = async (): Promise<void> => {
    keeper ??= (await import('./keep-documents.ts')).keepDocument;
  };

  const keepLater = (
    found: KeptDocument,
    rest: Omit<WaitingDocument, 'file' | 'parsed'>,
    parsed: Parsed,
  ): void => {
    if (found.kind === 'gone' || found.kind === 'document') return;
    const file = found.kind === 'missing' ? found.file : found.key.file;
    waiting.push({ ...rest, file, parsed });
  };

  const parsedWhole = async (
    card: Card,
    wanted: PrepareOptions,
    found: KeptDocument,
  ): Promise<Document> => {
    const { text, bytes } = readText(card.path, maxSize);
    const { body } = splitFrontMatter(text);
    const [{ parseDocument }, { prepare }] = await Promise.all([
      import('../../typeset/parse/parse-document.ts'),
      import('../../typeset/prepare/prepare.ts'),
      loadKeeper(),
    ]);
    const document = await prepare(parseDocument(body, parseOptionsOf(card)), wanted);
    keepLater(found, { card, wanted, bytes }, { kind: 'whole', document });
    return document;
  };

  return {
    document: async (card, wanted = ALL) => {
      const found = await kept(card, wanted);
      if (found.kind === 'document') return found.document;
      if (found.kind === 'parts') {
        const { keptParts, wholeDocument } = await import('./document-parts.ts');
        const whole = wholeDocument(keptParts(db, found.key, found.head), found.head);
        if (whole !== undefined) return whole;
      }
      return parsedWhole(card, wanted, found);
    },
    parts: async (card) => {
      const found = await kept(card, ALL);
      if (found.kind === 'document') return found.document;
      if (found.kind === 'parts') {
        const { isKept, keptParts } = await import('./document-parts.ts');
        if (isKept(db(), found.key, found.head)) return keptParts(db, found.key, found.head);
      }
      const { text, bytes } = readText(card.path, maxSize);
      if (pieces === undefined || text.length < LONG) return parsedWhole(card, ALL, found);
      const own = parseOptionsOf(card);
      const [{ parsedParts }] = await Promise.all([import('./parsed-parts.ts'), loadKeeper()]);
      const stop = new AbortController();
      return parsedParts(
        pieces(splitFrontMatter(text).body, own, ALL, stop.signal),
        { bytes: bytes.length, stop },
        (title, parts) => {
          const titled = title === undefined ? {} : { title };
          const head = { version: DOCUMENT_VERSION, ...own, ...titled, emoji: false };
          keepLater(found, { card, wanted: ALL, bytes }, { kind: 'parts', head, parts });
        },
      );
    },
    stream: async (card, wanted) => {
      if (sizeOf(card.path) < STREAMED) return undefined;
      const found = await kept(card, wanted);
      if (found.kind === 'document') return undefined;
      const [{ keptPieces, parsedPieces }] = await Promise.all([
        import('./streamed.ts'),
        loadKeeper(),
      ]);
      const anew = (): AsyncGenerator<ReadPiece> => {
        const { text, bytes } = readText(card.path, maxSize);
        const own = parseOptionsOf(card);
        return parsedPieces(splitFrontMatter(text).body, own, wanted, (title, parts) => {
          const titled = title === undefined ? {} : { title };
          const head = { version: DOCUMENT_VERSION, ...own, ...titled, emoji: false };
          keepLater(found, { card, wanted, bytes }, { kind: 'parts', head, parts });
        });
      };
      if (found.kind !== 'parts') return anew();
      const { keptParts } = await import('./document-parts.ts');
      return keptPieces(keptParts(db, found.key, found.head), found.head.title, anew);
    },
    keep: () => {
      for (const document of waiting.splice(0)) keeper?.(db(), document);
    },
  };
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
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
