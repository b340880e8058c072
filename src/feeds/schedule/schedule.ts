// When a feed is due: not before an hour or what it asks, later after failures. `random` (0 to 1)
// spreads.

import { retryAfter } from '../../http/retry-after.ts';
import type { Pace } from '../parse/feed.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** What a response says about coming again; seconds from now. */
export interface Hints {
  readonly maxAge?: number;
  readonly expires?: number;
  readonly retryAfter?: number;
}

type Headers = Readonly<Record<string, string | undefined>>;

/** Reads `Cache-Control`, `Expires` (against `Date`, RFC 9111, 5.3) and `Retry-After` (RFC 9110, 10.2.3). */
export function hintsOf(headers: Headers, now: number): Hints {
  const control = headers['cache-control'] ?? '';
  const age = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,10})/i.exec(control)?.[1];
  const date = Date.parse(headers['date'] ?? '');
  const expires = Date.parse(headers['expires'] ?? '');
  const wait = retryAfter(headers['retry-after'], now);
  const isStale = /no-cache|no-store/i.test(control);
  return {
    ...(age === undefined || isStale ? {} : { maxAge: Number(age) }),
    ...(Number.isNaN(expires) || isStale
      ? {}
      : { expires: Math.max(0, (expires - (Number.isNaN(date) ? now : date)) / 1000) }),
    ...(wait === undefined ? {} : { retryAfter: wait / 1000 }),
  };
}

/** When a feed that was read is due again (milliseconds since 1970). */
export function dueAfterSuccess(now: number, pace: Pace, hints: Hints): number {
  const asked = Math.max(
    (pace.ttl ?? 0) * MINUTE,
    // max-age wins over Expires (RFC 9111, 5.3).
    (hints.maxAge ?? hints.expires ?? 0) * 1000,
  );
  const wait = Math.max(HOUR, Math.min(asked, DAY));
  const retry = (hints.retryAfter ?? 0) * 1000;
  return awake(now + Math.max(wait, retry), pace);
}

/** When a feed that failed for the `failures`th time in a row is due again. */
export function dueAfterFailure(
  now: number,
  failures: number,
  hints: Hints,
  random: number,
): number {
  const doubled = HOUR * 2 ** Math.min(failures - 1, 5);
  const wait = Math.min(doubled, DAY);
  // Half of it for certain, so that what failed together does not come back together.
  const spread = failures <= 1 ? wait : wait / 2 + (wait / 2) * random;
  return now + Math.max(spread, (hints.retryAfter ?? 0) * 1000);
}

/** The first moment from `time` on that is not skipped; who skips every hour is not believed. */
function awake(time: number, { skipHours, skipDays }: Pace): number {
  if (skipHours.length === 0 && skipDays.length === 0) return time;
  for (let at = time; at < time + 7 * DAY; at = Math.floor(at / HOUR + 1) * HOUR) {
    const date = new Date(at);
    if (!skipHours.includes(date.getUTCHours()) && !skipDays.includes(date.getUTCDay())) {
      return Math.min(at, Math.max(time, time - HOUR + DAY));
    }
  }
  return time;
}

/** A permanent redirect seen in a row. */
export interface Move {
  readonly url: string;
  readonly times: number;
}

/** What to remember of a permanent move: taken over when it was the same twice in a row. */
export function moveAfter(
  before: Move | undefined,
  movedTo: string | undefined,
): { readonly move?: Move; readonly adopt?: string } {
  if (movedTo === undefined) return {};
  const times = before?.url === movedTo ? before.times + 1 : 1;
  return times >= 2 ? { adopt: movedTo } : { move: { url: movedTo, times } };
}
