// Notices that a file was saved, whichever way the editor does it (in place, or by renaming).

import { type FSWatcher, statSync, watch } from 'node:fs';
import { basename, dirname } from 'node:path';

/** Milliseconds in which several events of one save are taken as one. */
const SETTLE = 30;

/**
 * Calls `changed` after `path` changed on disk; the function returned ends the watch. Where the
 * folder can't be watched nothing is ever called.
 */
export function watchFile(path: string, changed: () => void): () => void {
  let watcher: FSWatcher | undefined;
  let timer: NodeJS.Timeout | undefined;
  let before = stamp(path);
  const look = (): void => {
    const now = stamp(path);
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
  return () => {
    clearTimeout(timer);
    watcher?.close();
  };
}

function stamp(path: string): string | undefined {
  try {
    const { mtimeMs, size, ino } = statSync(path);
    return `${mtimeMs} ${size} ${ino}`;
  } catch {
    return undefined;
  }
}
