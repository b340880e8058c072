// Brings what a server has into its folders, some items at a time, so that little is lost where the process
// is killed between.

import type { FetchOptions } from '../fetch/fetch-feed.ts';
import { takeIn } from '../fetch/take-in.ts';
import { type FeedItem, NO_PACE } from '../parse/feed.ts';
import { writeState } from '../store/feed-state.ts';
import type { Place } from './places.ts';
import { readItem } from './read-item.ts';
import type { Session } from './session.ts';

/** Items asked for at once. */
const BATCH = 50;

/** Fetches the items named `ids` and writes those of a subscription to its place. */
export async function takeItems(
  ids: readonly string[],
  session: Session,
  places: ReadonlyMap<string, Place>,
  options: FetchOptions,
): Promise<void> {
  for (let at = 0; at < ids.length; at += BATCH) {
    const values = await session.contents(ids.slice(at, at + BATCH));
    const served = values.flatMap((value) => readItem(value) ?? []);
    for (const [stream, items] of Map.groupBy(served, (one) => one.stream)) {
      const place = places.get(stream);
      if (place !== undefined)
        await take(
          place,
          items.map(({ item }) => item),
          options,
        );
    }
  }
}

async function take(place: Place, items: readonly FeedItem[], options: FetchOptions) {
  const { followed, stateFile, state, taken } = place;
  const { client, signal, now } = options;
  const feed = { format: 'json', title: '', pace: NO_PACE, items, faults: [] } as const;
  const fullText = followed.fields.full
    ? (await import('../fetch/full-text.ts')).fullTextBy(client, false, signal)
    : undefined;
  const more = await takeIn(followed, feed, state.items, now(), fullText);
  place.state = { ...state, items: more.items };
  place.taken = {
    added: [...more.added, ...taken.added],
    changed: [...more.changed, ...taken.changed],
    kept: [...more.kept, ...taken.kept],
  };
  writeState(stateFile, place.state);
}
