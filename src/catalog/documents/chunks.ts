// An article chunk by chunk: those of a short one, or of one out of the cache, are there at once, those of
// one that is parsed only now come one after another.

import { type Chunk, wholeChunk } from '../../typeset/document/chunk.ts';
import type { Document } from '../../typeset/document/document.ts';

export interface Chunks {
  /** Chunks that are there so far. */
  readonly length: number;
  /** Whether there are no more to come. */
  readonly complete: boolean;
  /** Undefined where the cache has lost it, or it was not to be held: the article has to be asked for anew. */
  at(index: number): Chunk | undefined;
  /** Settles when there are more, or none to come. Throws where the text can't be parsed to its end. */
  next(): Promise<void>;
  /** No more are wanted. */
  close(): void;
  /** Blocks above each chunk so far. */
  readonly firsts: readonly number[];
  /** How much of the text each is. */
  readonly sizes: readonly number[];
  /** What the sizes come to in all; an estimate until `complete`. */
  readonly size: number;
}

/** The chunks of an article that is there as a whole: one. */
export function wholeChunks(document: Document): Chunks {
  const chunk = wholeChunk(document);
  return {
    length: 1,
    complete: true,
    at: (index) => (index === 0 ? chunk : undefined),
    next: async () => undefined,
    close: () => undefined,
    firsts: [0],
    sizes: [1],
    size: 1,
  };
}

/** The chunks in order as they come. Where one is lost, the rest is asked for `anew`. */
export async function* inOrder(
  chunks: Chunks,
  anew: () => Promise<Chunks>,
): AsyncGenerator<Chunk, void, undefined> {
  let from = chunks;
  const reached = async (index: number): Promise<Chunk | undefined> => {
    while (index >= from.length && !from.complete) await from.next();
    return from.at(index);
  };
  try {
    for (let index = 0; ; index++) {
      let chunk = await reached(index);
      if (index >= from.length) return;
      if (chunk === undefined) {
        from.close();
        from = await anew();
        chunk = await reached(index);
      }
      if (chunk === undefined) return;
      yield chunk;
    }
  } finally {
    from.close();
  }
}
