// What a reading comes to: nothing, opened, begun, read. One word for list, shelf and history alike.

import type { Reading } from './event.ts';
import { READ_SHARE } from './fold-events.ts';

/** Opened: in a pipe, a pager, or not seen of it how much. Begun: how far is known. Read: to its end. */
export type ReadingState = 'read' | 'begun' | 'opened' | 'unread';

/** The state of an article; one that was marked as unread after it was read is unread. */
export function readingState(reading: Reading | undefined): ReadingState {
  if (reading === undefined) return 'unread';
  if (reading.read) return 'read';
  if (reading.share >= READ_SHARE) return 'unread';
  if (reading.share > 0) return 'begun';
  return reading.opened === true ? 'opened' : 'unread';
}
