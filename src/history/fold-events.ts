// What all journals together say. Pure; the same for any order of the files.

import type { HistoryEvent, HistoryState, Reading } from './event.ts';
import type { JournalLine } from './journal-file.ts';
import { type Note, noteOf } from './note.ts';
import { isPlace } from './place.ts';

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
  // Apart: a reader may have written thousands into one article, and they outlive what was read.
  const notes = new Map<string, Map<string, Note>>();
  for (const { event } of timed) {
    if (event.kind === 'note' || event.kind === 'unnote') {
      const own = notes.get(event.id) ?? new Map<string, Note>();
      notes.set(event.id, own);
      if (event.kind === 'unnote') own.delete(event.note);
      else own.set(event.note, bare(event));
      continue;
    }
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
  for (const [id, own] of notes) {
    if (own.size > 0) readings.set(id, noted(readings.get(id), id, [...own.values()]));
  }
  return { readings, ...(last === undefined ? {} : { last }) };
}

function bare({ kind: _kind, id: _id, ...note }: HistoryEvent & { kind: 'note' }): Note {
  return note;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A reading with these notes, in the order in which they were made. */
function noted(before: Reading | undefined, id: string, notes: readonly Note[]): Reading {
  const { notes: _notes, ...known } = before ?? { at: notes[0]?.at ?? '', share: 0, read: false };
  const ordered = notes.toSorted((a, b) => compare(a.made, b.made) || compare(a.note, b.note));
  return { ...known, id, ...(ordered.length === 0 ? {} : { notes: ordered }) };
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
  if (event.kind === 'note' || event.kind === 'unnote') {
    const others = (before?.notes ?? []).filter(({ note }) => note !== event.note);
    return noted(before, event.id, event.kind === 'note' ? [...others, bare(event)] : others);
  }
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
    ...(before?.notes ? { notes: before.notes } : {}),
    read: (before?.read ?? false) || share >= READ_SHARE,
  };
}

/** The event a line's object is, or undefined for one of another kind or with a field that makes no sense. */
export function eventOf(value: Readonly<Record<string, unknown>>): HistoryEvent | undefined {
  const { kind, id, at, read, starred } = value;
  if (typeof at !== 'string' || Number.isNaN(Date.parse(at))) return undefined;
  if (kind === 'clear') return { kind, at };
  if (typeof id !== 'string' || id === '') return undefined;
  if (kind === 'note') {
    const note = noteOf(value);
    return note && { kind, id, ...note, at };
  }
  if (kind === 'unnote' && typeof value['note'] === 'string')
    return { kind, id, at, note: value['note'] };
  if (kind === 'mark' && typeof read === 'boolean') return { kind, id, at, read };
  if (kind === 'star' && typeof starred === 'boolean') return { kind, id, at, starred };
  if (kind !== 'read') return undefined;
  const share = shareOf(value['share']);
  const { place } = value;
  return {
    kind,
    id,
    at,
    ...(isPlace(place) ? { place: { block: place.block, offset: place.offset } } : {}),
    ...(share === undefined ? {} : { share }),
  };
}

function shareOf(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 0 ? Math.min(1, value) : undefined;
}
