// Parsed articles in the cache, each as long as its file has the same bytes.

import type { DatabaseSync } from 'node:sqlite';
import type { Card } from '../library/card.ts';
import type { Document } from '../typeset/document.ts';
import { DOCUMENT_VERSION } from '../typeset/marks.ts';
import type { PrepareOptions } from '../typeset/prepare.ts';
import type { Look } from './answers.ts';
import { selectFiles } from './rows.ts';
import { writing } from './store.ts';

/** Longest document in JSON that is kept, in characters: beyond it, parsing costs little more than reading. */
const LONGEST = 32 * 1024 * 1024;

/** A document, or what to keep it by once it is parsed. */
export type KeptDocument =
  | { readonly kind: 'document'; readonly document: Document }
  | { readonly kind: 'missing'; readonly file: number }
  /** The article is no longer in the library; nothing is kept of it. */
  | { readonly kind: 'gone' };

export interface WaitingDocument {
  readonly file: number;
  readonly hash: string;
  readonly card: Card;
  readonly document: Document;
  readonly wanted: PrepareOptions;
}

/** The kept document of an article, if it has at least what is wanted. */
export function keptDocument(look: Look, card: Card, wanted: PrepareOptions): KeptDocument {
  look.names();
  const [file] = selectFiles(look.db, 'article = ? AND path = ?', card.id, card.path);
  if (!file) return { kind: 'gone' };
  look.files([file]);
  const hash = file.hash ?? '';
  const row = look.db
    .prepare('SELECT version, json FROM documents WHERE file = ? AND hash = ?')
    .get(file.id, hash) as { readonly version: string; readonly json: string } | undefined;
  const suits =
    row?.version === versionOf(card, wanted) ||
    row?.version === versionOf(card, { hyphenate: true, highlight: true });
  const document = suits ? parsed(row?.json ?? '') : undefined;
  return document ? { kind: 'document', document } : { kind: 'missing', file: file.id };
}

function parsed(json: string): Document | undefined {
  try {
    return JSON.parse(json) as Document;
  } catch {
    return undefined;
  }
}

/** What a document depends on beside the file's bytes. */
function versionOf(
  { title, titleFrom, lang }: Card,
  { hyphenate, highlight }: PrepareOptions,
): string {
  return JSON.stringify([DOCUMENT_VERSION, titleFrom, title, lang, hyphenate, highlight]);
}

/** Keeps a document by the bytes it was parsed from. */
export function keepDocument(
  db: DatabaseSync,
  { file, hash, card, document, wanted }: WaitingDocument,
): void {
  const json = JSON.stringify(document);
  if (json.length > LONGEST) return;
  writing(db, () => {
    db.prepare(`INSERT OR REPLACE INTO documents (file, hash, version, json)
      SELECT id, hash, ?, ? FROM files WHERE id = ? AND hash = ?`).run(
      versionOf(card, wanted),
      json,
      file,
      hash,
    );
  });
}
