// A list's addresses, many at once; what is there is not asked for again.

import type { IncomingArticle, ListedAddress } from '../incoming.ts';
import { readDocument } from '../read-document.ts';
import type { CollectOptions, Got, Why } from './collecting.ts';
import { asked, keep } from './keep.ts';

/** Addresses at once; how many of one host is the client's affair. */
const AT_ONCE = 24;

/** Keeps every address of a list that is not there yet; `by` is whose list it is. */
export async function collectList(
  entries: readonly ListedAddress[],
  options: CollectOptions,
  by: 'reader' | 'stranger',
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
      } else await collectEntry(entry, options, by);
      witness.progress(++done, entries.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function collectEntry(
  entry: ListedAddress,
  options: CollectOptions,
  by: 'reader' | 'stranger',
): Promise<void> {
  const got = await asked(entry.address, options, by);
  const why = 'kind' in got ? got : await keptFrom(got, entry, options);
  if (why === undefined) return;
  // The page may be gone; what the other program had kept of it is not.
  const own = entry.html === undefined ? undefined : await articleIn(entry.html, entry.address);
  if (own === undefined) return options.witness.failed(entry.address, why);
  await keep(own, nowhere(entry.address), options, { entry });
}

async function keptFrom(
  got: Got,
  entry: ListedAddress,
  options: CollectOptions,
): Promise<Why | undefined> {
  const document = await readDocument(got.bytes, got.origin);
  if (document.kind === 'article') {
    await keep(document.article, got, options, { entry });
    return undefined;
  }
  return { kind: 'refusal', reason: document.kind === 'refused' ? document.reason : 'format' };
}

async function articleIn(html: string, address: string): Promise<IncomingArticle | undefined> {
  const { readFragment } = await import('../html/read-page.ts');
  const { markdown, pictures } = readFragment(html, { address });
  return markdown.trim() === '' ? undefined : { authors: [], tags: [], markdown, pictures };
}

const nowhere = (address: string): Got => ({
  name: address,
  bytes: new Uint8Array(),
  origin: { address },
});

const asArticle = (entry: ListedAddress) => ({
  authors: [],
  tags: entry.tags,
  markdown: '',
  pictures: [],
});
