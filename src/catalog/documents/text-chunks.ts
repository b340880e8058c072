// The chunks of a text that is parsed now. Loaded only where there is something to parse.

import { type ParseOptions, parseDocument, SHORT } from '../../typeset/parse/parse-document.ts';
import { type PrepareOptions, prepare } from '../../typeset/prepare/prepare.ts';
import { parseAside, parseHere } from '../parse/parse-chunks.ts';
import { type Chunks, wholeChunks } from './chunks.ts';
import type { Parsed } from './keep-documents.ts';
import { parsedChunks } from './parsed-chunks.ts';

export interface TextOptions {
  readonly wanted: PrepareOptions;
  /** Whether chunks may be asked for in any order; they are then parsed aside, for keys come first. */
  readonly anyOrder: boolean;
  /** Gets all of it once it is parsed, for the cache. */
  readonly kept?: (parsed: Parsed) => void;
}

/** The chunks of some Markdown without front matter. */
export async function textChunks(
  markdown: string,
  own: ParseOptions,
  { wanted, anyOrder, kept }: TextOptions,
): Promise<Chunks> {
  if (markdown.length < SHORT) {
    const document = await prepare(parseDocument(markdown, own), wanted);
    kept?.(document);
    return wholeChunks(document);
  }
  const stop = new AbortController();
  return parsedChunks(
    anyOrder
      ? parseAside(markdown, own, wanted, stop.signal)
      : await parseHere(markdown, own, wanted),
    { bytes: Buffer.byteLength(markdown), again: anyOrder, stop, ...(kept ? { kept } : {}) },
  );
}
