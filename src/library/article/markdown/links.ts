// The addresses in some Markdown that lead to other files, found without a parser. Those in code do not count.

import { decoded } from '../clean.ts';
import { proseLines } from './prose-lines.ts';

const LINK =
  /\[\[([^[\]|#\n]{1,300})|\]\(<?([^\s()<>#?]{1,500})[^\s()<>]*>?(?:\s+["'(][^\n]{0,300}?)?\)|^ {0,3}\[[^\]\n^]{1,200}\]:\s*<?([^\s<>#?]{1,500})/g;
const SCHEME = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;
const MOST = 2000;

/** Paths and names of notes, decoded and without anchors, each once; undefined where there are none. */
export function linksIn(markdown: string): readonly string[] | undefined {
  if (!markdown.includes('](') && !markdown.includes('[[') && !markdown.includes(']:'))
    return undefined;
  const found = new Set<string>();
  for (const line of proseLines(markdown, '[')) {
    for (const [, note, address, defined] of line.matchAll(LINK)) {
      const target = note?.replace(/\\$/, '').trim() ?? decoded(address ?? defined ?? '');
      if (target !== '' && !SCHEME.test(target) && found.size < MOST) found.add(target);
    }
  }
  return found.size === 0 ? undefined : [...found];
}
