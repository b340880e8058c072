// The chunks of a long article as its text is parsed.

import type { Chunk } from '../../typeset/document/chunk.ts';
import type { Chunks } from './chunks.ts';
import { decoded } from './kept-chunks.ts';

/** Bytes of JSON that a byte of Markdown becomes, more or less: how long a text is while it is parsed. */
const GROWTH = 1.6;
/** Bytes of chunks that are held for the cache where they are wanted only in order. */
const MOST_HELD = 64 * 1024 * 1024;

/** A chunk as bytes: they take less room than the text. */
export interface KeptChunk {
  readonly firstBlock: number;
  readonly bytes: Uint8Array;
}

/** Where a text of `bytes` bytes is parsed. */
export interface Parsing {
  readonly bytes: number;
  /** Whether a chunk may be asked for again once the next is there. */
  readonly again: boolean;
  readonly stop: AbortController;
  /** Gets them when they are all there, unless they are too many to be held. */
  readonly kept?: (chunks: readonly KeptChunk[]) => void;
}

/** The chunks of a text as they come. */
export function parsedChunks(
  source: AsyncGenerator<Chunk> | Generator<Chunk>,
  { bytes, again, stop, kept }: Parsing,
): Chunks {
  let held: KeptChunk[] | undefined = kept === undefined && !again ? undefined : [];
  const firsts: number[] = [];
  const sizes: number[] = [];
  let newest: Chunk | undefined;
  let size = 0;
  let complete = false;
  let pending: Promise<void> | undefined;

  const next = async (): Promise<void> => {
    const { done, value } = await source.next();
    if (done === true) throw new Error('parsing was ended');
    newest = value;
    firsts.push(value.firstBlock);
    complete = value.last;
    if (held === undefined) return;
    const json = Buffer.from(JSON.stringify(value));
    held.push({ firstBlock: value.firstBlock, bytes: json });
    sizes.push(json.length);
    size += json.length;
    if (size > MOST_HELD && !again) held = undefined;
    if (complete && held !== undefined) kept?.(held);
  };

  return {
    get length() {
      return firsts.length;
    },
    get complete() {
      return complete;
    },
    at(index) {
      if (index === firsts.length - 1) return newest;
      const one = held?.[index];
      return one && decoded(one.bytes);
    },
    next: async () => {
      if (complete) return;
      // Whoever asks while a chunk is on its way waits for the same one.
      pending ??= next().finally(() => {
        pending = undefined;
      });
      await pending;
    },
    close: () => {
      // The chunk that is on its way is given up, and the next is not asked for.
      stop.abort();
      void source.return(undefined as never);
    },
    firsts,
    sizes,
    get size() {
      return complete ? size : Math.max(size, bytes * GROWTH);
    },
  };
}
