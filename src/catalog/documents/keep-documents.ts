// Puts parsed articles into the cache. Loaded only where something was parsed.

import type { DatabaseSync } from 'node:sqlite';
import type { Card } from '../../library/article/card.ts';
import type { Document } from '../../typeset/document/document.ts';
import type { PrepareOptions } from '../../typeset/prepare/prepare.ts';
import { digestOf } from '../store/digest.ts';
import { writing } from '../store/store.ts';
import { type KeptHead, versionOf } from './documents.ts';
import type { KeptChunk } from './parsed-chunks.ts';

/** Longest document in JSON that is kept, in characters. */
const LONGEST = 256 * 1024 * 1024;

/** What was parsed of a text: the document of a short one, the chunks of a long one. */
export type Parsed = Document | readonly KeptChunk[];

export interface WaitingDocument {
  readonly file: number;
  readonly card: Card;
  readonly wanted: PrepareOptions;
  /** The bytes it was parsed from. */
  readonly bytes: Uint8Array;
  readonly parsed: Parsed;
}

/** Keeps a document by the bytes it was parsed from. */
export function keepDocument(
  db: DatabaseSync,
  { file, card, wanted, bytes, parsed }: WaitingDocument,
): void {
  const chunks = 'blocks' in parsed ? [] : parsed;
  const json = JSON.stringify('blocks' in parsed ? parsed : headOf(parsed));
  if (chunks.reduce((size, chunk) => size + chunk.bytes.length, json.length) > LONGEST) return;
  writing(db, () => {
    const { changes } = db
      .prepare(`INSERT OR REPLACE INTO documents (file, hash, version, json)
        SELECT id, hash, ?, ? FROM files WHERE id = ? AND hash = ?`)
      .run(versionOf(card, wanted), json, file, digestOf(bytes));
    if (changes === 0) return;
    db.prepare('DELETE FROM parts WHERE file = ?').run(file);
    const insert = db.prepare('INSERT INTO parts (file, part, json) VALUES (?, ?, ?)');
    for (const [index, chunk] of chunks.entries()) insert.run(file, index, chunk.bytes);
  });
}

function headOf(chunks: readonly KeptChunk[]): KeptHead {
  return { chunks: chunks.map(({ firstBlock, bytes }) => [firstBlock, bytes.length] as const) };
}
