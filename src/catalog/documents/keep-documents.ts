// Puts parsed articles into the cache. Loaded only where something was parsed.

import type { DatabaseSync } from 'node:sqlite';
import type { Card } from '../../library/article/card.ts';
import type { Document } from '../../typeset/document/document.ts';
import { type CutPart, partsOf } from '../../typeset/parts.ts';
import type { PrepareOptions } from '../../typeset/prepare/prepare.ts';
import { digestOf } from '../store/digest.ts';
import { writing } from '../store/store.ts';
import { type PartsHead, versionOf } from './documents.ts';

/** Characters of JSON from which on a document is kept in parts: what is shorter is set within a frame. */
const LONG = 128 * 1024;
/** Longest document in JSON that is kept, in characters. */
const LONGEST = 256 * 1024 * 1024;

/** A part as bytes: they take less room than the text. */
export interface KeptPart {
  readonly firstBlock: number;
  readonly bytes: Uint8Array;
}

/** A document that is to be kept, whole or in parts. */
export type Parsed =
  | { readonly kind: 'whole'; readonly document: Document }
  | {
      readonly kind: 'parts';
      readonly head: Omit<PartsHead, 'parts'>;
      readonly parts: readonly KeptPart[];
    };

export interface WaitingDocument {
  readonly file: number;
  readonly card: Card;
  readonly wanted: PrepareOptions;
  /** The bytes it was parsed from. */
  readonly bytes: Uint8Array;
  readonly parsed: Parsed;
}

export function keptPart({ firstBlock, json }: CutPart): KeptPart {
  return { firstBlock, bytes: Buffer.from(json) };
}

/** Keeps a document by the bytes it was parsed from. */
export function keepDocument(
  db: DatabaseSync,
  { file, card, wanted, bytes, parsed }: WaitingDocument,
): void {
  const { json, parts } = parsed.kind === 'parts' ? headed(parsed) : whole(parsed.document);
  if (parts.reduce((size, part) => size + part.bytes.length, json.length) > LONGEST) return;
  writing(db, () => {
    const { changes } = db
      .prepare(`INSERT OR REPLACE INTO documents (file, hash, version, json)
        SELECT id, hash, ?, ? FROM files WHERE id = ? AND hash = ?`)
      .run(versionOf(card, wanted), json, file, digestOf(bytes));
    if (changes === 0) return;
    db.prepare('DELETE FROM parts WHERE file = ?').run(file);
    const insert = db.prepare('INSERT INTO parts (file, part, json) VALUES (?, ?, ?)');
    for (const [index, part] of parts.entries()) insert.run(file, index, part.bytes);
  });
}

interface Rows {
  readonly json: string;
  readonly parts: readonly KeptPart[];
}

function whole(document: Document): Rows {
  const json = JSON.stringify(document);
  if (json.length < LONG) return { json, parts: [] };
  const { blocks: _blocks, notes: _notes, links: _links, ...head } = document;
  return headed({ head, parts: partsOf(document).map(keptPart) });
}

function headed({ head, parts }: Omit<Extract<Parsed, { kind: 'parts' }>, 'kind'>): Rows {
  const sizes = parts.map(({ firstBlock, bytes }) => [firstBlock, bytes.length] as const);
  return { json: JSON.stringify({ ...head, parts: sizes } satisfies PartsHead), parts };
}
