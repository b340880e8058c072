import { describe, expect, it } from 'vitest';
import { NO_PACE } from '../../src/feeds/parse/feed.ts';
import {
  DAY,
  dueAfterFailure,
  dueAfterSuccess,
  HOUR,
  hintsOf,
  MINUTE,
  moveAfter,
} from '../../src/feeds/schedule/schedule.ts';

const NOW = Date.UTC(2026, 10, 30, 12);

describe('when a feed is due', () => {
  it.each<[string, Record<string, string>, number]>([
    ['hourly at most', {}, HOUR],
    ['no sooner than max-age', { 'cache-control': 'public, max-age=7200' }, 2 * HOUR],
    ['no later than in a day', { 'cache-control': 'max-age=31536000' }, DAY],
    [
      'by Expires, against the server’s own clock',
      { date: 'Mon, 30 Nov 2020 12:00:00 GMT', expires: 'Mon, 30 Nov 2020 15:00:00 GMT' },
      3 * HOUR,
    ],
    [
      'by max-age before Expires',
      { 'cache-control': 'max-age=60', expires: 'Mon, 30 Nov 2026 20:00:00 GMT' },
      HOUR,
    ],
    ['at once where nothing may be kept', { 'cache-control': 'no-cache, max-age=7200' }, HOUR],
    ['by Retry-After to the letter, beyond a day', { 'retry-after': '172800' }, 2 * DAY],
    ['by Retry-After as a date', { 'retry-after': 'Mon, 30 Nov 2026 17:00:00 GMT' }, 5 * HOUR],
    [
      'unmoved by nonsense',
      { 'cache-control': 'max-age=soon', expires: '0', 'retry-after': 'later' },
      HOUR,
    ],
  ])('%s', (_, headers, wait) => {
    expect(dueAfterSuccess(NOW, NO_PACE, hintsOf(headers, NOW)) - NOW).toBe(wait);
  });

  it('asks no sooner than ttl, and not in hours and days that the feed names', () => {
    expect(dueAfterSuccess(NOW, { ...NO_PACE, ttl: 90 }, {}) - NOW).toBe(90 * MINUTE);
    expect(dueAfterSuccess(NOW, { ...NO_PACE, skipHours: [13, 14] }, {}) - NOW).toBe(3 * HOUR);
    expect(dueAfterSuccess(NOW, { ...NO_PACE, skipDays: [1] }, {})).toBe(Date.UTC(2026, 11, 1));
    const all = Array.from({ length: 24 }, (_, hour) => hour);
    expect(dueAfterSuccess(NOW, { ...NO_PACE, skipHours: all }, {}) - NOW).toBe(HOUR);
  });

  it('backs off after failures, for ever and no further than a day', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 100].map(
      (n) => (dueAfterFailure(NOW, n, {}, 1) - NOW) / HOUR,
    );
    expect(waits).toEqual([1, 2, 4, 8, 16, 24, 24, 24]);
    expect((dueAfterFailure(NOW, 3, {}, 0) - NOW) / HOUR).toBe(2);
    expect(dueAfterFailure(NOW, 1, { retryAfter: 7200 }, 0) - NOW).toBe(2 * HOUR);
  });
});

describe('redirects', () => {
  it('are taken over when they were permanent twice in a row', () => {
    const { move, adopt } = moveAfter(undefined, 'https://c/');
    expect({ move, adopt }).toEqual({ move: { url: 'https://c/', times: 1 }, adopt: undefined });
    expect(moveAfter(move, 'https://c/')).toEqual({ adopt: 'https://c/' });
    expect(moveAfter(move, undefined)).toEqual({});
    expect(moveAfter(move, 'https://d/')).toEqual({ move: { url: 'https://d/', times: 1 } });
  });
});
