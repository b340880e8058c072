// The chunks of a long article, out of the cache as they are asked for.

import type { DatabaseSync } from 'node:sqlite';
import type { Chunk } from '../../typeset/document/chunk.ts';
import type { Chunks } from './chunks.ts';
import type { DocumentKey } from './documents.ts';

/** The chunks that the cache has; undefined where a cleaned or damaged one has lost some. */
export function keptChunks(
  db: () => DatabaseSync,
  { file, hash, version, chunks }: DocumentKey,
): Chunks | undefined {
  const where = 'parts JOIN documents USING (file) WHERE file = ? AND hash = ? AND version = ?';
  try {
    const row = db().prepare(`SELECT count(*) AS count FROM ${where}`).get(file, hash, version);
    if (row?.['count'] !== chunks.length) return undefined;
  } catch {
    return undefined;
  }
  return {
    length: chunks.length,
    complete: true,
    at(index) {
      try {
        const row = db()
          .prepare(`SELECT parts.json FROM ${where} AND part = ?`)
          .get(file, hash, version, index);
        return row === undefined ? undefined : decoded(row['json'] as Uint8Array);
      } catch {
        // A damaged cache is found out by whoever asks for the article anew.
        return undefined;
      }
    },
    next: async () => undefined,
    close: () => undefined,
    firsts: chunks.map(([firstBlock]) => firstBlock),
    sizes: chunks.map(([, size]) => size),
    size: chunks.reduce((sum, [, size]) => sum + size, 0),
  };
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A chunk from its bytes. */
export function decoded(bytes: Uint8Array): Chunk {
  return JSON.parse(decoder.decode(bytes)) as Chunk;
}
