// Brings sources into the reader's folder: fetched, read, pictures kept, written. Prints nothing.

import type { IncomingDocument } from '../incoming.ts';
import { readDocument } from '../read-document.ts';
import type { CollectOptions, Got, Source } from './collecting.ts';
import { followNext } from './follow-next.ts';
import { fetched, keep } from './keep.ts';
import { collectList } from './list.ts';
import { collectSeries } from './series.ts';

/** Addresses that were named one by one, at once. */
const AT_ONCE = 8;

/** Brings in all sources: files one after another, addresses some at once; a list's, many. */
export async function collect(sources: readonly Source[], options: CollectOptions): Promise<void> {
  const { witness, signal } = options;
  const waiting = sources.values();
  let done = 0;
  const work = async (): Promise<void> => {
    for (const source of waiting) {
      if (signal?.aborted) return;
      witness.progress(done, sources.length);
      await collectOne(source, options);
      witness.progress(++done, sources.length);
      // Signals have their turn, and V8 lets go of what a page had weak references to.
      await new Promise((next) => setImmediate(next));
    }
  };
  const isWeb = sources.some(({ kind }) => kind === 'address');
  await Promise.all(Array.from({ length: isWeb ? AT_ONCE : 1 }, work));
}

async function collectOne(source: Source, options: CollectOptions): Promise<void> {
  const name = source.kind === 'address' ? source.address : source.name;
  const got =
    source.kind === 'address' ? await fetched(source.address, options) : read(source, options);
  if (got === undefined) return;
  const document = await readDocument(got.bytes, got.origin);
  if (document.kind === 'article' && options.all) {
    await followNext(document.article, { ...got, name }, options);
  } else await take(document, { ...got, name }, options);
}

function read(
  { name, origin, read: bytesOf }: Source & { readonly kind: 'bytes' },
  { witness }: CollectOptions,
): Got | undefined {
  try {
    return { name, origin, bytes: bytesOf() };
  } catch (error) {
    witness.failed(name, { kind: 'system', error });
    return undefined;
  }
}

async function take(document: IncomingDocument, got: Got, options: CollectOptions): Promise<void> {
  const { witness } = options;
  switch (document.kind) {
    case 'refused': {
      const { reason, detail } = document;
      witness.failed(got.name, {
        kind: 'refusal',
        reason,
        ...(detail === undefined ? {} : { detail }),
      });
      return;
    }
    case 'list':
      // What a server calls a list is a stranger's word, unless it stands on the reader's own network.
      return collectList(
        document.entries,
        options,
        got.origin.address?.startsWith('http') && !got.isPrivate ? 'stranger' : 'reader',
      );
    case 'series':
      return collectSeries(document.series, options);
    case 'article':
      await keep(document.article, got, options);
  }
}
