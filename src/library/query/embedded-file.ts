// Where a picture or another file lies that a note embeds by its name alone.

import { dirname, resolve } from 'node:path';

/** Folders that notebooks keep such files in. */
const PLACES = ['', 'attachments', 'assets', 'images', 'img', 'media', 'files'];
/** Folders above an article that are looked into. */
const HIGHEST = 12;

/** The file `name` beside the article at `path`, in a folder of its own beside it, or in the nearest above that has it. */
export function embeddedFile(
  name: string,
  path: string,
  exists: (path: string) => boolean,
): string | undefined {
  let folder = dirname(path);
  for (let height = 0; height < HIGHEST; height++) {
    for (const place of PLACES) {
      const file = resolve(folder, place, name);
      if (exists(file)) return file;
    }
    if (dirname(folder) === folder) return undefined;
    folder = dirname(folder);
  }
  return undefined;
}
