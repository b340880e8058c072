// Where a long text is parsed: here, or in a thread of its own where there is one.

import { hasThread } from '../../thread.ts';
import type { Chunk } from '../../typeset/document/chunk.ts';
import { type ParseOptions, parseChunks } from '../../typeset/parse/parse-document.ts';
import { loadPreparer, needsOf, type PrepareOptions } from '../../typeset/prepare/prepare.ts';
import { threadChunks } from './parse-thread.ts';

/**
 * The chunks of `markdown`, prepared, in this thread: for a pipe, another took 1.2 times as long on two
 * cores that share a memory, for what is parsed has to be handed over.
 */
export async function parseHere(
  markdown: string,
  own: ParseOptions,
  wanted: PrepareOptions,
): Promise<Generator<Chunk>> {
  const prepare = await loadPreparer(needsOf(markdown, own.lang), wanted);
  return parseChunks(markdown, { ...own, prepare });
}

/** The same while keys are waited for, until `stop` says that no more are wanted. */
export async function* parseAside(
  markdown: string,
  own: ParseOptions,
  wanted: PrepareOptions,
  stop: AbortSignal,
): AsyncGenerator<Chunk> {
  if (hasThread('parse-worker')) {
    const needs = needsOf(markdown, own.lang);
    yield* threadChunks(markdown, { own, needs, wishes: wanted }, stop);
    return;
  }
  for (const chunk of await parseHere(markdown, own, wanted)) {
    if (stop.aborted) return;
    yield chunk;
    // Keys come first.
    await new Promise((resolve) => setImmediate(resolve));
  }
}
