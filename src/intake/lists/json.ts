// Reading lists as JSON: Wallabag's, Omnivore's, Readwise Reader's, Pocket's, Pinboard's. Pure.

import type { ListedAddress } from '../incoming.ts';
import { entryOf } from './entry.ts';
import { isRecord } from './values.ts';

const DEEPEST = 6;
const MOST = 200_000;

/** Every record with an address in some JSON, in its order; undefined where it is no JSON. */
export function readJson(text: string): ListedAddress[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const entries: ListedAddress[] = [];
  const visit = (one: unknown, depth: number): void => {
    if (entries.length >= MOST || depth > DEEPEST) return;
    if (isRecord(one)) {
      const named = Object.fromEntries(
        Object.entries(one).map(([name, inner]) => [
          name.toLowerCase().replace(/[^a-z_]/g, ''),
          inner,
        ]),
      );
      const entry = entryOf(named);
      if (entry) entries.push(entry);
      else for (const inner of Object.values(one)) visit(inner, depth + 1);
    } else if (Array.isArray(one)) for (const inner of one) visit(inner, depth + 1);
  };
  visit(value, 0);
  return entries;
}
