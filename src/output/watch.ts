// Notices that a file was saved, whichever way the editor does it (in place, or by renaming).

import { type FSWatcher, statSync, watch } from 'node:fs';
import { basename, dirname } from 'node:path';

/** Milliseconds in which several events of one save are taken as one. */
const SETTLE = 30;

/** Calls `changed` for each change of `path` since its stamp was `since`; returns what ends the watch. */
export function watchFile(
  path: string,
  since: string | undefined,
  changed: () => void,
): () => void {
  let watcher: FSWatcher | undefined;
  let before = since;
  const look = (): void => {
    const now = fileStamp(path);
    if (now === before || now === undefined) return;
    before = now;
    changed();
  };
  try {
    // The folder, not the file: an editor that renames would leave us watching the old file.
    watcher = watch(dirname(path), (_, name) => {
      if (name !== null && name !== basename(path)) return;
      clearTimeout(timer);
      timer = setTimeout(look, SETTLE);
    });
    watcher.on('error', () => watcher?.close());
    watcher.unref();
  } catch {
    // Some file systems can't be watched.
  }
  let timer = setTimeout(look, 0);
  return () => {
    clearTimeout(timer);
    watcher?.close();
  };
}

/** What is another whenever the file is: its time, size and number. Undefined where there is none. */
export function fileStamp(path: string): string | undefined {
  try {
    const { mtimeMs, size, ino } = statSync(path);
    return `${mtimeMs} ${size} ${ino}`;
  } catch {
    return undefined;
  }
}
