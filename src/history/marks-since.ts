// When marks were set by hand since a point in time: for who keeps another list of them in step.

import { join } from 'node:path';
import { eventOf } from './fold-events.ts';
import { journalFiles, readJournal } from './journal-file.ts';

/** The latest times (milliseconds) at which articles were marked as read or unread, or got or lost a star. */
export function marksSince(
  folder: string,
  since: number,
): ReadonlyMap<string, { readonly read?: number; readonly starred?: number }> {
  const found = new Map<string, { readonly read?: number; readonly starred?: number }>();
  for (const name of journalFiles(folder)) {
    for (const { value } of readJournal(join(folder, name))) {
      const event = value && eventOf(value);
      if (event?.kind !== 'mark' && event?.kind !== 'star') continue;
      const time = Date.parse(event.at);
      if (time <= since) continue;
      const mark = event.kind === 'mark' ? 'read' : 'starred';
      const before = found.get(event.id);
      found.set(event.id, { ...before, [mark]: Math.max(time, before?.[mark] ?? 0) });
    }
  }
  return found;
}
