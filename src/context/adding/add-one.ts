// One page into the reader's own folder, for the screen: what came of it, or a sentence that says why not.

import { collect } from '../../intake/collect/collect.ts';
import type { CollectOptions, Why } from '../../intake/collect/collecting.ts';
import type { ListedAddress } from '../../intake/incoming.ts';
import { openShelf, type Put } from '../../library/write/shelf.ts';
import { addingWords } from '../../messages/adding.ts';
import type { Context } from '../context.ts';
import { SAVED } from './saved.ts';
import { sentenceOfWhy } from './sources.ts';
import { openWeb } from './web.ts';

/** Adds a page (`https://` may be left out): its id and a line about it. Rejects with a sentence. */
export async function addOne(
  typed: string,
  context: Context,
): Promise<{ readonly id: string; readonly text: string }> {
  const { folders, settings, environment } = context;
  const words = addingWords(settings.language);
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
  const shelf = openShelf({ folder: folders.articles, locks: folders.cache });
  const client = openWeb(context);
  const kept: Put[] = [];
  const faults: Why[] = [];
  const options: CollectOptions = {
    shelf,
    client: async () => client,
    series: undefined,
    fallback: SAVED,
    all: false,
    limit: 1,
    pictures: true,
    tags: [],
    today: environment.now().toISOString().slice(0, 10),
    witness: {
      kept: (put: Put, _article: unknown, _entry: ListedAddress | undefined) => void kept.push(put),
      failed: (_source, why) => void faults.push(why),
      progress: () => {},
    },
  };
  try {
    await collect([{ kind: 'address', address }], options);
    if (kept[0]?.kind === 'added') shelf.putSeries(SAVED, { title: words.saved, order: '-date' });
  } finally {
    shelf.close();
    await client.close();
  }
  const [put] = kept;
  if (put) return { id: put.id, text: words.done(put.title, words.kind[put.kind]) };
  const [why] = faults;
  if (why?.kind === 'refusal' && why.reason === 'feed') {
    const { followOne } = await import('../feeds/screen-feeds.ts');
    const { key, text } = await followOne(address, context);
    return { id: await firstOf(key, context), text };
  }
  throw new Error(why === undefined ? words.refusal.empty : sentenceOfWhy(why, context, words));
}

/** Id of the first article of a series; the key itself where it has none. */
async function firstOf(key: string, context: Context): Promise<string> {
  const [first] = await (await context.catalog()).list({ series: key });
  return first?.id ?? key;
}
