// The addresses of a list, many at once. What is there already is not asked for again, so that a run that
// was cut off goes on where it was.

import type { ListedAddress } from '../incoming.ts';
import { readDocument } from '../read-document.ts';
import type { CollectOptions } from './collecting.ts';
import { fetched, keep } from './keep.ts';

/** Addresses at once; how many of one host is the client's affair. */
const AT_ONCE = 24;

/** Keeps every address of a list that is not there yet. */
export async function collectList(
  entries: readonly ListedAddress[],
  options: CollectOptions,
): Promise<void> {
  const { witness, shelf, signal } = options;
  const waiting = entries.values();
  let done = 0;
  const work = async (): Promise<void> => {
    for (const entry of waiting) {
      if (signal?.aborted) return;
      const known = witness.print ? undefined : shelf.find({ source: entry.address });
      if (known) {
        const { id, path, title = entry.title ?? '' } = known;
        witness.kept({ kind: 'unchanged', id, path, title }, asArticle(entry), entry);
      } else await collectEntry(entry, options);
      witness.progress(++done, entries.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function collectEntry(entry: ListedAddress, options: CollectOptions): Promise<void> {
  const got = await fetched(entry.address, options);
  if (!got) return;
  const document = await readDocument(got.bytes, got.origin);
  if (document.kind === 'article') await keep(document.article, got, options, { entry });
  else {
    const reason = document.kind === 'refused' ? document.reason : 'format';
    options.witness.failed(entry.address, { kind: 'refusal', reason });
  }
}

const asArticle = (entry: ListedAddress) => ({
  authors: [],
  tags: entry.tags,
  markdown: '',
  pictures: [],
});
