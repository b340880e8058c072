// Tags that stand in the text of a note, `#garten`, found without a parser. Those in code do not count.

import { proseLines } from './prose-lines.ts';

const TAG = /(?:^|\s|(?<!\])\()#([\p{L}_][\p{L}\p{N}_/-]{1,60})(?![\p{L}\p{N}_;-])/gu;
const COLOR = /^(?:[\da-f]{3}|[\da-f]{6}|[\da-f]{8})$/i;
const MOST = 100;

export function tagsIn(markdown: string): readonly string[] {
  if (!/#[\p{L}_]/u.test(markdown)) return [];
  const found = new Set<string>();
  for (const line of proseLines(markdown, '#')) {
    if (found.size >= MOST) break;
    for (const [, tag = ''] of line.matchAll(TAG)) if (!COLOR.test(tag)) found.add(tag);
  }
  return [...found];
}
