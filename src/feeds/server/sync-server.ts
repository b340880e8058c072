// One server, once: its feeds, its items, and the marks of both sides.

import type { FetchOptions, Result } from '../fetch/fetch-feed.ts';
import { NO_PACE } from '../parse/feed.ts';
import { DAY, dueAfterFailure, HOUR } from '../schedule/schedule.ts';
import { stateFileOf, troubleOf, writeState } from '../store/feed-state.ts';
import type { Followed } from '../store/followed.ts';
import { takeLock } from '../store/lock.ts';
import { ServerFault } from './fault.ts';
import { isLongId } from './item-ids.ts';
import { knownIn, type Place, placesOf } from './places.ts';
import { readServerState, type ServerState, writeServerState } from './server-state.ts';
import { STATE, signIn } from './session.ts';
import { syncMarks } from './sync-marks.ts';
import { takeItems } from './take-items.ts';

/** How far back items come that are read and have no star, when a server is followed for the first time. */
const RECENT = 30 * DAY;

/**
 * Brings a server and its folders in step, if it is due or with `force`. What comes of it is told of each of
 * its folders. Resolves to false where another process is at it. Rejects with the signal's reason.
 */
export async function syncServer(address: string, options: FetchOptions): Promise<boolean> {
  const { stateFolder, processes, force, now, servers, signal } = options;
  const file = stateFileOf(stateFolder, address);
  const all = await servers.folders();
  const own = all.filter(({ fields }) => fields.server === address);
  const tell = (result: Result): boolean => {
    for (const followed of own) options.onResult?.(followed, result);
    return result.kind !== 'locked';
  };
  const isResting = (): boolean => !force && (readServerState(file, now()).due ?? 0) > now();
  if (isResting()) return tell({ kind: 'not-due' });
  const release = takeLock(file.replace(/json$/, 'lock'), processes);
  if (!release) return tell({ kind: 'locked' });
  try {
    // Another process may have done it between the look and the lock.
    if (isResting()) return tell({ kind: 'not-due' });
    await bringInStep(address, all, file, options);
    return true;
  } catch (error) {
    signal?.throwIfAborted();
    const state = readServerState(file, now());
    const failures = (state.failures ?? 0) + 1;
    const isFault = error instanceof ServerFault;
    const trouble = isFault ? error.trouble : troubleOf(error);
    const retryAfter = (isFault ? error.retryAfter : 0) / 1000;
    const due = dueAfterFailure(now(), failures, { retryAfter }, options.random());
    writeServerState(file, { ...state, failures, trouble, due });
    if (own.length === 0) throw error;
    return tell({ kind: 'failed', trouble });
  } finally {
    release();
  }
}

async function bringInStep(
  address: string,
  all: readonly Followed[],
  file: string,
  options: FetchOptions,
): Promise<void> {
  const { client, now, servers, signal } = options;
  const begun = now();
  const session = await signIn(address, await servers.account(address), client, signal);
  const places = placesOf(await session.subscriptions(), all, address, options);
  const before = readServerState(file, begun);
  const since = before.synced === undefined ? begun - RECENT : before.synced - DAY;
  const list = `${STATE}reading-list`;
  const unread = await session.ids(list, { without: `${STATE}read` });
  const starred = await session.ids(`${STATE}starred`);
  const recent = await session.ids(list, { since: Math.floor(since / 1000) });
  const today = new Date(begun).toISOString().slice(0, 10);
  const listed = new Set([...unread.ids, ...starred.ids, ...recent.ids]);
  const known = new Set(
    [...places.values()].flatMap((place) => knownIn(place, today).map(({ guid }) => guid)),
  );
  const wanted = [...listed].filter((id) => !known.has(id) && !before.marks.has(id));
  await takeItems(wanted, session, places, options);
  const { failures: _, trouble: __, ...rest } = before;
  const marks = new Map(before.marks);
  const state: ServerState = { ...rest, marks };
  const pairs = [...places.values()].map((place) => [place, knownIn(place, today)] as const);
  const journal = servers.marks(before.synced ?? 0, begun);
  if (journal) {
    await syncMarks(pairs, { unread, starred }, marks, journal, session, () =>
      writeServerState(file, state),
    );
  }
  // What is no article here was seen all the same; what nobody knows any more is forgotten.
  for (const [, items] of pairs) for (const { guid } of items) if (isLongId(guid)) listed.add(guid);
  for (const id of marks.keys()) if (!listed.has(id)) marks.delete(id);
  for (const id of wanted) if (!marks.has(id)) marks.set(id, { read: false, starred: false });
  writeServerState(file, { ...state, synced: begun, due: now() + HOUR });
  for (const place of places.values()) report(place, options);
}

function report(place: Place, options: FetchOptions): void {
  const { followed, stateFile, state, taken } = place;
  const isNews = taken.added.length + taken.changed.length > 0;
  const cost = { ...state.cost, changes: state.cost.changes + (isNews ? 1 : 0) };
  writeState(stateFile, { ...state, fetched: options.now(), cost });
  const { title = '' } = followed.fields;
  const feed = { format: 'json', title, pace: NO_PACE, items: [], faults: [] } as const;
  const isQuiet = !isNews && taken.kept.length === 0;
  options.onResult?.(
    followed,
    isQuiet ? { kind: 'unchanged' } : { kind: 'taken', feed, items: state.items, ...taken },
  );
}
