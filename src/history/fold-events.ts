// What all journals together say. Pure; the same for any order of the files.

import type { HistoryEvent, HistoryState, Reading } from './event.ts';
import type { JournalLine } from './journal-file.ts';
import type { Place } from './place.ts';

/** From this share on an article counts as read. */
export const READ_SHARE = 0.95;

interface Timed {
  readonly event: HistoryEvent;
  /** Milliseconds; never before the line above it, should the clock have gone back. */
  readonly time: number;
}

/** Folds the journals' lines into what is known of each article. Lines of other kinds are passed over. */
export function foldEvents(journals: readonly (readonly JournalLine[])[]): HistoryState {
  const timed = journals.flatMap(timedEvents);
  timed.sort((a, b) => a.time - b.time);
  let readings = new Map<string, Reading>();
  let last: string | undefined;
  for (const { event } of timed) {
    if (event.kind === 'clear') {
      // What was starred stays so: it is kept, not read.
      readings = new Map(
        [...readings]
          .filter(([, reading]) => reading.starred)
          .map(([id, { at }]) => [id, { id, at, share: 0, read: false, starred: true }]),
      );
      last = undefined;
      continue;
    }
    readings.set(event.id, readingAfter(readings.get(event.id), event));
    if (event.kind === 'read') last = event.id;
  }
  return { readings, ...(last === undefined ? {} : { last }) };
}

function timedEvents(lines: readonly JournalLine[]): Timed[] {
  let time = Number.NEGATIVE_INFINITY;
  return lines.flatMap(({ value }) => {
    const event = value && eventOf(value);
    if (!event) return [];
    time = Math.max(time, Date.parse(event.at));
    return [{ event, time }];
  });
}

/** What is known of an article after one more event. */
export function readingAfter(
  before: Reading | undefined,
  event: Exclude<HistoryEvent, { readonly kind: 'clear' }>,
): Reading {
  if (event.kind === 'star') {
    const { starred: _starred, ...known } = before ?? { share: 0, read: false };
    const at = before?.at ?? event.at;
    return { ...known, id: event.id, at, ...(event.starred ? { starred: true } : {}) };
  }
  if (event.kind === 'mark') {
    return { share: 0, ...before, id: event.id, at: event.at, read: event.read };
  }
  const place = event.place ?? before?.place;
  const share = event.share ?? before?.share ?? 0;
  return {
    id: event.id,
    at: event.at,
    ...(place === undefined ? {} : { place }),
    share,
    opened: true,
    ...(before?.starred ? { starred: true } : {}),
    read: (before?.read ?? false) || share >= READ_SHARE,
  };
}

/** The event a line's object is, or undefined for one of another kind or with a field that makes no sense. */
export function eventOf(value: Readonly<Record<string, unknown>>): HistoryEvent | undefined {
  const { kind, id, at, read, starred } = value;
  if (typeof at !== 'string' || Number.isNaN(Date.parse(at))) return undefined;
  if (kind === 'clear') return { kind, at };
  if (typeof id !== 'string' || id === '') return undefined;
  if (kind === 'mark' && typeof read === 'boolean') return { kind, id, at, read };
  if (kind === 'star' && typeof starred === 'boolean') return { kind, id, at, starred };
  if (kind !== 'read') return undefined;
  const place = placeOf(value['place']);
  const share = shareOf(value['share']);
  return { kind, id, at, ...(place ? { place } : {}), ...(share === undefined ? {} : { share }) };
}

function placeOf(value: unknown): Place | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { block, offset } = value as Partial<Record<keyof Place, unknown>>;
  return isCount(block) && isCount(offset) ? { block, offset } : undefined;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function shareOf(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 0 ? Math.min(1, value) : undefined;
}
