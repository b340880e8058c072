// What is remembered of a feed, in a small file that may be lost: front matter knows the items.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Failure, FailureCode } from '../../http/answer.ts';
import { writeWhole } from '../../library/write/whole-file.ts';
import type { KnownItem } from '../items/merge.ts';
import type { FeedFault, Pace } from '../parse/feed.ts';
import type { Move } from '../schedule/schedule.ts';

/** Why the last fetch of a feed came to nothing. */
export interface Trouble extends Partial<Pick<Failure, 'status' | 'detail' | 'host' | 'limit'>> {
  readonly code:
    | FailureCode
    | 'no-feed'
    | 'disk'
    | 'unforeseen'
    /** A server does not take the name and password; there are none; what gives them fails (`detail`). */
    | 'sign-in'
    | 'no-account'
    | 'no-password'
    /** It answers as no server of feeds does. */
    | 'no-server';
}

/** What is remembered of a request that failed. */
export function troubleOfFailure({ code, status, detail, host, limit }: Failure): Trouble {
  return {
    code,
    host,
    ...(status === undefined ? {} : { status }),
    ...(detail === undefined ? {} : { detail }),
    ...(limit === undefined ? {} : { limit }),
  };
}

/** What went wrong with the disk, or with a program. */
export function troubleOf(error: unknown): Trouble {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === undefined
    ? { code: 'unforeseen', detail: message }
    : { code: 'disk', detail: code };
}

/** Times in milliseconds since 1970. */
export interface FeedState {
  readonly url: string;
  readonly etag?: string;
  readonly lastModified?: string;
  /** Last time it was asked, with whatever result. */
  readonly asked?: number;
  /** Last time it could be read, a 304 among it. */
  readonly fetched?: number;
  readonly due?: number;
  readonly failures?: number;
  readonly trouble?: Trouble;
  readonly faults?: readonly FeedFault[];
  readonly pace?: Pace;
  /** Digest of the body that was read last. */
  readonly body?: string;
  readonly move?: Move;
  /** The feed said 410: it rests. */
  readonly gone?: true;
  readonly items: readonly KnownItem[];
  readonly cost: Cost;
}

export interface Cost {
  readonly since: number;
  readonly requests: number;
  readonly bytes: number;
  /** Fetches that brought something. */
  readonly changes: number;
}

/** The file for the followed folder `path`, in the state folder. */
export function stateFileOf(stateFolder: string, path: string): string {
  const name = basename(path)
    .replace(/[^\w-]+/g, '-')
    .slice(0, 60);
  const digest = createHash('sha1').update(path).digest('hex').slice(0, 12);
  return join(stateFolder, 'feeds', `${name}-${digest}.json`);
}

/** The state in a file; a new one where there is none, it is damaged, or the feed has another address. */
export function readState(file: string, url: string, now: number): FeedState {
  const fresh: FeedState = {
    url,
    items: [],
    cost: { since: now, requests: 0, bytes: 0, changes: 0 },
  };
  try {
    const value = JSON.parse(readFileSync(file, 'utf8')) as Partial<FeedState>;
    const items = Array.isArray(value.items) ? value.items.filter(isKnown) : [];
    const cost = { ...fresh.cost, ...value.cost };
    if (value.url !== url) return { ...fresh, items, cost };
    // A time to come is of a clock that went back since; what was due then is due now.
    const isAhead = (value.asked ?? 0) > now + 60_000;
    const { asked, due, fetched, ...rest } = value;
    return {
      ...rest,
      ...(isAhead || asked === undefined ? {} : { asked }),
      ...(isAhead || due === undefined ? {} : { due }),
      ...(fetched === undefined ? {} : { fetched: Math.min(fetched, now) }),
      url,
      items,
      cost,
    };
  } catch {
    return fresh;
  }
}

/** Writes the state, whole or not at all. Throws what the file system throws. */
export function writeState(file: string, state: FeedState): void {
  writeWhole(file, JSON.stringify(state), true);
}

function isKnown(value: unknown): value is KnownItem {
  const { file, title, seen } = (value ?? {}) as Partial<KnownItem>;
  return (
    typeof file === 'string' &&
    typeof title === 'string' &&
    typeof seen === 'string' &&
    /^[^/\\]+$/.test(file)
  );
}
