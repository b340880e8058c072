// What is wrong with the links of an article. Where a relative one leads comes in.

import { decoded } from '../library/article/clean.ts';
import type { SourceLink } from '../typeset/parse/source-check.ts';

export type LinkFault =
  | { readonly code: 'link-dead' | 'link-unsafe'; readonly target: string }
  | { readonly code: 'heading-missing'; readonly target: string; readonly anchor: string };

const SCHEME = /^([a-z][a-z0-9+.-]*):/i;

/** Whether an address leads to a file. */
export const isRelative = (href: string): boolean =>
  !SCHEME.test(href.trim()) && !href.startsWith('//');

/**
 * What is wrong with a link, if anything is.
 *
 * @param file the file that a relative one leads to; undefined where none is there
 * @param anchors those of the headings in an article's file; undefined where it is no article
 */
export function linkFault(
  { target, href }: Pick<SourceLink, 'target' | 'href'>,
  file: string | undefined,
  anchors: (path: string) => readonly string[] | undefined,
): LinkFault | undefined {
  const scheme = SCHEME.exec(href.trim())?.[1]?.toLowerCase();
  if (scheme !== undefined) {
    if (scheme === 'mailto' || /^\s*data:image\//i.test(target)) return undefined;
    if (scheme !== 'http' && scheme !== 'https') return { code: 'link-unsafe', target };
    return URL.canParse(href) ? undefined : { code: 'link-dead', target };
  }
  if (href.startsWith('//')) return undefined;
  if (file === undefined) return { code: 'link-dead', target };
  const anchor = decoded(/#(.*)$/s.exec(href)?.[1] ?? '');
  const known = anchor === '' ? undefined : anchors(file);
  if (known === undefined || known.includes(anchor)) return undefined;
  return { code: 'heading-missing', target, anchor };
}
