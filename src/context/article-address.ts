// Where a relative link of an article leads: to another article's file, inside the library alone.

import { existsSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * The `file:` URL of the file that `href`, seen from the article at `path`, leads to; undefined where
 * there is none, or where it lies outside of all `roots`.
 */
export function addressIn(
  roots: readonly string[],
  path: string,
  href: string,
): string | undefined {
  const [file = ''] = href.split('#');
  let named: string;
  try {
    named = decodeURIComponent(file);
  } catch {
    return undefined;
  }
  if (named === '') return undefined;
  const target = resolve(dirname(path), named);
  const inside = roots.some((root) => {
    const way = relative(root, target);
    return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
  });
  return inside && existsSync(target) ? pathToFileURL(target).href : undefined;
}
