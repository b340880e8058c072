// Where a sentence that is said aloud stands on the page. It knows nothing of who says it.

import type { Range } from '../../../notes/quoted-text.ts';
import { formOf } from '../../../notes/quoted-text.ts';
import { wordsOf } from '../../../notes/words.ts';
import { partitionPoint } from '../../../typeset/text/partition-point.ts';
import type { SpokenSentence } from '../options.ts';
import type { PageText } from './page-text.ts';

/** Words at either end by which a sentence is found that is said otherwise than it stands. */
const ENDS = 3;

/** The stretch of a sentence; its block where its words are not there (code, tables), none for the title. */
export function spokenRange(
  text: PageText,
  { text: said, block, offset }: SpokenSentence,
): Range | undefined {
  const from = text.starts[block - text.first];
  if (block < 0 || from === undefined) return undefined;
  const to = text.starts[block + 1 - text.first] ?? text.text.length;
  const form = formOf(text, 'words');
  const indexOf = (at: number): number =>
    partitionPoint(form.at.length, (k) => (form.at[k] as number) < at);
  const start = indexOf(from);
  const end = indexOf(to);
  const own = form.text.slice(start, end);
  const words = wordsOf(said).text;
  // A sentence may stand twice in a paragraph.
  const near = Math.max(0, indexOf(from + offset) - start - words.length / 2);
  const find = (needle: string, at: number): number =>
    needle === '' ? -1 : own.indexOf(needle, at);
  const found = find(words, near) < 0 ? find(words, 0) : find(words, near);
  const range = (at: number, length: number): Range => ({
    from: form.at[start + at] as number,
    to: (form.at[start + at + length - 1] as number) + 1,
  });
  if (found >= 0) return withSigns(text.text, range(found, words.length), to);
  const all = words.split(' ');
  const first = find(all.slice(0, ENDS).join(' '), near);
  const closing = all.slice(-ENDS).join(' ');
  const last = first < 0 ? -1 : find(closing, first);
  if (last >= 0 && last - first < 2 * words.length + 200)
    return withSigns(text.text, range(first, last + closing.length - first), to);
  const whole = text.text.slice(from, to).trimEnd().length;
  return whole === 0 ? undefined : { from, to: from + whole };
}

/** With the signs that close the sentence. */
function withSigns(text: string, { from, to }: Range, most: number): Range {
  let end = to;
  while (end < most && /[^\p{L}\p{N}\s]/u.test(text[end] ?? ' ')) end++;
  return { from, to: end };
}
