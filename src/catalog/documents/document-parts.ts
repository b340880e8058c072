// A long article part by part, out of the cache as they are asked for.

import type { DatabaseSync } from 'node:sqlite';
import type { Block, Document, DocumentLink, Note } from '../../typeset/document/document.ts';
import type { DocumentPart } from '../../typeset/parts.ts';
import type { DocumentParts } from '../catalog.ts';
import type { DocumentKey, PartsHead } from './documents.ts';

/** The parts that the cache has; one that it has lost meanwhile is undefined. */
export function keptParts(
  db: () => DatabaseSync,
  key: DocumentKey,
  { parts }: PartsHead,
): DocumentParts {
  return {
    firsts: parts.map(([firstBlock]) => firstBlock),
    sizes: parts.map(([, size]) => size),
    isWhole: true,
    size: parts.reduce((sum, [, size]) => sum + size, 0),
    part: (index) => selectPart(db(), key, index),
    more: async () => undefined,
    close: () => undefined,
  };
}

/** Whether all parts lie in the cache: a cleaned or damaged one may have lost some. */
export function isKept(
  db: DatabaseSync,
  { file, hash, version }: DocumentKey,
  { parts }: PartsHead,
): boolean {
  try {
    const row = db
      .prepare(`SELECT count(*) AS count FROM parts JOIN documents USING (file)
        WHERE file = ? AND hash = ? AND version = ?`)
      .get(file, hash, version) as { readonly count: number };
    return row.count === parts.length;
  } catch {
    return false;
  }
}

function selectPart(
  db: DatabaseSync,
  { file, hash, version }: DocumentKey,
  index: number,
): DocumentPart | undefined {
  try {
    const row = db
      .prepare(`SELECT parts.json FROM parts JOIN documents USING (file)
        WHERE file = ? AND hash = ? AND version = ? AND part = ?`)
      .get(file, hash, version, index) as { readonly json: Uint8Array } | undefined;
    return row === undefined ? undefined : decoded(row.json);
  } catch {
    // A damaged cache is found out by whoever asks for the document anew.
    return undefined;
  }
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

export function decoded(bytes: Uint8Array): DocumentPart {
  return JSON.parse(decoder.decode(bytes)) as DocumentPart;
}

/** The document of a long article, of all its parts; undefined where one is lost. */
export function wholeDocument(parts: DocumentParts, head: PartsHead): Document | undefined {
  const blocks: Block[] = [];
  const links: DocumentLink[] = [];
  let notes: readonly Note[] = [];
  for (let index = 0; index < parts.firsts.length; index++) {
    const part = parts.part(index);
    if (part === undefined) return undefined;
    for (const block of part.blocks) blocks.push(block);
    for (const link of part.links) links.push(link);
    notes = part.notes ?? notes;
  }
  const { parts: _parts, ...rest } = head;
  return { ...rest, blocks, notes, links };
}
