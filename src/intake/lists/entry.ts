// One address of a list from whatever an export says of it. Pure.

import type { IncomingHighlight, ListedAddress } from '../incoming.ts';
import { addressOf, isRecord, isSet, tagsOf, textOf, timeOf } from './values.ts';

type Values = Readonly<Record<string, unknown>>;

/** The address in a record of any read-it-later service; keys in small letters. */
export function entryOf(values: Values): ListedAddress | undefined {
  const get = (...names: readonly string[]): unknown =>
    names
      .map((name) => values[name])
      .find((value) => value !== undefined && value !== null && value !== '');
  const address = addressOf(
    get('url', 'given_url', 'resolved_url', 'href', 'link', 'address'),
    get('source_url'),
  );
  const original = addressOf(get('source_url', 'original_url'), address);
  if (original === undefined) return undefined;
  const title = textOf(get('title', 'resolved_title', 'given_title'));
  const summary = textOf(get('excerpt', 'summary'));
  const author = get('author', 'authors', 'published_by');
  const authors = typeof author === 'string' ? [author] : tagsOf(author);
  const added = timeOf(
    get(
      'time_added',
      'created_at',
      'creationdate',
      'savedat',
      'saved_at',
      'saveddate',
      'timestamp',
      'created',
      'added',
      'time',
    ),
  );
  const notes = notesOf(get('annotations', 'highlights'));
  const html = textOf(get('content', 'html_content'));
  return {
    address: original,
    tags: [...new Set([...tagsOf(get('tags', 'labels', 'documenttags')), ...folderTags(values)])],
    ...(title === undefined || addressOf(title) !== undefined ? {} : { title }),
    ...(authors.length === 0 ? {} : { authors }),
    ...(summary === undefined ? {} : { summary }),
    ...(added === undefined ? {} : { added }),
    ...(isRead(values) ? { read: true } : {}),
    ...(isStarred(values) ? { starred: true } : {}),
    ...(notes.length === 0 ? {} : { notes }),
    ...(html === undefined || !/<\w+[\s>]/.test(html) ? {} : { html }),
  };
}

/** Folders that say whether something was read are no tags. */
const STATES = /^(?:unread|archive[d]?|starred|read|inbox|later|new|shortlist|feed|unsorted)$/i;

function folderTags({ folder }: Values): string[] {
  return typeof folder === 'string' && folder !== '' && !STATES.test(folder) ? [folder] : [];
}

function isRead(values: Values): boolean {
  const {
    status,
    state,
    location,
    folder,
    is_archived: archived,
    readingprogress,
    reading_progress: progress,
  } = values;
  const says = [status, state, location, folder].some((one) =>
    /^(?:archived?|read)$/i.test(String(one ?? '')),
  );
  // Of Pocket's API: 1 is archived. Of Readwise's: a share of 1; of Omnivore's: percent.
  const far = Number(
    progress ?? (Number(readingprogress) > 1 ? Number(readingprogress) / 100 : readingprogress),
  );
  return (
    says || String(status) === '1' || isSet(archived) || isSet(values['archived']) || far >= 0.95
  );
}

const isStarred = (values: Values): boolean =>
  ['is_starred', 'favorite', 'favourite', 'starred', 'important'].some((name) =>
    isSet(values[name]),
  ) || /^starred$/i.test(String(values['folder'] ?? ''));

function notesOf(value: unknown): IncomingHighlight[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, 1000).flatMap((one: unknown) => {
    if (!isRecord(one)) return [];
    const quote = textOf(
      one['quote'],
      one['highlight'],
      one['quote'] === undefined ? one['text'] : undefined,
    );
    if (quote === undefined) return [];
    const note = textOf(
      one['note'],
      one['annotation'],
      one['quote'] === undefined ? undefined : one['text'],
    );
    const at = timeOf(one['created_at'] ?? one['createdAt'] ?? one['created'] ?? one['time']);
    return [
      { quote, ...(note === undefined ? {} : { note }), ...(at === undefined ? {} : { at }) },
    ];
  });
}
