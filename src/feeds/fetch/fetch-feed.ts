// One feed, once: asked with what it gave last time, and what came taken into its folder.

import { namesIn } from '../../folder.ts';
import type { Answer, Client, Fetched, Limits } from '../../http/answer.ts';
import { addRemoved } from '../../library/write/removed.ts';
import { digestOf } from '../items/digest.ts';
import { type Feed, NO_PACE } from '../parse/feed.ts';
import { parseFeed } from '../parse/parse-feed.ts';
import { dueAfterFailure, dueAfterSuccess, hintsOf, moveAfter } from '../schedule/schedule.ts';
import type { ServerTools } from '../server/tools.ts';
import { type FeedState, type Trouble, troubleOfFailure } from '../store/feed-state.ts';
import type { Followed } from '../store/followed.ts';
import type { Processes } from '../store/lock.ts';
import { goneOf, type Taken, takeIn } from './take-in.ts';

export type Outcome =
  | { readonly kind: 'unchanged' }
  | ({ readonly kind: 'taken'; readonly feed: Feed } & Taken)
  | { readonly kind: 'failed'; readonly trouble: Trouble };

export interface FetchTools {
  readonly client: Client;
  readonly now: () => number;
  /** 0 to 1. */
  readonly random: () => number;
  readonly signal?: AbortSignal | undefined;
}

export type Result =
  | Outcome
  /** Another process is at it. */
  | { readonly kind: 'locked' }
  /** Neither due nor forced. */
  | { readonly kind: 'not-due' };

export interface FetchOptions extends FetchTools {
  readonly stateFolder: string;
  /** The reader's own folder of articles. */
  readonly articles: string;
  readonly servers: ServerTools;
  readonly processes: Processes;
  readonly force: boolean;
  readonly onResult?: (followed: Followed, result: Result) => void;
}

/** The outcome, what to remember, and the address that takes the place of the feed's. */
export interface Asked {
  readonly outcome: Outcome;
  readonly state: FeedState;
  readonly adopt?: string;
}

/** A feed is no book: most have less than a megabyte. */
export const FEED_LIMITS: Partial<Limits> = { bytes: 16 * 1024 * 1024, whole: 30_000 };
export const FEED_TYPES =
  'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.7, */*;q=0.5';

/** Asks a feed and takes in what came. Throws what writing throws, and the signal's reason. */
export async function fetchFeed(
  followed: Followed,
  state: FeedState,
  tools: FetchTools,
): Promise<Asked> {
  const { client, signal } = tools;
  const { etag, lastModified } = state;
  const answer = await client.get(followed.fields.feed, {
    by: 'reader',
    accept: FEED_TYPES,
    limits: FEED_LIMITS,
    etag,
    lastModified,
    signal,
  });
  signal?.throwIfAborted();
  return interpret(followed, state, answer, tools);
}

/** What an answer means for a followed folder. Throws what writing throws. */
export async function interpret(
  followed: Followed,
  before: FeedState,
  answer: Answer,
  tools: FetchTools,
): Promise<Asked> {
  const now = tools.now();
  const state = asked(before, now, answer.kind === 'fetched' ? answer.bytes.length : 0);
  if (answer.kind === 'failed')
    return failed(state, troubleOfFailure(answer), tools, answer.retryAfter);
  const hints = hintsOf(answer.headers, now);
  const moved = moveAfter(state.move, answer.movedTo);
  if (answer.kind === 'not-modified') {
    noteRemoved(followed, state);
    const due = dueAfterSuccess(now, state.pace ?? NO_PACE, hints);
    const validators = validatorsOf(answer.headers, state);
    return read({ ...state, ...validators, due }, { kind: 'unchanged' }, now, moved);
  }
  const body = digestOf(answer.bytes);
  const validators = validatorsOf(answer.headers, {});
  const { etag: _, lastModified: __, body: same, ...rest } = state;
  if (body === same) {
    noteRemoved(followed, state);
    const due = dueAfterSuccess(now, state.pace ?? NO_PACE, hints);
    return read({ ...rest, ...validators, body, due }, { kind: 'unchanged' }, now, moved);
  }
  const parsed = parseFeed(answer.bytes, baseOf(answer), answer.charset);
  if (parsed.kind !== 'feed') return failed(state, { code: 'no-feed' }, tools);
  const { feed } = parsed;
  const fullText = followed.fields.full
    ? (await import('./full-text.ts')).fullTextBy(tools.client, answer.isPrivate, tools.signal)
    : undefined;
  const taken = await takeIn(followed, feed, state.items, now, fullText);
  const isWhole = !feed.faults.some((fault) => fault === 'cut-off' || fault === 'too-deep');
  const isNews = taken.added.length + taken.changed.length > 0;
  const next: FeedState = {
    ...rest,
    // A body that was cut off must come again.
    ...(isWhole ? { ...validators, body } : {}),
    due: dueAfterSuccess(now, feed.pace, hints),
    pace: feed.pace,
    faults: feed.faults,
    items: taken.items,
    cost: { ...state.cost, changes: state.cost.changes + (isNews ? 1 : 0) },
  };
  return read(next, { kind: 'taken', feed, ...taken }, now, moved);
}

/** Says in the folder what was taken out of it, also where the feed has nothing new. */
function noteRemoved({ folder }: Followed, { items }: FeedState): void {
  const files = new Set(namesIn(folder));
  const gone = goneOf(items, files);
  if (gone.length > 0) addRemoved(folder, gone);
}

function asked(state: FeedState, now: number, bytes: number): FeedState {
  const { cost } = state;
  return {
    ...state,
    asked: now,
    cost: { ...cost, requests: cost.requests + 1, bytes: cost.bytes + bytes },
  };
}

function read(
  state: FeedState,
  outcome: Outcome,
  now: number,
  { move, adopt }: ReturnType<typeof moveAfter>,
): Asked {
  const { failures: _, trouble: __, gone: ___, move: ____, ...rest } = state;
  const next = { ...rest, fetched: now, ...(move ? { move } : {}) };
  return adopt === undefined
    ? { outcome, state: next }
    : { outcome, state: { ...next, url: adopt }, adopt };
}

function failed(
  state: FeedState,
  trouble: Trouble,
  { now, random }: FetchTools,
  retryAfter = 0,
): Asked {
  const failures = (state.failures ?? 0) + 1;
  return {
    outcome: { kind: 'failed', trouble },
    state: {
      ...state,
      failures,
      trouble,
      due: dueAfterFailure(now(), failures, { retryAfter: retryAfter / 1000 }, random()),
      ...(trouble.status === 410 ? { gone: true } : {}),
    },
  };
}

function validatorsOf(
  headers: Fetched['headers'],
  before: Pick<FeedState, 'etag' | 'lastModified'>,
): Pick<FeedState, 'etag' | 'lastModified'> {
  const etag = headers['etag'] ?? before.etag;
  const lastModified = headers['last-modified'] ?? before.lastModified;
  return {
    ...(etag ? { etag } : {}),
    ...(lastModified ? { lastModified } : {}),
  };
}

/** RFC 9110, 8.7: what a response says it is the content of, if that is on the same host. */
export function baseOf({ headers, address }: Fetched): string {
  const location = URL.parse(headers['content-location'] ?? '', address);
  return location?.host === URL.parse(address)?.host ? (location?.href ?? address) : address;
}
