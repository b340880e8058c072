// Parsed articles in the cache, each as long as its file has the same bytes. A long one is kept in chunks,
// of which only the list is looked up here.

import type { Card } from '../../library/article/card.ts';
import type { Document } from '../../typeset/document/document.ts';
import { DOCUMENT_VERSION } from '../../typeset/document/marks.ts';
import type { PrepareOptions } from '../../typeset/prepare/prepare.ts';
import type { Snapshot } from '../store/answers.ts';
import { selectFiles } from '../store/rows.ts';

/** By what the chunks of a long document are found. */
export interface DocumentKey {
  readonly file: number;
  readonly hash: string;
  readonly version: string;
  /** Blocks above each chunk, and its bytes of JSON. */
  readonly chunks: KeptHead['chunks'];
}

/** What stands in the place of a long document, which lies in chunks. */
export interface KeptHead {
  readonly chunks: readonly (readonly [firstBlock: number, size: number])[];
}

/** A document, or what to keep it by once it is parsed. */
export type KeptDocument =
  | { readonly kind: 'document'; readonly document: Document }
  | { readonly kind: 'chunks'; readonly key: DocumentKey }
  | { readonly kind: 'missing'; readonly file: number }
  /** The article is no longer in the library; nothing is kept of it. */
  | { readonly kind: 'gone' };

/** The kept document of an article, if it has at least what is wanted. */
export function keptDocument(snapshot: Snapshot, card: Card, wanted: PrepareOptions): KeptDocument {
  snapshot.names();
  const [file] = selectFiles(snapshot.db, 'article = ? AND path = ?', card.id, card.path);
  if (!file) return { kind: 'gone' };
  snapshot.files([file]);
  const hash = file.hash ?? '';
  const row = snapshot.db
    .prepare('SELECT version, json FROM documents WHERE file = ? AND hash = ?')
    .get(file.id, hash) as { readonly version: string; readonly json: string } | undefined;
  const suits =
    row?.version === versionOf(card, wanted) ||
    row?.version === versionOf(card, { hyphenate: true, highlight: true });
  const document = suits ? parsed(row?.json ?? '') : undefined;
  if (document === undefined) return { kind: 'missing', file: file.id };
  if (!('chunks' in document)) return { kind: 'document', document };
  const { chunks } = document;
  return { kind: 'chunks', key: { file: file.id, hash, version: row?.version ?? '', chunks } };
}

function parsed(json: string): Document | KeptHead | undefined {
  try {
    const value = JSON.parse(json) as Document | KeptHead;
    // Another version of the program may have kept it in another shape.
    return 'blocks' in value || 'chunks' in value ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What a document depends on beside the file's bytes. */
export function versionOf(
  { title, titleFrom, lang }: Card,
  { hyphenate, highlight }: PrepareOptions,
): string {
  return JSON.stringify([DOCUMENT_VERSION, titleFrom, title, lang, hyphenate, highlight]);
}
