// Where the links of an article lead: to a file that is not there, to a heading that is none, to a
// scheme nobody may follow. What there is in the world comes in as functions.

import { dirname, isAbsolute, resolve } from 'node:path';
import { embeddedFile } from '../library/query/embedded-file.ts';
import { createSlugger } from '../typeset/text/slug.ts';

export type LinkFault =
  | { readonly code: 'link-dead' | 'link-unsafe'; readonly target: string }
  | { readonly code: 'heading-missing'; readonly target: string; readonly anchor: string };

export interface LinkWorld {
  readonly exists: (path: string) => boolean;
  /** Anchors of the headings in an article's file; undefined where it is no article. */
  readonly anchors: (path: string) => readonly string[] | undefined;
  /** Ids and slugs of the library. */
  readonly names: ReadonlySet<string>;
}

const EXTENSIONS = ['', '.md', '.markdown', '.txt'];

/** What is wrong with a link as written in the article at `path` (absolute), if anything is. */
export function linkFault(target: string, path: string, world: LinkWorld): LinkFault | undefined {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(target.trim())?.[1]?.toLowerCase();
  if (scheme !== undefined) {
    if (scheme === 'mailto') return undefined;
    if (scheme !== 'http' && scheme !== 'https') return { code: 'link-unsafe', target };
    return URL.canParse(target) ? undefined : { code: 'link-dead', target };
  }
  if (target.startsWith('//')) return undefined;
  const [place = '', fragment] = split(target);
  const file = place === '' ? path : fileOf(place, path, world);
  if (file === undefined) {
    return world.names.has(place) ? undefined : { code: 'link-dead', target };
  }
  const anchors = fragment ? world.anchors(file) : undefined;
  if (!fragment || !anchors || anchors.includes(fragment)) return undefined;
  return { code: 'heading-missing', target, anchor: fragment };
}

/** The same of the name of a note, which is found at `file`; what is embedded may lie anywhere below the vault. */
export function noteFault(
  name: string,
  path: string,
  file: string | undefined,
  { exists, anchors }: LinkWorld,
): LinkFault | undefined {
  const [note = '', ...parts] = name.split('#');
  const heading = parts.at(-1);
  const target = note.trim() === '' ? path : (file ?? embeddedFile(note.trim(), path, exists));
  if (target === undefined) return { code: 'link-dead', target: name };
  if (heading === undefined || heading.startsWith('^')) return undefined;
  const known = anchors(target);
  const anchor = createSlugger()(heading.trim());
  if (known === undefined || known.includes(anchor)) return undefined;
  return { code: 'heading-missing', target: name, anchor };
}

function split(target: string): readonly [place: string, fragment?: string] {
  const hash = target.indexOf('#');
  const place = decoded((hash < 0 ? target : target.slice(0, hash)).replace(/\?.*$/s, ''));
  return hash < 0 ? [place] : [place, decoded(target.slice(hash + 1))];
}

function fileOf(place: string, path: string, { exists }: LinkWorld): string | undefined {
  if (isAbsolute(place)) return undefined;
  const base = resolve(dirname(path), place);
  return EXTENSIONS.map((extension) => base + extension).find(exists);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
